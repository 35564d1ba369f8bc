function Get-ImgImageVersion {
    <#
    .SYNOPSIS
    Gets the versions of an image that are kept.
    .DESCRIPTION
    Each run that published a new file kept the one before it. Restore-ImgImage brings one back.
    .PARAMETER InputObject
    From the pipeline: images, runs or names.
    .PARAMETER Name
    Name of a registered image.
    .PARAMETER Id
    Id of a registered image.
    .INPUTS
    Img.Image, names
    .OUTPUTS
    Img.ImageVersion
    .EXAMPLE
    Get-ImgImageVersion 'Windows 11 Enterprise'

    Shows the versions, newest first.
    .EXAMPLE
    Get-ImgImage | Get-ImgImageVersion | Where-Object Current

    Shows the current version of each image.
    .LINK
    Restore-ImgImage
    .LINK
    Remove-ImgImageVersion
    #>
    [CmdletBinding(DefaultParameterSetName = 'ByName')]
    [OutputType('Img.ImageVersion')]
    param(
        [Parameter(Mandatory, ValueFromPipeline, ParameterSetName = 'ByValue')] [Alias('OperatingSystemImage')] [psobject] $InputObject,
        [Parameter(Mandatory, Position = 0, ParameterSetName = 'ByName')] [Alias('ImageName', 'OperatingSystemImageName')] [string] $Name,
        [Parameter(Mandatory, ParameterSetName = 'ById')] [Alias('ImageId', 'PackageId', 'OperatingSystemImageId')] [string] $Id
    )

    process {
        $target = Get-ImgBoundTarget -Cmdlet $PSCmdlet -Bound $PSBoundParameters -ImageOnly
        if ($null -eq $target) {
            return
        }
        $result = Invoke-ImgEngine -Cmdlet $PSCmdlet -Method image.versions -Request @{ image = $target.Value } -Target $target.Label
        if ($null -ne $result) {
            ConvertTo-ImgObject -TypeName Img.ImageVersion -InputObject $result.Versions |
                Add-ImgMember -Value @{ ImageId = $target.Value; ImageName = $target.Label }
        }
    }
}
