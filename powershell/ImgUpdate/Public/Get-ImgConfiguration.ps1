function Get-ImgConfiguration {
    <#
    .SYNOPSIS
    Shows the configuration of the site.
    .DESCRIPTION
    Outputs where the site is, on which drive images are serviced, how many versions of an image are kept, and which
    servicing tool is used. The site is a folder; the environment variable IMGUPDATE_SITE names it.
    .INPUTS
    None
    .OUTPUTS
    Img.Configuration
    .EXAMPLE
    Get-ImgConfiguration

    Shows the configuration.
    .EXAMPLE
    (Get-ImgConfiguration).LogFolder

    Shows where the logs are written.
    .LINK
    Set-ImgConfiguration
    #>
    [CmdletBinding()]
    [OutputType('Img.Configuration')]
    param()

    process {
        $result = Invoke-ImgEngine -Cmdlet $PSCmdlet -Method site.show
        ConvertTo-ImgObject -TypeName Img.Configuration -InputObject $result
    }
}
