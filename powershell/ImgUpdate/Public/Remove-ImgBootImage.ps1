function Remove-ImgBootImage {
    <#
    .SYNOPSIS
    Takes a boot image out of the library.
    .DESCRIPTION
    The file stays, unless -IncludeContent is given.
    .PARAMETER InputObject
    From the pipeline: boot images or names.
    .PARAMETER Name
    Names of registered boot images, with the wildcards * and ?.
    .PARAMETER Id
    Id of a registered boot image.
    .PARAMETER IncludeContent
    Deletes the file and its kept versions too.
    .PARAMETER Force
    Does not ask.
    .INPUTS
    Img.BootImage, names
    .OUTPUTS
    None
    .EXAMPLE
    Remove-ImgBootImage -Name 'Boot x64'

    Asks, and takes the boot image out of the library.
    .EXAMPLE
    Get-ImgBootImage 'Test*' | Remove-ImgBootImage -Force

    Takes the boot images of tests out of the library, without asking.
    .LINK
    New-ImgBootImage
    #>
    [CmdletBinding(SupportsShouldProcess, ConfirmImpact = 'High', DefaultParameterSetName = 'ByName')]
    param(
        [Parameter(Mandatory, ValueFromPipeline, ParameterSetName = 'ByValue')] [psobject] $InputObject,
        [Parameter(Mandatory, Position = 0, ParameterSetName = 'ByName')] [SupportsWildcards()] [Alias('BootImageName')] [string[]] $Name,
        [Parameter(Mandatory, ParameterSetName = 'ById')] [Alias('PackageId', 'ImageId', 'BootImageId')] [string] $Id,
        [switch] $IncludeContent,
        [switch] $Force
    )

    process {
        if ($Force -and -not $PSBoundParameters.ContainsKey('Confirm')) {
            $ConfirmPreference = 'None'
        }
        foreach ($target in Get-ImgNamedTarget -Cmdlet $PSCmdlet -Bound $PSBoundParameters -Kind BootImage) {
            if ($PSCmdlet.ShouldProcess($target.Label, 'Remove boot image from the library')) {
                $request = [ordered]@{ bootImage = $target.Value; content = [bool]$IncludeContent }
                $null = Invoke-ImgEngine -Cmdlet $PSCmdlet -Method boot-image.remove -Request $request -Target $target.Label
            }
        }
    }
}
