function Get-ImgServicingAdvice {
    <#
    .SYNOPSIS
    Says how to keep an image patched: service it offline, install updates while deploying, or capture it anew.
    .DESCRIPTION
    Says too whether the file should be reduced to a single index, and whether superseded updates should be removed. Each part
    has its reason; sizes and times come from this site where it has any. Nothing is mounted or changed.
    .PARAMETER InputObject
    From the pipeline: images, runs or names.
    .PARAMETER Name
    Name of a registered image.
    .PARAMETER Id
    Id of a registered image.
    .INPUTS
    Img.Image, names
    .OUTPUTS
    Img.ServicingAdvice
    .EXAMPLE
    Get-ImgImage | Get-ImgServicingAdvice

    Shows what is advised for each image, and why.
    .EXAMPLE
    (Get-ImgServicingAdvice 'Windows 11 Enterprise').Ways

    Compares the three ways: time at the site, bytes to the distribution points, bytes for each computer.
    .LINK
    New-ImgUpdateSchedule
    #>
    [CmdletBinding(DefaultParameterSetName = 'ByName')]
    [OutputType('Img.ServicingAdvice')]
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
        $result = Invoke-ImgEngine -Cmdlet $PSCmdlet -Method image.advice -Request @{ image = $target.Value } -Target $target.Label
        Write-ImgAnswer -Result $result -Member Advice -TypeName Img.ServicingAdvice
    }
}
