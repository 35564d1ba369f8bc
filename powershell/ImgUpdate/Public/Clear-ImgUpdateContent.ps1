function Clear-ImgUpdateContent {
    <#
    .SYNOPSIS
    Removes files from the content library.
    .DESCRIPTION
    Removes what is named: files of updates, old ones, those of superseded updates, the oldest above a size, what is in
    quarantine, what did not come whole. What a pending run or a schedule needs stays, unless -IncludeNeeded is passed. -WhatIf
    outputs what would go.
    .PARAMETER InputObject
    From the pipeline: updates, or content.
    .PARAMETER UniqueId
    Identities of updates.
    .PARAMETER OlderThan
    Files that were stored so many days ago or longer.
    .PARAMETER Superseded
    Files of updates that are superseded or expired.
    .PARAMETER MaximumSize
    The oldest files, until the library has at most so many bytes.
    .PARAMETER Quarantine
    Everything in quarantine.
    .PARAMETER Unfinished
    Files that did not come whole, unless they are being downloaded.
    .PARAMETER SaveId
    Saves in the background that are to stop.
    .PARAMETER IncludeNeeded
    Removes also what a pending run or a schedule needs.
    .PARAMETER Force
    Does not ask.
    .INPUTS
    Img.Update, Img.UpdateContent
    .OUTPUTS
    Img.ClearedContent
    .EXAMPLE
    Clear-ImgUpdateContent -Superseded -OlderThan 90 -WhatIf

    Shows what a clean-up would remove, and how much it is.
    .EXAMPLE
    Clear-ImgUpdateContent -MaximumSize 50GB -Quarantine -Force

    Keeps the library below 50 GB, and empties quarantine.
    .LINK
    Get-ImgUpdateContent
    #>
    [CmdletBinding(SupportsShouldProcess, ConfirmImpact = 'High', DefaultParameterSetName = 'ByRule')]
    [OutputType('Img.ClearedContent')]
    param(
        [Parameter(Mandatory, ValueFromPipeline, ParameterSetName = 'ByValue')] [Alias('SoftwareUpdate')] [psobject] $InputObject,
        [Parameter(Mandatory, Position = 0, ParameterSetName = 'ById')] [Alias('Id', 'CI_UniqueID')] [string[]] $UniqueId,
        [Parameter(ParameterSetName = 'ByRule')] [ValidateRange(0, 36500)] [int] $OlderThan,
        [Parameter(ParameterSetName = 'ByRule')] [switch] $Superseded,
        [Parameter(ParameterSetName = 'ByRule')] [ValidateRange(0, 9223372036854775807)] [long] $MaximumSize,
        [Parameter(ParameterSetName = 'ByRule')] [switch] $Quarantine,
        [Parameter(ParameterSetName = 'ByRule')] [switch] $Unfinished,
        [Parameter(ParameterSetName = 'ByRule')] [string[]] $SaveId,
        [switch] $IncludeNeeded,
        [switch] $Force
    )

    begin {
        $ids = [System.Collections.Generic.List[string]]::new()
    }

    process {
        if ($PSCmdlet.ParameterSetName -eq 'ByValue') {
            foreach ($id in @(Resolve-ImgUniqueId -Cmdlet $PSCmdlet -InputObject $InputObject)) {
                if ($id) { $ids.Add($id) }
            }
        }
    }

    end {
        $request = [ordered]@{}
        if ($UniqueId) { $ids.AddRange($UniqueId) }
        if ($PSCmdlet.ParameterSetName -ne 'ByRule') {
            if ($ids.Count -eq 0) {
                return
            }
            $request['uniqueId'] = @($ids | Select-Object -Unique)
        }
        if ($PSBoundParameters.ContainsKey('OlderThan')) { $request['olderThan'] = $OlderThan }
        if ($PSBoundParameters.ContainsKey('MaximumSize')) { $request['maximumSize'] = $MaximumSize }
        if ($Superseded) { $request['superseded'] = $true }
        if ($Quarantine) { $request['quarantine'] = $true }
        if ($Unfinished) { $request['unfinished'] = $true }
        if ($SaveId) { $request['saveId'] = @($SaveId) }
        if ($IncludeNeeded) { $request['force'] = $true }
        if ($Force -and -not $PSBoundParameters.ContainsKey('Confirm')) {
            $ConfirmPreference = 'None'
        }
        $what = 'the content library'
        $action = 'Remove files'
        $result = $null
        if (Test-ImgPrompt -Impact High) {
            $result = Invoke-ImgEngine -Cmdlet $PSCmdlet -Method content.clear -Request $request -DryRun
            if ($null -eq $result) {
                return
            }
            $what = Get-ImgClearText -Cmdlet $PSCmdlet -Request $request
            $action = "Remove $(Get-ImgCountText -Count @($result.Removed).Count -Noun file) ($(Get-ImgSizeText -Byte $result.Bytes))"
        }
        $isReal = $PSCmdlet.ShouldProcess($what, $action)
        if (-not $isReal -and -not $WhatIfPreference) {
            return
        }
        if ($isReal) {
            $result = Invoke-ImgEngine -Cmdlet $PSCmdlet -Method content.clear -Request $request
        }
        if ($null -eq $result) {
            return
        }
        foreach ($kept in $result.Kept) {
            if ($null -ne $kept) { Write-Warning -Message "$($kept.Name) is kept: $($kept.Reason)." }
        }
        ConvertTo-ImgObject -TypeName Img.ClearedContent -InputObject $result.Removed
    }
}
