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
    .PARAMETER RetainVersion
    How many earlier versions of this package are kept, whatever the site says (Set-ImgConfiguration).
    .PARAMETER RetainDays
    Days that an earlier version of this package is kept after another one took its place, whatever the site says. 0 is
    however long. The version before the current one stays.
    .PARAMETER RetainBytes
    Bytes that the earlier versions of this package may take on disk, with the files of its media that belong to them, whatever
    the site says; the oldest go first. 0 is however many. The version before the current one stays.
    .PARAMETER RetainAsSite
    Takes those three away, before others that are passed: the versions are kept as the site is set.
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
    .EXAMPLE
    Set-ImgUpgradePackage -Name 'Windows 11' -RetainVersion 1

    Keeps the version before the current one alone.
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
        [ValidateRange(0, 1000)] [int] $RetainVersion,
        [ValidateRange(0, 36500)] [int] $RetainDays,
        [ValidateRange(0, 9223372036854775807)] [long] $RetainBytes,
        [switch] $RetainAsSite,
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
