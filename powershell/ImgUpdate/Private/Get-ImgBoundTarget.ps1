function Get-ImgBoundTarget {
    <#
    .SYNOPSIS
    Outputs the image that -InputObject, -Name, -Id or -Path of a cmdlet means, as Resolve-ImgTarget does. A name that is the
    path of a file means that file where a file will do, as it does from the pipeline. Outputs nothing for a part of a split
    set that was there before.
    #>
    [CmdletBinding()]
    [OutputType([psobject])]
    param(
        [Parameter(Mandatory)] [System.Management.Automation.PSCmdlet] $Cmdlet,
        [Parameter(Mandatory)] [System.Collections.IDictionary] $Bound,
        # The cmdlet works on registered images only: no file, and -Path is another parameter of it.
        [switch] $ImageOnly
    )

    if ($Bound.ContainsKey('InputObject')) {
        $target = Resolve-ImgTarget -Cmdlet $Cmdlet -InputObject $Bound['InputObject']
        if ($ImageOnly -and $target.Member -eq 'path') {
            Write-ImgError -Cmdlet $Cmdlet -Record (New-ImgError -Id ImgImageNotFound -Target $Bound['InputObject'] `
                    -Message "$($target.Label) is a file; a registered image is needed." -Remedy 'Register it: New-ImgImage.')
            return
        }
        if ($target.Member -eq 'path' -and (Test-ImgRepeatedPart -Cmdlet $Cmdlet -Path $target.Value)) {
            return
        }
        return $target
    }
    if ($Bound.ContainsKey('Name') -and -not $ImageOnly) {
        return Resolve-ImgTargetText -Cmdlet $Cmdlet -Text $Bound['Name']
    }
    foreach ($name in 'Name', 'Id') {
        if ($Bound.ContainsKey($name)) {
            $names = [string[]]@($Bound[$name])
            if ($names.Count -eq 1) { $names = $names[0] }
            return [pscustomobject]@{ Member = 'image'; Value = $names; Label = $names -join ', ' }
        }
    }
    $path = Resolve-ImgPath -Path $Bound['Path'] -Cmdlet $Cmdlet
    [pscustomobject]@{ Member = 'path'; Value = $path; Label = [string]$Bound['Path'] }
}
