function Get-ImgUpgradePackage {
    <#
    .SYNOPSIS
    Gets registered upgrade packages.
    .DESCRIPTION
    Outputs what the library knows of each upgrade package: its folder, its image, and the programs of Setup.
    .PARAMETER Name
    Names, with the wildcards * and ?. Default is all upgrade packages.
    .PARAMETER Id
    Ids of upgrade packages.
    .PARAMETER DisableWildcardHandling
    Takes * and ? of the name literally.
    .PARAMETER ForceWildcardHandling
    Takes * and ? of the name as wildcards, as is the default.
    .INPUTS
    Objects with Id (PackageId, ImageId).
    .OUTPUTS
    Img.UpgradePackage
    .EXAMPLE
    Get-ImgUpgradePackage 'Windows 11*'

    Shows the upgrade packages whose names begin with Windows 11.
    .EXAMPLE
    Get-ImgUpgradePackage | Start-ImgServicing -Latest -WhatIf

    Shows what servicing each of them now would do.
    .LINK
    New-ImgUpgradePackage
    #>
    [CmdletBinding(DefaultParameterSetName = 'ByName')]
    [Alias('Get-ImgOperatingSystemInstaller', 'Get-ImgOperatingSystemUpgradePackage')]
    [OutputType('Img.UpgradePackage')]
    param(
        [Parameter(Position = 0, ParameterSetName = 'ByName')] [SupportsWildcards()] [Alias('UpgradePackageName', 'OperatingSystemInstallerName')] [string[]] $Name = @('*'),
        [Parameter(Mandatory, ValueFromPipelineByPropertyName, ParameterSetName = 'ById')] [Alias('PackageId', 'ImageId', 'OperatingSystemInstallerId')] [string[]] $Id,
        [Parameter(DontShow)] [switch] $DisableWildcardHandling,
        [Parameter(DontShow)] [switch] $ForceWildcardHandling
    )

    process {
        $null = $ForceWildcardHandling
        if ($PSCmdlet.ParameterSetName -eq 'ById') {
            foreach ($each in $Id) {
                $result = Invoke-ImgEngine -Cmdlet $PSCmdlet -Method upgrade-package.show -Request @{ upgradePackage = $each } -Target $each
                if ($null -ne $result) { ConvertTo-ImgObject -TypeName Img.UpgradePackage -InputObject $result.UpgradePackage }
            }
            return
        }
        foreach ($each in $Name) {
            Find-ImgImage -Cmdlet $PSCmdlet -Kind UpgradePackage -Name $each -Literal:$DisableWildcardHandling
        }
    }
}
