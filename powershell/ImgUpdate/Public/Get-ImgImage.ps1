function Get-ImgImage {
    <#
    .SYNOPSIS
    Gets registered images.
    .DESCRIPTION
    Outputs what the library knows of each image: its file, what is inside, and what is scheduled for it.
    .PARAMETER Name
    Names, with the wildcards * and ?. Default is all images.
    .PARAMETER Id
    Ids of images.
    .PARAMETER Reload
    Reads the image file again first. Use it after a change of the file that was intended.
    .PARAMETER DisableWildcardHandling
    Takes * and ? of the name literally.
    .PARAMETER ForceWildcardHandling
    Takes * and ? of the name as wildcards, as is the default.
    .INPUTS
    Objects with Id (PackageId, ImageId).
    .OUTPUTS
    Img.Image
    .EXAMPLE
    Get-ImgImage 'Windows 11*'

    Shows the images whose names begin with Windows 11.
    .EXAMPLE
    Get-ImgImage -Name 'Windows 11 Enterprise' -Reload

    Reads the image file again and shows the image.
    .LINK
    New-ImgImage
    #>
    [CmdletBinding(DefaultParameterSetName = 'ByName')]
    [Alias('Get-ImgOperatingSystemImage')]
    [OutputType('Img.Image')]
    param(
        [Parameter(Position = 0, ParameterSetName = 'ByName')] [SupportsWildcards()] [Alias('ImageName', 'OperatingSystemImageName')] [string[]] $Name = @('*'),
        [Parameter(Mandatory, ValueFromPipelineByPropertyName, ParameterSetName = 'ById')] [Alias('PackageId', 'ImageId', 'OperatingSystemImageId')] [string[]] $Id,
        [Alias('ReloadImage')] [switch] $Reload,
        [Parameter(DontShow)] [switch] $DisableWildcardHandling,
        [Parameter(DontShow)] [switch] $ForceWildcardHandling
    )

    process {
        $null = $ForceWildcardHandling
        $images = if ($PSCmdlet.ParameterSetName -eq 'ById') {
            foreach ($each in $Id) {
                (Invoke-ImgEngine -Cmdlet $PSCmdlet -Method image.show -Request @{ image = $each } -Target $each).Image
            }
        } else {
            foreach ($each in $Name) {
                Find-ImgImage -Cmdlet $PSCmdlet -Name $each -Literal:$DisableWildcardHandling
            }
        }
        foreach ($image in $images) {
            if ($Reload -and $null -ne $image) {
                $image = (Invoke-ImgEngine -Cmdlet $PSCmdlet -Method image.refresh -Request @{ image = $image.Id } -Target $image -Activity $image.Name).Image
            }
            ConvertTo-ImgObject -TypeName Img.Image -InputObject $image
        }
    }
}
