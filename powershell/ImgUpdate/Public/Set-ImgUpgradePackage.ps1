function Set-ImgUpgradePackage {
    <#
    .SYNOPSIS
    Changes what the library says of an upgrade package.
    .DESCRIPTION
    The folder itself is not changed.
    .PARAMETER InputObject
    From the pipeline: upgrade packages or names.
    .PARAMETER Name
    Name of a registered upgrade package.
    .PARAMETER Id
    Id of a registered upgrade package.
    .PARAMETER NewName
    New name.
    .PARAMETER Path
    New place of the same folder.
    .PARAMETER Version
    Version that you give it.
    .PARAMETER Description
    Remark.
    .PARAMETER PassThru
    Outputs the upgrade package after the change.
    .INPUTS
    Img.UpgradePackage, names
    .OUTPUTS
    None, or Img.UpgradePackage with -PassThru
    .EXAMPLE
    Set-ImgUpgradePackage -Name 'Windows 11' -NewName 'Windows 11 24H2'

    Renames an upgrade package.
    .EXAMPLE
    Get-ImgUpgradePackage 'Windows 11' | Set-ImgUpgradePackage -Path E:\media\win11 -PassThru

    Tells the library that the folder was moved.
    .LINK
    Get-ImgUpgradePackage
    #>
    [CmdletBinding(SupportsShouldProcess, DefaultParameterSetName = 'ByName')]
    [Alias('Set-ImgOperatingSystemInstaller', 'Set-ImgOperatingSystemUpgradePackage')]
    [OutputType('Img.UpgradePackage')]
    param(
        [Parameter(Mandatory, ValueFromPipeline, ParameterSetName = 'ByValue')] [psobject] $InputObject,
        [Parameter(Mandatory, Position = 0, ParameterSetName = 'ByName')] [Alias('UpgradePackageName', 'OperatingSystemInstallerName')] [string] $Name,
        [Parameter(Mandatory, ParameterSetName = 'ById')] [Alias('PackageId', 'ImageId', 'OperatingSystemInstallerId')] [string] $Id,
        [ValidateLength(1, 50)] [string] $NewName,
        [Alias('PackageSourcePath', 'PkgSourcePath')] [string] $Path,
        [ValidateLength(0, 32)] [string] $Version,
        [ValidateLength(0, 127)] [string] $Description,
        [switch] $PassThru
    )

    process {
        $target = Get-ImgBoundTarget -Cmdlet $PSCmdlet -Bound $PSBoundParameters -ImageOnly
        if ($null -eq $target) {
            return
        }
        $request = [ordered]@{ upgradePackage = $target.Value }
        Add-ImgImageChange -Cmdlet $PSCmdlet -Bound $PSBoundParameters -Request $request
        if ($request.Count -eq 1) {
            $PSCmdlet.ThrowTerminatingError((New-ImgError -Id ImgArgumentInvalid -Message 'Nothing to set was passed.'))
        }
        if (-not $PSCmdlet.ShouldProcess($target.Label, 'Set upgrade package')) {
            return
        }
        $result = Invoke-ImgEngine -Cmdlet $PSCmdlet -Method upgrade-package.set -Request $request -Target $target.Label -Activity $target.Label
        if ($PassThru -and $null -ne $result) {
            ConvertTo-ImgObject -TypeName Img.UpgradePackage -InputObject $result.UpgradePackage
        }
    }
}
