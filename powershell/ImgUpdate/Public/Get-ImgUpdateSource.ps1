function Get-ImgUpdateSource {
    <#
    .SYNOPSIS
    Gets sources of updates.
    .DESCRIPTION
    Outputs the sources in their order: the first that knows a fact is believed. State is never, ok, failing, changed
    (it answers in another shape than the known one) or stale (no successful synchronisation for 35 days).
    What was imported from files is the last, called import, of the type file: it says when a file was imported last,
    which, and how many updates are from files. It cannot be synchronised, tested or set.
    .PARAMETER Name
    Names of sources, with the wildcards * and ?.
    .INPUTS
    Names
    .OUTPUTS
    Img.UpdateSource
    .EXAMPLE
    Get-ImgUpdateSource

    Gets all sources.
    .EXAMPLE
    Get-ImgUpdateSource | Where-Object State -ne ok | Test-ImgUpdateSource

    Tries those that have not worked lately.
    .LINK
    New-ImgUpdateSource
    .LINK
    Sync-ImgUpdate
    #>
    [CmdletBinding()]
    [OutputType('Img.UpdateSource')]
    param([Parameter(Position = 0, ValueFromPipeline, ValueFromPipelineByPropertyName)] [SupportsWildcards()] [string[]] $Name = '*')

    process {
        foreach ($each in $Name) {
            $result = Invoke-ImgEngine -Cmdlet $PSCmdlet -Method source.list -Request @{ name = $each } -Target $each
            $sources = @($result.Sources)
            if ($sources.Count -eq 0 -and $null -ne $result -and $each -notmatch '[*?]') {
                Write-ImgError -Cmdlet $PSCmdlet -Record (New-ImgError -Id ImgSourceNotFound -Message "There is no source '$each'." -Target $each)
            }
            ConvertTo-ImgObject -TypeName Img.UpdateSource -InputObject $sources
        }
    }
}
