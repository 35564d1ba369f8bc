function New-ImgMaintenanceSchedule {
    <#
    .SYNOPSIS
    Schedules the hygiene of every month.
    .DESCRIPTION
    A worker does it, once at each time; Get-ImgMaintenance shows what was done. Get-, Set-, Suspend-, Resume- and
    Clear-ImgUpdateSchedule take such a schedule as any other. Invoke-ImgMaintenance -WhatIf says what it would do now.
    .PARAMETER ScheduleName
    Name of the schedule.
    .PARAMETER Schedule
    When it recurs: a schedule of New-ImgSchedule.
    .PARAMETER CustomSchedule
    Date and time, once.
    .PARAMETER RunNow
    As soon as possible, once, by a worker.
    .PARAMETER Utc
    $true: the time of -CustomSchedule is UTC, unless it says itself what it is.
    .PARAMETER Description
    Remark.
    .PARAMETER Disabled
    Suspended from the beginning.
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
    .OUTPUTS
    Img.UpdateSchedule
    .EXAMPLE
    New-ImgMaintenanceSchedule 'Monthly hygiene' -Schedule (New-ImgSchedule -PatchTuesday -OffsetDay -1 -Start '03:00')

    Cleans up the night before Patch Tuesday.
    .EXAMPLE
    New-ImgMaintenanceSchedule Content -Part Content -ContentMaximumSize 200GB -Schedule (New-ImgSchedule -DayOfWeek Sunday -Start '04:00')

    Keeps the content library below 200 GB.
    .LINK
    Invoke-ImgMaintenance
    #>
    [CmdletBinding(SupportsShouldProcess)]
    [OutputType('Img.UpdateSchedule')]
    param(
        [Parameter(Position = 0)] [ValidateLength(0, 50)] [Alias('Name')] [string] $ScheduleName,
        [psobject] $Schedule,
        [datetime] $CustomSchedule,
        [switch] $RunNow,
        [bool] $Utc,
        [string] $Description,
        [switch] $Disabled,
        [ValidateSet('Decline', 'Content', 'Versions', 'Database')] [string[]] $Part,
        [ValidateSet('Superseded', 'Expired', 'Itanium', 'Arm', 'Beta', 'Preview', 'UnusedRelease')] [string[]] $DeclineRule,
        [ValidateRange(1, 36500)] [int] $ContentOlderThan,
        [ValidateRange(0, 9223372036854775807)] [long] $ContentMaximumSize,
        [ValidateRange(0, 1000)] [int] $RetainVersion,
        [ValidateRange(0, 36500)] [int] $RetainDays,
        [ValidateRange(0, 9223372036854775807)] [long] $RetainBytes
    )

    process {
        Assert-ImgScheduleTime -Cmdlet $PSCmdlet -Bound $PSBoundParameters
        $request = [ordered]@{ maintenance = ConvertTo-ImgMaintenanceRequest -Bound $PSBoundParameters }
        $target = [pscustomobject]@{ Label = "Maintenance $ScheduleName".Trim() }
        if ($PSCmdlet.ShouldProcess($target.Label, 'Schedule')) {
            Send-ImgSchedule -Cmdlet $PSCmdlet -Bound $PSBoundParameters -Target $target -Request $request
        }
    }
}
