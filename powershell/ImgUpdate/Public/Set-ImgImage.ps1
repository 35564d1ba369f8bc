function Set-ImgImage {
    <#
    .SYNOPSIS
    Changes what the library says of an image.
    .DESCRIPTION
    The image file itself is not changed.
    .PARAMETER InputObject
    From the pipeline: images or names.
    .PARAMETER Name
    Name of a registered image.
    .PARAMETER Id
    Id of a registered image.
    .PARAMETER NewName
    New name.
    .PARAMETER Path
    New place of the same file.
    .PARAMETER Version
    Version that you give it.
    .PARAMETER Description
    Remark.
    .PARAMETER Architecture
    For pre-cache: only clients of this architecture fetch the image ahead. x86, x64 or arm64; an empty text is any.
    .PARAMETER Language
    For pre-cache: only clients of this language fetch the image ahead, for example en-US; an empty text is any.
    .PARAMETER RetainVersion
    How many earlier versions of this image are kept, whatever the site says (Set-ImgConfiguration).
    .PARAMETER RetainDays
    Days that an earlier version of this image is kept after another one took its place, whatever the site says. 0 is however
    long. The version before the current one stays.
    .PARAMETER RetainBytes
    Bytes that the earlier versions of this image may take on disk, whatever the site says; the oldest go first. 0 is however
    many. The version before the current one stays.
    .PARAMETER RetainAsSite
    Takes those three away, before others that are passed: the versions are kept as the site is set.
    .PARAMETER MulticastAllow
    The image may be sent to many at once (Send-ImgMulticast). Taken away, the other two go with it.
    .PARAMETER MulticastEncrypt
    It travels encrypted then.
    .PARAMETER MulticastTransferOnly
    Clients get it by multicast alone. Their task sequences must download content locally when needed.
    .PARAMETER Reload
    Reads the image file again, after a change that was intended.
    .PARAMETER PassThru
    Outputs the image after the change.
    .INPUTS
    Img.Image, names
    .OUTPUTS
    None, or Img.Image with -PassThru
    .EXAMPLE
    Set-ImgImage -Name 'Windows 11' -NewName 'Windows 11 Enterprise'

    Renames an image.
    .EXAMPLE
    Get-ImgImage 'Windows 11 Enterprise' | Set-ImgImage -Path E:\images\install.wim -PassThru

    Tells the library that the file was moved.
    .EXAMPLE
    Set-ImgImage -Name 'Windows 11 Enterprise' -RetainVersion 6 -RetainBytes 40GB

    Keeps six earlier versions of this image, in 40 GB at most, when another one is published.
    .LINK
    Get-ImgImage
    #>
    [CmdletBinding(SupportsShouldProcess, DefaultParameterSetName = 'ByName')]
    [Alias('Set-ImgOperatingSystemImage')]
    [OutputType('Img.Image')]
    param(
        [Parameter(Mandatory, ValueFromPipeline, ParameterSetName = 'ByValue')] [Alias('OperatingSystemImage')] [psobject] $InputObject,
        [Parameter(Mandatory, Position = 0, ParameterSetName = 'ByName')] [Alias('ImageName', 'OperatingSystemImageName')] [string] $Name,
        [Parameter(Mandatory, ParameterSetName = 'ById')] [Alias('ImageId', 'PackageId', 'OperatingSystemImageId')] [string] $Id,
        [ValidateLength(1, 50)] [string] $NewName,
        [Alias('PackageSourcePath', 'PkgSourcePath')] [string] $Path,
        [ValidateLength(0, 32)] [string] $Version,
        [ValidateLength(0, 127)] [string] $Description,
        [ValidateSet('x86', 'x64', 'arm64', '')] [string] $Architecture,
        [string] $Language,
        [ValidateRange(0, 1000)] [int] $RetainVersion,
        [ValidateRange(0, 36500)] [int] $RetainDays,
        [ValidateRange(0, 9223372036854775807)] [long] $RetainBytes,
        [switch] $RetainAsSite,
        [bool] $MulticastAllow,
        [bool] $MulticastEncrypt,
        [bool] $MulticastTransferOnly,
        [Alias('ReloadImage')] [switch] $Reload,
        [switch] $PassThru
    )

    process {
        $target = Get-ImgBoundTarget -Cmdlet $PSCmdlet -Bound $PSBoundParameters -ImageOnly
        if ($null -eq $target) {
            return
        }
        $request = [ordered]@{ image = $target.Value }
        Add-ImgImageChange -Cmdlet $PSCmdlet -Bound $PSBoundParameters -Request $request
        if ($request.Count -eq 1 -and -not $Reload) {
            $PSCmdlet.ThrowTerminatingError((New-ImgError -Id ImgArgumentInvalid -Message 'Nothing to set was passed.'))
        }
        if (-not $PSCmdlet.ShouldProcess($target.Label, 'Set image')) {
            return
        }
        $result = $null
        if ($request.Count -gt 1) {
            $result = Invoke-ImgEngine -Cmdlet $PSCmdlet -Method image.set -Request $request -Target $target.Label
            if ($null -eq $result) {
                return
            }
        }
        if ($Reload) {
            $id = $target.Value
            if ($null -ne $result) { $id = $result.Image.Id }
            $result = Invoke-ImgEngine -Cmdlet $PSCmdlet -Method image.refresh -Request @{ image = $id } -Target $target.Label -Activity $target.Label
        }
        if ($PassThru -and $null -ne $result) {
            ConvertTo-ImgObject -TypeName Img.Image -InputObject $result.Image
        }
    }
}
