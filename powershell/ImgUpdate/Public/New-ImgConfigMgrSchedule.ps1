function New-ImgConfigMgrSchedule {
    <#
    .SYNOPSIS
    Lets Configuration Manager put updates into an operating system image that were chosen here.
    .DESCRIPTION
    Calls New-CMOperatingSystemImageUpdateSchedule at the site of a configmgr source, for the updates that are given, that
    a registered image should get, or that a rule chooses. Updates that the site does not know, calls expired or cannot
    put in offline are left out and shown. Configuration Manager does the rest, with the content that it has downloaded.
    .PARAMETER ImageName
    Name or package id of the operating system image in Configuration Manager.
    .PARAMETER Update
    Updates: objects of Get-ImgUpdate, unique ids or KBs.
    .PARAMETER For
    A registered image here: what it should get.
    .PARAMETER Rule
    A rule here: what it chooses.
    .PARAMETER Source
    Name of the configmgr source, where there are several.
    .PARAMETER CustomSchedule
    When. Left out: as soon as possible.
    .PARAMETER ContinueOnError
    Goes on with the next update after one that fails.
    .PARAMETER RemoveSupersededUpdates
    Removes superseded components afterwards.
    .PARAMETER UpdateDistributionPoint
    Updates the distribution points afterwards.
    .INPUTS
    Img.Update
    .OUTPUTS
    Img.ConfigMgrSchedule: Source, Target, Updates, Skipped, ScheduleId, At, Warnings, Applied
    .EXAMPLE
    Get-ImgUpdate -ApplicableTo 'Windows 11 Enterprise' -Latest | New-ImgConfigMgrSchedule -ImageName 'Windows 11 Enterprise'

    Chooses here, and lets Configuration Manager service its image now.
    .EXAMPLE
    New-ImgConfigMgrSchedule -ImageName ABC00042 -Rule 'Windows 11' -CustomSchedule '2026-12-12 22:00' -WhatIf

    Shows what would be scheduled for a night.
    .LINK
    New-ImgUpdateSchedule
    #>
    [CmdletBinding(SupportsShouldProcess)]
    [OutputType('Img.ConfigMgrSchedule')]
    param(
        [Parameter(Mandatory, Position = 0)] [string] $ImageName,
        [Parameter(ValueFromPipeline)] [Alias('SoftwareUpdate')] [psobject[]] $Update,
        [string] $For,
        [string] $Rule,
        [string] $Source,
        [datetime] $CustomSchedule,
        [bool] $ContinueOnError,
        [Alias('CleanUp')] [bool] $RemoveSupersededUpdates,
        [Alias('UpdateDistributionPoints', 'UpdateDistributionPointsWithImage')] [bool] $UpdateDistributionPoint
    )

    begin {
        $named = New-Object -TypeName System.Collections.Generic.List[string]
        $isPiped = $MyInvocation.ExpectingInput
    }
    process {
        foreach ($one in $Update) {
            if ($one -is [string]) { $named.Add($one) } else { $named.Add([string] $one.UniqueId) }
        }
    }
    end {
        if ($isPiped -and $named.Count -eq 0) {
            Write-ImgError -Cmdlet $PSCmdlet -Record (New-ImgError -Id ImgUpdateNotFound -Message 'No update came in, so there is nothing to schedule.')
            return
        }
        $request = [ordered]@{ target = $ImageName }
        if ($named.Count -gt 0) { $request['update'] = @($named) }
        if ($For) { $request['image'] = $For }
        if ($Rule) { $request['rule'] = $Rule }
        if ($Source) { $request['source'] = $Source }
        if ($PSBoundParameters.ContainsKey('CustomSchedule')) { $request['at'] = ConvertTo-ImgTime $CustomSchedule }
        foreach ($switch in 'ContinueOnError', 'RemoveSupersededUpdates', 'UpdateDistributionPoint') {
            if ($PSBoundParameters.ContainsKey($switch)) {
                $request[$switch.Substring(0, 1).ToLowerInvariant() + $switch.Substring(1)] = $PSBoundParameters[$switch]
            }
        }
        $isReal = $PSCmdlet.ShouldProcess($ImageName, 'Schedule in Configuration Manager')
        if (-not $isReal -and -not $WhatIfPreference) {
            return
        }
        $result = Invoke-ImgEngine -Cmdlet $PSCmdlet -Method configmgr.schedule -Request $request -Target $ImageName -Activity $ImageName -DryRun:(-not $isReal)
        if ($null -eq $result) {
            return
        }
        foreach ($message in $result.Warnings) { $PSCmdlet.WriteWarning($message) }
        foreach ($left in $result.Skipped) { $PSCmdlet.WriteWarning("$($left.Title) is left out: $($left.Reason).") }
        ConvertTo-ImgObject -TypeName Img.ConfigMgrSchedule -InputObject $result
    }
}
