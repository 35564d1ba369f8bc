function Get-ImgUpdateCategory {
    <#
    .SYNOPSIS
    Gets the products, classifications and languages that sources file updates under.
    .DESCRIPTION
    Subscribed says whether a synchronisation asks for a category. Before the first synchronisation only those are
    known that ImgUpdate knows from the beginning; Told is $false for them.
    .PARAMETER Name
    Names of categories, with the wildcards * and ?, or GUIDs.
    .PARAMETER Kind
    Product, Classification, Language, Family, Company, Detectoid or Other. Default: the first three.
    .PARAMETER Subscribed
    $true: only what a synchronisation asks for; $false: only the rest.
    .PARAMETER Source
    Names of sources, with wildcards. Default: all that have categories.
    .INPUTS
    Names
    .OUTPUTS
    Img.UpdateCategory
    .EXAMPLE
    Get-ImgUpdateCategory -Subscribed $true

    Gets what a synchronisation asks for.
    .EXAMPLE
    Get-ImgUpdateCategory *Server* -Kind Product

    Gets the products of servers.
    .LINK
    Set-ImgUpdateCategory
    .LINK
    Sync-ImgUpdate
    #>
    [CmdletBinding()]
    [OutputType('Img.UpdateCategory')]
    param(
        [Parameter(Position = 0, ValueFromPipeline)] [SupportsWildcards()] [string[]] $Name = '*',
        [ValidateSet('Product', 'Classification', 'Language', 'Family', 'Company', 'Detectoid', 'Other')] [string[]] $Kind,
        [bool] $Subscribed,
        [SupportsWildcards()] [string[]] $Source
    )

    process {
        foreach ($each in $Name) {
            $request = @{ name = @($each) }
            if ($Kind) { $request['kind'] = @($Kind | ForEach-Object { $_.ToLowerInvariant() }) }
            if ($PSBoundParameters.ContainsKey('Subscribed')) { $request['subscribed'] = $Subscribed }
            if ($Source) { $request['source'] = @($Source) }
            $result = Invoke-ImgEngine -Cmdlet $PSCmdlet -Method category.list -Request $request -Target $each
            $categories = @($result.Categories)
            if ($categories.Count -eq 0 -and $null -ne $result -and $each -notmatch '[*?]') {
                Write-ImgError -Cmdlet $PSCmdlet -Record (New-ImgError -Id ImgCategoryNotFound -Message "There is no category '$each'." -Target $each)
            }
            ConvertTo-ImgObject -TypeName Img.UpdateCategory -InputObject $categories
        }
    }
}
