function Sync-ImgUpdate {
    <#
    .SYNOPSIS
    Brings in what the sources of updates tell that is new.
    .DESCRIPTION
    Asks the sources in their order. A synchronisation that is interrupted goes on where it stopped; two at once are one.
    A source that fails is an error with its remedy, and the others are asked all the same.
    .PARAMETER Name
    Names of sources, with wildcards. Without it all that are enabled.
    .PARAMETER ArticleId
    Only these articles, from sources that can be asked for one.
    .PARAMETER FullSync
    Asks for everything again instead of what is new.
    .PARAMETER AsJob
    Goes on in a background job of this session.
    .INPUTS
    Img.UpdateSource, names
    .OUTPUTS
    Img.UpdateSync, or a job with -AsJob
    .EXAMPLE
    Sync-ImgUpdate

    Brings everything up to date.
    .EXAMPLE
    Sync-ImgUpdate -WhatIf

    Shows what each source would be asked for.
    .LINK
    Get-ImgUpdateSyncStatus
    .LINK
    New-ImgUpdateSource
    #>
    [CmdletBinding(SupportsShouldProcess)]
    [Alias('Sync-ImgSoftwareUpdate')]
    [OutputType('Img.UpdateSync')]
    param(
        [Parameter(Position = 0, ValueFromPipeline, ValueFromPipelineByPropertyName)] [Alias('Source')] [SupportsWildcards()] [string[]] $Name,
        [Alias('KB', 'KBArticle')] [ValidatePattern('^(KB)?\d{5,8}$')] [string[]] $ArticleId,
        [switch] $FullSync,
        [switch] $AsJob
    )

    begin {
        $names = New-Object -TypeName 'System.Collections.Generic.List[string]'
    }
    process {
        foreach ($each in $Name) { $names.Add($each) }
    }
    end {
        $request = [ordered]@{ full = [bool]$FullSync }
        if ($names.Count -gt 0) { $request['source'] = @($names) }
        if ($ArticleId) { $request['articleId'] = @($ArticleId) }
        $what = 'all sources'
        if ($names.Count -gt 0) { $what = $names -join ', ' }
        if ($WhatIfPreference) {
            $result = Invoke-ImgEngine -Cmdlet $PSCmdlet -Method update.sync -Request $request -Target $what -DryRun
            foreach ($sync in $result.Syncs) {
                foreach ($sentence in $sync.WouldAsk) { $null = $PSCmdlet.ShouldProcess($sync.Source, $sentence) }
            }
            return
        }
        if (-not $PSCmdlet.ShouldProcess($what, 'Synchronise')) { return }
        if ($AsJob) {
            $bound = @{} + $PSBoundParameters
            foreach ($own in 'AsJob', 'Name', 'WhatIf', 'Confirm') { $bound.Remove($own) }
            if ($names.Count -gt 0) { $bound['Name'] = @($names) }
            return Start-ImgJob -Command Sync-ImgUpdate -Bound $bound
        }
        $result = Invoke-ImgEngine -Cmdlet $PSCmdlet -Method update.sync -Request $request -Target $what -Activity 'Synchronising updates'
        if ($null -eq $result) { return }
        ConvertTo-ImgObject -TypeName Img.UpdateSync -InputObject $result.Syncs
        foreach ($sync in $result.Syncs) {
            if ($null -ne $sync.Problem) {
                Write-ImgError -Cmdlet $PSCmdlet -Record (ConvertTo-ImgErrorRecord -Problem $sync.Problem -Target $sync)
            } elseif ($sync.Failed -gt 0) {
                $first = @($sync.Errors)[0]
                $message = "$($sync.Source): $(if ($sync.Failed -eq 1) { '1 record' } else { "$($sync.Failed) records" }) could not be read; the first is $($first.Key): $($first.Message)"
                Write-ImgError -Cmdlet $PSCmdlet -Record (New-ImgError -Id ImgSyncIncomplete -Message $message -Target $sync `
                        -Remedy 'All others came in. The member Errors of the synchronisation lists them.')
            }
        }
    }
}
