function Find-ImgMedia {
    <#
    .SYNOPSIS
    Outputs the registered upgrade packages or boot images whose name fits. A name without wildcards that fits none is an error.
    #>
    [CmdletBinding()]
    [OutputType([psobject])]
    param(
        [Parameter(Mandatory)] [System.Management.Automation.PSCmdlet] $Cmdlet,
        [Parameter(Mandatory)] [ValidateSet('UpgradePackage', 'BootImage')] [string] $Kind,
        [Parameter(Mandatory)] [string] $Name,
        [switch] $Literal
    )

    $method = @{ UpgradePackage = 'upgrade-package.list'; BootImage = 'boot-image.list' }[$Kind]
    $request = [ordered]@{}
    if ($Name -ne '*' -or $Literal) {
        $request['name'] = Select-ImgName -Name $Name -Literal:$Literal
    }
    $found = @(Get-ImgList -Cmdlet $Cmdlet -Method $method -Request $request -Member "${Kind}s" -TypeName "Img.$Kind" -Target $Name |
            Test-ImgName -Member Name -Name $Name -Literal $Literal)
    if ($found.Count -eq 0 -and ($Literal -or $Name -notmatch '[*?]')) {
        $what = @{ UpgradePackage = 'upgrade package'; BootImage = 'boot image' }[$Kind]
        Write-ImgError -Cmdlet $Cmdlet -Record (New-ImgError -Id ImgImageNotFound -Message "There is no $what '$Name'." -Target $Name `
                -Remedy "Get-Img$Kind shows the registered ones.")
    }
    foreach ($each in $found) { $each }
}
