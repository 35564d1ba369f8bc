function Remove-ImgUpgradePackage {
    <#
    .SYNOPSIS
    Takes an upgrade package out of the library.
    .DESCRIPTION
    The folder stays as it is, with what is kept of its image.
    .PARAMETER InputObject
    From the pipeline: upgrade packages or names.
    .PARAMETER Name
    Names of registered upgrade packages, with the wildcards * and ?.
    .PARAMETER Id
    Id of a registered upgrade package.
    .PARAMETER Force
    Does not ask.
    .INPUTS
    Img.UpgradePackage, names
    .OUTPUTS
    None
    .EXAMPLE
    Remove-ImgUpgradePackage -Name 'Windows 11'

    Asks, and takes the upgrade package out of the library.
    .EXAMPLE
    Get-ImgUpgradePackage 'Test*' | Remove-ImgUpgradePackage -Force

    Takes the upgrade packages of tests out of the library, without asking.
    .LINK
    New-ImgUpgradePackage
    #>
    [CmdletBinding(SupportsShouldProcess, ConfirmImpact = 'High', DefaultParameterSetName = 'ByName')]
    [Alias('Remove-ImgOperatingSystemInstaller', 'Remove-ImgOperatingSystemUpgradePackage')]
    param(
        [Parameter(Mandatory, ValueFromPipeline, ParameterSetName = 'ByValue')] [psobject] $InputObject,
        [Parameter(Mandatory, Position = 0, ParameterSetName = 'ByName')] [SupportsWildcards()] [Alias('UpgradePackageName', 'OperatingSystemInstallerName')] [string[]] $Name,
        [Parameter(Mandatory, ParameterSetName = 'ById')] [Alias('PackageId', 'ImageId', 'OperatingSystemInstallerId')] [string] $Id,
        [switch] $Force
    )

    process {
        if ($Force -and -not $PSBoundParameters.ContainsKey('Confirm')) {
            $ConfirmPreference = 'None'
        }
        foreach ($target in Get-ImgNamedTarget -Cmdlet $PSCmdlet -Bound $PSBoundParameters -Kind UpgradePackage) {
            if ($PSCmdlet.ShouldProcess($target.Label, 'Remove upgrade package from the library')) {
                $null = Invoke-ImgEngine -Cmdlet $PSCmdlet -Method upgrade-package.remove -Request @{ upgradePackage = $target.Value } -Target $target.Label
            }
        }
    }
}
