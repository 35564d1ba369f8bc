function New-ImgSchedule {
    <#
    .SYNOPSIS
    Makes a schedule: once, or again and again.
    .DESCRIPTION
    Parameters are those of New-CMSchedule, and more: Patch Tuesday, cron, time zones, maintenance windows. Nothing is stored.
    The schedule is checked, and says when it happens next (NextRun, Next). A local time that daylight saving leaves out is
    taken at the first moment after the gap, one that comes twice is taken the first time.
    .PARAMETER Nonrecurring
    Happens once, at -Start.
    .PARAMETER RecurInterval
    Unit of an interval: Minutes, Hours or Days.
    .PARAMETER RecurCount
    Every so many minutes, hours, days, weeks or months. Default for weeks and months: 1.
    .PARAMETER DayOfWeek
    Days of the week; with -WeekOrder one of them.
    .PARAMETER DayOfMonth
    Day of the month, 1 to 31; 0 is the last one. In a month that lacks the day it is the last one.
    .PARAMETER LastDayOfMonth
    The last day of the month.
    .PARAMETER WeekOrder
    Which -DayOfWeek of the month: First, Second, Third, Fourth or Last.
    .PARAMETER PatchTuesday
    The second Tuesday of each month.
    .PARAMETER OffsetDay
    Days after the day that -WeekOrder or -PatchTuesday names, or before it when negative; also into another month.
    .PARAMETER Cron
    Cron text of five fields: minute, hour, day of the month, month, day of the week; also TUE#2 and L.
    .PARAMETER Start
    A time of day ('22:00'), or the date and time at which the schedule begins. Default: midnight.
    .PARAMETER End
    Date, or date and time, after which nothing happens.
    .PARAMETER IsUtc
    Times are UTC.
    .PARAMETER TimeZone
    Time zone of all times, as IANA or Windows names it. Default: the one of this computer.
    .PARAMETER DurationInterval
    Unit of the duration: Minutes, Hours or Days.
    .PARAMETER DurationCount
    How long after its time an occurrence may still begin before it counts as missed.
    .PARAMETER WindowStart
    Local time at which the maintenance window opens. What is due outside waits for it.
    .PARAMETER WindowMinute
    Minutes that the maintenance window stays open.
    .PARAMETER WindowDay
    Days on which the maintenance window opens. Default: all.
    .PARAMETER MissedRun
    What becomes of a run whose time went by: RunLate (default), Skip or NextWindow.
    .PARAMETER Jitter
    Spreads the beginning over so many minutes.
    .PARAMETER ScheduleString
    Outputs the schedule string of Configuration Manager instead.
    .INPUTS
    None
    .OUTPUTS
    Img.Schedule; a string with -ScheduleString
    .EXAMPLE
    New-ImgSchedule -PatchTuesday -OffsetDay 2 -Start '22:00'

    Each month on the second day after Patch Tuesday, at 22:00.
    .EXAMPLE
    New-ImgSchedule -DayOfWeek Tuesday -WeekOrder Second -Start '2026-12-01 04:00' -TimeZone 'W. Europe Standard Time' -WindowDay Saturday -WindowStart '20:00' -WindowMinute 240

    On the second Tuesday of the month, begun in the maintenance window of the Saturday that follows.
    .EXAMPLE
    New-ImgSchedule -DayOfWeek Monday, Thursday -RecurCount 2 -Start '2026-12-01 21:30' -ScheduleString

    Writes a schedule as Configuration Manager stores it.
    .LINK
    Convert-ImgSchedule
    #>
    [CmdletBinding(SupportsShouldProcess, DefaultParameterSetName = 'RecurrenceNone')]
    [OutputType('Img.Schedule', [string])]
    param(
        [Parameter(ParameterSetName = 'RecurrenceNone')] [switch] $Nonrecurring,
        [Parameter(Mandatory, ParameterSetName = 'RecurrenceInterval')] [ValidateSet('Minutes', 'Hours', 'Days')] [string] $RecurInterval,
        [Parameter(Mandatory, ParameterSetName = 'RecurrenceInterval')]
        [Parameter(ParameterSetName = 'RecurrenceWeekly')]
        [Parameter(ParameterSetName = 'RecurrenceMonthlyByDate')]
        [Parameter(ParameterSetName = 'RecurMonthlyLastDayOfMonth')]
        [Parameter(ParameterSetName = 'RecurMonthlyByWeekday')] [ValidateRange(1, 2147483647)] [int] $RecurCount = 1,
        [Parameter(Mandatory, ParameterSetName = 'RecurrenceWeekly')]
        [Parameter(Mandatory, ParameterSetName = 'RecurMonthlyByWeekday')] [System.DayOfWeek[]] $DayOfWeek,
        [Parameter(Mandatory, ParameterSetName = 'RecurrenceMonthlyByDate')] [ValidateRange(0, 31)] [int] $DayOfMonth,
        [Parameter(Mandatory, ParameterSetName = 'RecurMonthlyLastDayOfMonth')] [switch] $LastDayOfMonth,
        [Parameter(Mandatory, ParameterSetName = 'RecurMonthlyByWeekday')] [ValidateSet('First', 'Second', 'Third', 'Fourth', 'Last')] [string] $WeekOrder,
        [Parameter(Mandatory, ParameterSetName = 'PatchTuesday')] [switch] $PatchTuesday,
        [Parameter(ParameterSetName = 'RecurMonthlyByWeekday')]
        [Parameter(ParameterSetName = 'PatchTuesday')] [Alias('OffsetDays')] [ValidateRange(-31, 31)] [int] $OffsetDay,
        [Parameter(Mandatory, ParameterSetName = 'Cron')] [string] $Cron,
        [Parameter(Mandatory, ParameterSetName = 'RecurrenceNone')]
        [Parameter(ParameterSetName = 'RecurrenceInterval')]
        [Parameter(ParameterSetName = 'RecurrenceWeekly')]
        [Parameter(ParameterSetName = 'RecurrenceMonthlyByDate')]
        [Parameter(ParameterSetName = 'RecurMonthlyLastDayOfMonth')]
        [Parameter(ParameterSetName = 'RecurMonthlyByWeekday')]
        [Parameter(ParameterSetName = 'PatchTuesday')]
        [Parameter(ParameterSetName = 'Cron')] [object] $Start,
        [object] $End,
        [switch] $IsUtc,
        [string] $TimeZone,
        [ValidateSet('Minutes', 'Hours', 'Days')] [string] $DurationInterval,
        [ValidateRange(0, 2147483647)] [int] $DurationCount,
        [string] $WindowStart,
        [Alias('WindowMinutes')] [ValidateRange(1, 1440)] [int] $WindowMinute,
        [Alias('WindowDays')] [System.DayOfWeek[]] $WindowDay,
        [ValidateSet('RunLate', 'Skip', 'NextWindow')] [string] $MissedRun,
        [Alias('JitterMinutes')] [ValidateRange(0, 1440)] [int] $Jitter,
        [switch] $ScheduleString
    )

    process {
        $recurrence = New-ImgRecurrence -Cmdlet $PSCmdlet -Bound $PSBoundParameters
        $words = Get-ImgRecurrenceText -ParameterSetName $PSCmdlet.ParameterSetName -Bound $PSBoundParameters
        if (-not $PSCmdlet.ShouldProcess($words, 'Make schedule')) {
            return
        }
        if ($ScheduleString) {
            return (Invoke-ImgEngine -Cmdlet $PSCmdlet -Method schedule.convert -Request @{ schedules = @($recurrence) }).ScheduleString
        }
        ConvertTo-ImgSchedule -Cmdlet $PSCmdlet -Recurrence $recurrence
    }
}
