function Update-ImgDistributionPoint {
    <#
    .SYNOPSIS
    Sends images to the distribution points that they go to already.
    .DESCRIPTION
    Sends what changed since the last time. A distribution point that has the current version is looked at, and sent only what
    is missing or damaged there.
    .PARAMETER InputObject
    From the pipeline: images or names.
    .PARAMETER ImageName
    Names or ids of images, with the wildcards * and ?.
    .PARAMETER Name
    Only these distribution points.
    .PARAMETER Failed
    Only those whose last send failed.
    .PARAMETER PassThru
    Outputs where the images are then.
    .INPUTS
    Img.Image, names
    .OUTPUTS
    None, or Img.DistributionStatus with -PassThru
    .EXAMPLE
    Update-ImgDistributionPoint -ImageName 'Windows 11 Enterprise'

    Sends the current version to wherever the image goes.
    .EXAMPLE
    Update-ImgDistributionPoint -ImageName * -Failed -PassThru

    Tries again what failed.
    .LINK
    Start-ImgContentDistribution
    #>
    [CmdletBinding(SupportsShouldProcess, DefaultParameterSetName = 'ByName')]
    [OutputType('Img.DistributionStatus')]
    param(
        [Parameter(Mandatory, ValueFromPipeline, ParameterSetName = 'ByValue')] [Alias('OperatingSystemImage', 'OperatingSystemInstaller')] [psobject] $InputObject,
        [Parameter(Mandatory, Position = 0, ParameterSetName = 'ByName')] [Alias('ImageId', 'OperatingSystemImageName', 'OperatingSystemImageId')] [SupportsWildcards()] [string[]] $ImageName,
        [Alias('DistributionPointName', 'DistributionPoint')] [string[]] $Name,
        [switch] $Failed,
        [switch] $PassThru
    )

    process {
        $images = @($ImageName)
        if ($PSCmdlet.ParameterSetName -eq 'ByValue') { $images = @(Get-ImgName -InputObject $InputObject) }
        $request = [ordered]@{ image = $images }
        if ($Name) { $request['point'] = @($Name) }
        if ($Failed) { $request['failed'] = $true }
        if ($PSCmdlet.ShouldProcess($images -join ', ', 'Update distribution points')) {
            Send-ImgContent -Cmdlet $PSCmdlet -Request $request -PassThru:$PassThru
        }
    }
}
