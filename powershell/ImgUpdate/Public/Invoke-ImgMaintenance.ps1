function Invoke-ImgMaintenance {
    <#
    .SYNOPSIS
    Does the hygiene of every month now.
    .DESCRIPTION
    Declines updates, removes content of superseded updates and kept versions beyond their number, and maintains the database
    of the site. What a run or a schedule needs stays. A part that fails keeps no other. -WhatIf outputs what each part would
    do, and how much it is.
    .PARAMETER InputObject
    From the pipeline: schedules of kind Maintenance. What they say is done now.
    .PARAMETER ScheduleId
    Ids of schedules of kind Maintenance.
    .PARAMETER Part
    Parts that are done: Decline, Content, Versions, Database. Default: all.
    .PARAMETER DeclineRule
    Which updates are declined. Default: Expired, Itanium, Beta. With Superseded, a rule that defers or takes the one before
    has nothing left to choose.
    .PARAMETER ContentOlderThan
    Besides the content of superseded and expired updates: files that were stored so many days ago or longer.
    .PARAMETER ContentMaximumSize
    Besides: the oldest files, until the library has at most so many bytes.
    .PARAMETER RetainVersion
    Kept versions of an image besides the current one. Default: as the site is set.
    .PARAMETER RetainDays
    Days that a kept version stays after another one took its place. Default: as the site is set. The version before the
    current one stays.
    .PARAMETER RetainBytes
    Bytes that the kept versions of one image may take on disk; the oldest go first. Default: as the site is set.
    .PARAMETER Force
    Does not ask.
    .INPUTS
    Img.UpdateSchedule
    .OUTPUTS
    Img.Maintenance; Img.MaintenancePart with -WhatIf
    .EXAMPLE
    Invoke-ImgMaintenance -WhatIf

    Shows what a maintenance would do, and how much it is.
    .EXAMPLE
    Invoke-ImgMaintenance -Part Content, Versions -ContentOlderThan 180 -RetainVersion 1 -Force

    Cleans up content and kept versions.
    .LINK
    New-ImgMaintenanceSchedule
    #>
    [CmdletBinding(SupportsShouldProcess, ConfirmImpact = 'High', DefaultParameterSetName = 'ByPart')]
    [OutputType('Img.Maintenance', 'Img.MaintenancePart')]
    param(
        [Parameter(Mandatory, ValueFromPipeline, ParameterSetName = 'ByValue')] [psobject] $InputObject,
        [Parameter(Mandatory, Position = 0, ParameterSetName = 'BySchedule')] [string[]] $ScheduleId,
        [Parameter(ParameterSetName = 'ByPart')] [ValidateSet('Decline', 'Content', 'Versions', 'Database')] [string[]] $Part,
        [Parameter(ParameterSetName = 'ByPart')] [ValidateSet('Superseded', 'Expired', 'Itanium', 'Arm', 'Beta', 'Preview', 'UnusedRelease')] [string[]] $DeclineRule,
        [Parameter(ParameterSetName = 'ByPart')] [ValidateRange(1, 36500)] [int] $ContentOlderThan,
        [Parameter(ParameterSetName = 'ByPart')] [ValidateRange(0, 9223372036854775807)] [long] $ContentMaximumSize,
        [Parameter(ParameterSetName = 'ByPart')] [ValidateRange(0, 1000)] [int] $RetainVersion,
        [Parameter(ParameterSetName = 'ByPart')] [ValidateRange(0, 36500)] [int] $RetainDays,
        [Parameter(ParameterSetName = 'ByPart')] [ValidateRange(0, 9223372036854775807)] [long] $RetainBytes,
        [switch] $Force
    )

    process {
        if ($Force -and -not $PSBoundParameters.ContainsKey('Confirm')) {
            $ConfirmPreference = 'None'
        }
        $requests = @(switch ($PSCmdlet.ParameterSetName) {
                'ByValue' { @{ scheduleId = [string]$InputObject.ScheduleId } }
                'BySchedule' { foreach ($each in $ScheduleId) { @{ scheduleId = $each } } }
                default { ConvertTo-ImgMaintenanceRequest -Bound $PSBoundParameters }
            })
        foreach ($request in $requests) {
            $label = 'all parts'
            if ($request['part']) { $label = $request['part'] -join ', ' }
            if ($request['scheduleId']) { $label = "as schedule $($request['scheduleId']) says" }
            $call = @{ Cmdlet = $PSCmdlet; Method = 'maintenance.run'; Request = $request; Target = $label }
            $what = "Site: $label"
            $result = $null
            if (Test-ImgPrompt -Impact High) {
                $result = Invoke-ImgEngine @call -DryRun
                if ($null -eq $result) {
                    continue
                }
                $what = "This site: $($result.Maintenance.Parts.Summary -join ' ')"
            }
            $isReal = $PSCmdlet.ShouldProcess($what, 'Maintain')
            if (-not $isReal -and -not $WhatIfPreference) {
                continue
            }
            if ($isReal) {
                $result = Invoke-ImgEngine @call
            }
            if ($null -eq $result) {
                continue
            }
            $maintenance = ConvertTo-ImgObject -TypeName Img.Maintenance -InputObject $result.Maintenance
            if ($isReal) { $maintenance } else { $maintenance.Parts }
        }
    }
}
