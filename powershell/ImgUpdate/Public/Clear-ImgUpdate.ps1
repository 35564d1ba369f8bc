function Clear-ImgUpdate {
    <#
    .SYNOPSIS
    Declines updates that nobody needs, so that the catalog stays small.
    .DESCRIPTION
    Declined updates are never chosen and are left out of lists that do not ask for them. Nothing is deleted: -Undo takes
    the decline of named updates back. -WhatIf says how many updates each rule names.
    .PARAMETER Rule
    Superseded, Expired, Itanium, Arm, Beta, Preview, or UnusedRelease: releases that no registered image has.
    .PARAMETER UniqueId
    Identities of updates to decline.
    .PARAMETER Undo
    Takes the decline of the updates in -UniqueId back.
    .PARAMETER PassThru
    Outputs the identities of what changed.
    .PARAMETER Force
    Does not ask.
    .INPUTS
    Objects with UniqueId
    .OUTPUTS
    None, or identities with -PassThru
    .EXAMPLE
    Clear-ImgUpdate -Rule Superseded, Itanium, Beta, UnusedRelease -WhatIf

    Tells what the clean-up would decline.
    .EXAMPLE
    Get-ImgUpdate -IsHidden $true | Clear-ImgUpdate -Undo -Force

    Takes declines back.
    .LINK
    Set-ImgUpdate
    #>
    [CmdletBinding(SupportsShouldProcess, ConfirmImpact = 'High', DefaultParameterSetName = 'ByRule')]
    [OutputType([string])]
    param(
        [Parameter(Mandatory, Position = 0, ParameterSetName = 'ByRule')]
        [ValidateSet('Superseded', 'Expired', 'Itanium', 'Arm', 'Beta', 'Preview', 'UnusedRelease')] [string[]] $Rule,
        [Parameter(Mandatory, ValueFromPipelineByPropertyName, ParameterSetName = 'ById')] [Alias('CI_UniqueID')] [string[]] $UniqueId,
        [Parameter(ParameterSetName = 'ById')] [switch] $Undo,
        [switch] $PassThru,
        [switch] $Force
    )

    process {
        if ($Force -and -not $PSBoundParameters.ContainsKey('Confirm')) {
            $ConfirmPreference = 'None'
        }
        $request = [ordered]@{}
        if ($PSCmdlet.ParameterSetName -eq 'ByRule') {
            $names = @{ UnusedRelease = 'unused-release' }
            $request['rule'] = @(foreach ($each in $Rule) { if ($names[$each]) { $names[$each] } else { $each.ToLowerInvariant() } })
            $rehearsal = Invoke-ImgEngine -Cmdlet $PSCmdlet -Method update.decline -Request $request -DryRun
            $label = @(foreach ($count in $rehearsal.Counts.PSObject.Properties) {
                    "$(Get-ImgCountText -Count $count.Value -Noun update) ($($count.Name -replace '-', ' '))"
                }) -join ', '
        } else {
            $request['uniqueId'] = @(foreach ($each in $UniqueId) { [string]$each })
            $request['undo'] = [bool]$Undo
            $label = $UniqueId -join ', '
            if (Test-ImgPrompt -Impact High) { $label = Get-ImgUpdateText -Cmdlet $PSCmdlet -Id $UniqueId }
        }
        $action = 'Decline updates'
        if ($Undo) { $action = 'Take the decline back' }
        if ($PSCmdlet.ShouldProcess($label, $action)) {
            $result = Invoke-ImgEngine -Cmdlet $PSCmdlet -Method update.decline -Request $request
            if ($PassThru) { $result.Declined }
        }
    }
}
