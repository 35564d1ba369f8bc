function Start-ImgContentDistribution {
    <#
    .SYNOPSIS
    Sends images to distribution points, which are their targets from now on.
    .DESCRIPTION
    Sends the published file. What is at the distribution point already does not travel; what arrives is compared with its
    digest before it is served, and the version before is kept. A distribution point that fails does not hold up the others.
    .PARAMETER InputObject
    From the pipeline: images or names.
    .PARAMETER ImageName
    Names or ids of images, with the wildcards * and ?.
    .PARAMETER DistributionPointName
    Names of distribution points.
    .PARAMETER DistributionPointGroupName
    Groups of distribution points.
    .PARAMETER PassThru
    Outputs where the images are then.
    .INPUTS
    Img.Image, names
    .OUTPUTS
    None, or Img.DistributionStatus with -PassThru
    .EXAMPLE
    Start-ImgContentDistribution -ImageName 'Windows 11 Enterprise' -DistributionPointName North

    Sends an image to a distribution point.
    .EXAMPLE
    Get-ImgImage | Start-ImgContentDistribution -DistributionPointGroupName Schools -PassThru

    Sends all images to a group, and shows where they are.
    .LINK
    Update-ImgDistributionPoint
    .LINK
    Get-ImgContentDistributionStatus
    #>
    [CmdletBinding(SupportsShouldProcess, DefaultParameterSetName = 'ByName')]
    [OutputType('Img.DistributionStatus')]
    param(
        [Parameter(Mandatory, ValueFromPipeline, ParameterSetName = 'ByValue')] [Alias('ImagePackage', 'OperatingSystemImage')] [psobject] $InputObject,
        [Parameter(Mandatory, Position = 0, ParameterSetName = 'ByName')] [Alias('ImageId', 'OperatingSystemImageName', 'OperatingSystemImageId')] [SupportsWildcards()] [string[]] $ImageName,
        [Alias('DistributionPoint')] [string[]] $DistributionPointName,
        [Alias('DistributionPointGroup')] [string[]] $DistributionPointGroupName,
        [switch] $PassThru
    )

    process {
        $images = @($ImageName)
        if ($PSCmdlet.ParameterSetName -eq 'ByValue') { $images = @(Get-ImgName -InputObject $InputObject) }
        $request = [ordered]@{ image = $images }
        if ($DistributionPointName) { $request['point'] = @($DistributionPointName) }
        if ($DistributionPointGroupName) { $request['group'] = @($DistributionPointGroupName) }
        if ($PSCmdlet.ShouldProcess($images -join ', ', 'Distribute content')) {
            Send-ImgContent -Cmdlet $PSCmdlet -Request $request -PassThru:$PassThru
        }
    }
}
