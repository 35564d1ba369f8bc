function Remove-ImgImage {
    <#
    .SYNOPSIS
    Takes an image out of the library.
    .DESCRIPTION
    The image file stays, unless -IncludeContent is given.
    .PARAMETER InputObject
    From the pipeline: images or names.
    .PARAMETER Name
    Names of registered images, with the wildcards * and ?.
    .PARAMETER Id
    Id of a registered image.
    .PARAMETER IncludeContent
    Deletes the image file and its kept versions too.
    .PARAMETER Force
    Does not ask.
    .INPUTS
    Img.Image, names
    .OUTPUTS
    None
    .EXAMPLE
    Remove-ImgImage -Name 'Windows 10 Enterprise'

    Asks, and takes the image out of the library.
    .EXAMPLE
    Get-ImgImage 'Test*' | Remove-ImgImage -IncludeContent -Force

    Removes the test images with their files, without asking.
    .LINK
    New-ImgImage
    #>
    [CmdletBinding(SupportsShouldProcess, ConfirmImpact = 'High', DefaultParameterSetName = 'ByName')]
    [Alias('Remove-ImgOperatingSystemImage')]
    param(
        [Parameter(Mandatory, ValueFromPipeline, ParameterSetName = 'ByValue')] [Alias('OperatingSystemImage')] [psobject] $InputObject,
        [Parameter(Mandatory, Position = 0, ParameterSetName = 'ByName')] [SupportsWildcards()] [Alias('ImageName', 'OperatingSystemImageName')] [string[]] $Name,
        [Parameter(Mandatory, ParameterSetName = 'ById')] [Alias('ImageId', 'PackageId', 'OperatingSystemImageId')] [string] $Id,
        [switch] $IncludeContent,
        [switch] $Force
    )

    process {
        if ($Force -and -not $PSBoundParameters.ContainsKey('Confirm')) {
            $ConfirmPreference = 'None'
        }
        $action = 'Remove image from the library'
        if ($IncludeContent) {
            $action = 'Remove image and delete its files'
        }
        foreach ($target in Get-ImgNamedTarget -Cmdlet $PSCmdlet -Bound $PSBoundParameters -Kind Image) {
            if ($PSCmdlet.ShouldProcess($target.Label, $action)) {
                $request = [ordered]@{ image = $target.Value; content = [bool]$IncludeContent }
                $null = Invoke-ImgEngine -Cmdlet $PSCmdlet -Method image.remove -Request $request -Target $target.Label
            }
        }
    }
}
