function Get-ImgRelease {
    <#
    .SYNOPSIS
    Gets rows of the release table, newest first.
    .DESCRIPTION
    Each row says which update brought which revision to which release, on which day, and whether it was a standard
    release, a preview, or out of band. Rows come from Import-ImgRelease.
    .PARAMETER Product
    Family, for example 'Windows 11'.
    .PARAMETER Release
    Release, for example 24H2.
    .PARAMETER ArticleId
    Knowledge base article, with or without KB.
    .PARAMETER Kind
    Standard, Preview, OutOfBand or Unknown.
    .PARAMETER AsOf
    Only rows up to this day.
    .PARAMETER Latest
    Only the newest row of each release.
    .INPUTS
    Objects with ArticleId, for example updates
    .OUTPUTS
    Img.Release
    .EXAMPLE
    Get-ImgRelease -Product 'Windows 11' -Latest

    Gets the newest revision of each release of Windows 11.
    .EXAMPLE
    Get-ImgRelease -ArticleId KB5060842

    Gets the releases to which an update belongs.
    .LINK
    Import-ImgRelease
    #>
    [CmdletBinding()]
    [OutputType('Img.Release')]
    param(
        [Parameter(Position = 0)] [Alias('Family')] [string] $Product,
        [Alias('Version')] [string] $Release,
        [Parameter(ValueFromPipelineByPropertyName)] [Alias('KB')] [string] $ArticleId,
        [ValidateSet('Standard', 'Preview', 'OutOfBand', 'Unknown')] [string] $Kind,
        [datetime] $AsOf,
        [switch] $Latest
    )

    process {
        $request = [ordered]@{}
        foreach ($name in 'Product', 'Release', 'ArticleId') {
            if ($PSBoundParameters[$name]) {
                $request[$name.Substring(0, 1).ToLowerInvariant() + $name.Substring(1)] = $PSBoundParameters[$name]
            }
        }
        if ($Kind) { $request['kind'] = @{ Standard = 'Standard'; Preview = 'Preview'; OutOfBand = 'Out-of-band'; Unknown = 'Unknown' }[$Kind] }
        if ($PSBoundParameters.ContainsKey('AsOf')) { $request['asOf'] = ConvertTo-ImgTime -Time $AsOf }
        if ($Latest) { $request['latest'] = $true }
        Get-ImgList -Cmdlet $PSCmdlet -Method release.list -Request $request -Member Releases -TypeName Img.Release -Target $ArticleId
    }
}
