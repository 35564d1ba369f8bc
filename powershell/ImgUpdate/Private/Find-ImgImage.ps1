function Find-ImgImage {
    <#
    .SYNOPSIS
    Outputs the registered images whose name fits. A name without wildcards that fits none is an error.
    #>
    [CmdletBinding()]
    [OutputType([psobject])]
    param(
        [Parameter(Mandatory)] [System.Management.Automation.PSCmdlet] $Cmdlet,
        [Parameter(Mandatory)] [string] $Name,
        [switch] $Literal
    )

    $request = [ordered]@{}
    if ($Name -ne '*' -or $Literal) {
        $request['name'] = Select-ImgName -Name $Name -Literal:$Literal
    }
    $images = @(Get-ImgList -Cmdlet $Cmdlet -Method image.list -Request $request -Member Images -TypeName Img.Image -Target $Name |
            Test-ImgName -Member Name -Name $Name -Literal $Literal)
    if ($images.Count -eq 0 -and ($Literal -or $Name -notmatch '[*?]')) {
        Write-ImgError -Cmdlet $Cmdlet -Record (New-ImgError -Id ImgImageNotFound -Message "There is no image '$Name'." -Target $Name `
                -Remedy 'Get-ImgImage shows the registered images.')
    }
    foreach ($image in $images) { $image }
}
