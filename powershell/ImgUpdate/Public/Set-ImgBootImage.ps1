function Set-ImgBootImage {
    <#
    .SYNOPSIS
    Changes what the library says of a boot image.
    .DESCRIPTION
    The file itself is not changed.
    .PARAMETER InputObject
    From the pipeline: boot images or names.
    .PARAMETER Name
    Name of a registered boot image.
    .PARAMETER Id
    Id of a registered boot image.
    .PARAMETER NewName
    New name.
    .PARAMETER Path
    New place of the same file.
    .PARAMETER Version
    Version that you give it.
    .PARAMETER Description
    Remark.
    .PARAMETER PassThru
    Outputs the boot image after the change.
    .INPUTS
    Img.BootImage, names
    .OUTPUTS
    None, or Img.BootImage with -PassThru
    .EXAMPLE
    Set-ImgBootImage -Name 'Boot x64' -NewName 'Boot x64 24H2'

    Renames a boot image.
    .EXAMPLE
    Get-ImgBootImage 'Boot x64' | Set-ImgBootImage -Path E:\boot\boot.wim -PassThru

    Tells the library that the file was moved.
    .LINK
    Get-ImgBootImage
    #>
    [CmdletBinding(SupportsShouldProcess, DefaultParameterSetName = 'ByName')]
    [OutputType('Img.BootImage')]
    param(
        [Parameter(Mandatory, ValueFromPipeline, ParameterSetName = 'ByValue')] [psobject] $InputObject,
        [Parameter(Mandatory, Position = 0, ParameterSetName = 'ByName')] [Alias('BootImageName')] [string] $Name,
        [Parameter(Mandatory, ParameterSetName = 'ById')] [Alias('PackageId', 'ImageId', 'BootImageId')] [string] $Id,
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
        $request = [ordered]@{ bootImage = $target.Value }
        Add-ImgImageChange -Cmdlet $PSCmdlet -Bound $PSBoundParameters -Request $request
        if ($request.Count -eq 1) {
            $PSCmdlet.ThrowTerminatingError((New-ImgError -Id ImgArgumentInvalid -Message 'Nothing to set was passed.'))
        }
        if (-not $PSCmdlet.ShouldProcess($target.Label, 'Set boot image')) {
            return
        }
        $result = Invoke-ImgEngine -Cmdlet $PSCmdlet -Method boot-image.set -Request $request -Target $target.Label -Activity $target.Label
        if ($PassThru -and $null -ne $result) {
            ConvertTo-ImgObject -TypeName Img.BootImage -InputObject $result.BootImage
        }
    }
}
