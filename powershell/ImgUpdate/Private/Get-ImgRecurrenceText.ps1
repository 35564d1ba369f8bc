function Get-ImgRecurrenceText {
    <#
    .SYNOPSIS
    Outputs in words how a schedule recurs, from the bound parameters of New-ImgSchedule.
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param(
        [Parameter(Mandatory)] [string] $ParameterSetName,
        [Parameter(Mandatory)] [System.Collections.IDictionary] $Bound
    )

    $count = 1
    if ($Bound.ContainsKey('RecurCount')) { $count = [int]$Bound['RecurCount'] }
    $ofMonths = 'of every month'
    if ($count -gt 1) { $ofMonths = "of every $count months" }
    switch ($ParameterSetName) {
        'RecurrenceNone' { return "one time, $($Bound['Start'])" }
        'Cron' { return "cron $($Bound['Cron'])" }
        'RecurrenceInterval' {
            $unit = $Bound['RecurInterval'].ToLowerInvariant()
            if ($count -eq 1) { return "every $($unit.TrimEnd('s'))" }
            return "every $count $unit"
        }
        'RecurrenceWeekly' {
            $days = $Bound['DayOfWeek'] -join ', '
            if ($count -eq 1) { return "weekly on $days" }
            return "every $count weeks on $days"
        }
        'RecurrenceMonthlyByDate' {
            if ($Bound['DayOfMonth'] -ne 0) { return "day $($Bound['DayOfMonth']) $ofMonths" }
            return "the last day $ofMonths"
        }
        'RecurMonthlyLastDayOfMonth' { return "the last day $ofMonths" }
    }
    $base = 'Patch Tuesday'
    if ($ParameterSetName -ne 'PatchTuesday') { $base = "the $($Bound['WeekOrder']) $($Bound['DayOfWeek']) $ofMonths" }
    $offset = [int]$Bound['OffsetDay']
    if ($offset -gt 0) { return "$base and $(Get-ImgCountText -Count $offset -Noun day)" }
    if ($offset -lt 0) { return "$(Get-ImgCountText -Count (-$offset) -Noun day) before $base" }
    $base
}
