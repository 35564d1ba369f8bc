function Find-ImgImage {
    <#
    .SYNOPSIS
    Outputs the registered images, upgrade packages or boot images whose name fits. A name without wildcards that fits none is
    an error.
    #>
    [CmdletBinding()]
    [OutputType([psobject])]
    param(
        [Parameter(Mandatory)] [System.Management.Automation.PSCmdlet] $Cmdlet,
        [Parameter(Mandatory)] [string] $Name,
        [ValidateSet('Image', 'UpgradePackage', 'BootImage')] [string] $Kind = 'Image',
        [switch] $Literal
    )

    $noun, $what, $shown = @{
        Image          = 'image', 'image', 'images'
        UpgradePackage = 'upgrade-package', 'upgrade package', 'ones'
        BootImage      = 'boot-image', 'boot image', 'ones'
    }[$Kind]
    $request = [ordered]@{}
    if ($Name -ne '*' -or $Literal) {
        $request['name'] = Select-ImgName -Name $Name -Literal:$Literal
    }
    $found = @(Get-ImgList -Cmdlet $Cmdlet -Method "$noun.list" -Request $request -Member "${Kind}s" -TypeName "Img.$Kind" -Target $Name |
            Test-ImgName -Member Name -Name $Name -Literal $Literal)
    if ($found.Count -eq 0 -and ($Literal -or $Name -notmatch '[*?]')) {
        Write-ImgError -Cmdlet $Cmdlet -Record (New-ImgError -Id ImgImageNotFound -Message "There is no $what '$Name'." -Target $Name `
                -Remedy "Get-Img$Kind shows the registered $shown.")
    }
    foreach ($each in $found) { $each }
}

function Get-ImgNamedTarget {
    <#
    .SYNOPSIS
    Outputs what the -Name (with wildcards), -InputObject or -Id of a cmdlet means, as Resolve-ImgTarget does.
    #>
    [CmdletBinding()]
    [OutputType([psobject])]
    param(
        [Parameter(Mandatory)] [System.Management.Automation.PSCmdlet] $Cmdlet,
        [Parameter(Mandatory)] [System.Collections.IDictionary] $Bound,
        [Parameter(Mandatory)] [string] $Kind
    )

    if ($Cmdlet.ParameterSetName -ne 'ByName') {
        return Get-ImgBoundTarget -Cmdlet $Cmdlet -Bound $Bound -ImageOnly
    }
    foreach ($name in $Bound['Name']) {
        foreach ($found in Find-ImgImage -Cmdlet $Cmdlet -Kind $Kind -Name $name) {
            Resolve-ImgTarget -Cmdlet $Cmdlet -InputObject $found
        }
    }
}
