function Get-ImgBootImage {
    <#
    .SYNOPSIS
    Gets registered boot images.
    .DESCRIPTION
    Outputs what the library knows of each boot image: its file, and what is inside.
    .PARAMETER Name
    Names, with the wildcards * and ?. Default is all boot images.
    .PARAMETER Id
    Ids of boot images.
    .PARAMETER DisableWildcardHandling
    Takes * and ? of the name literally.
    .PARAMETER ForceWildcardHandling
    Takes * and ? of the name as wildcards, as is the default.
    .INPUTS
    Objects with Id (PackageId, ImageId).
    .OUTPUTS
    Img.BootImage
    .EXAMPLE
    Get-ImgBootImage 'Boot x64*'

    Shows the boot images whose names begin with Boot x64.
    .EXAMPLE
    Get-ImgBootImage | Select-Object -Property Name, OSVersion, Architecture

    Shows which Windows PE each of them holds.
    .LINK
    New-ImgBootImage
    #>
    [CmdletBinding(DefaultParameterSetName = 'ByName')]
    [OutputType('Img.BootImage')]
    param(
        [Parameter(Position = 0, ParameterSetName = 'ByName')] [SupportsWildcards()] [Alias('BootImageName')] [string[]] $Name = @('*'),
        [Parameter(Mandatory, ValueFromPipelineByPropertyName, ParameterSetName = 'ById')] [Alias('PackageId', 'ImageId', 'BootImageId')] [string[]] $Id,
        [Parameter(DontShow)] [switch] $DisableWildcardHandling,
        [Parameter(DontShow)] [switch] $ForceWildcardHandling
    )

    process {
        $null = $ForceWildcardHandling
        if ($PSCmdlet.ParameterSetName -eq 'ById') {
            foreach ($each in $Id) {
                $result = Invoke-ImgEngine -Cmdlet $PSCmdlet -Method boot-image.show -Request @{ bootImage = $each } -Target $each
                if ($null -ne $result) { ConvertTo-ImgObject -TypeName Img.BootImage -InputObject $result.BootImage }
            }
            return
        }
        foreach ($each in $Name) {
            Find-ImgImage -Cmdlet $PSCmdlet -Kind BootImage -Name $each -Literal:$DisableWildcardHandling
        }
    }
}
