function Convert-ImgSchedule {
    <#
    .SYNOPSIS
    Reads schedule strings of Configuration Manager, and writes them.
    .DESCRIPTION
    A string becomes schedules, one for each 16 digits; schedules become one string. Times of a string are local where it
    does not say UTC. What a string cannot say (offsets, cron, windows, an end, other time zones) is an error, never left
    out.
    .PARAMETER InputObject
    A schedule string, or schedules of New-ImgSchedule.
    .INPUTS
    Strings, or Img.Schedule
    .OUTPUTS
    Img.Schedule for a string; a string for schedules
    .EXAMPLE
    Convert-ImgSchedule '791378800008000055147880001B200055177880001E2000'

    Shows what a schedule string of Configuration Manager means.
    .EXAMPLE
    New-ImgSchedule -DayOfWeek Tuesday -WeekOrder Second -Start '2026-12-01 22:00' | Convert-ImgSchedule

    Writes a schedule string, for example for a maintenance window of a collection.
    .LINK
    New-ImgSchedule
    #>
    [CmdletBinding()]
    [OutputType('Img.Schedule', [string])]
    param(
        [Parameter(Mandatory, Position = 0, ValueFromPipeline)] [Alias('ScheduleString', 'Schedule')] [psobject] $InputObject
    )

    begin { $recurrences = New-Object -TypeName System.Collections.Generic.List[object] }
    process {
        if ($InputObject.PSObject.BaseObject -isnot [string]) {
            $recurrences.Add((ConvertTo-ImgRecurrence -InputObject $InputObject))
            return
        }
        $text = [string]$InputObject
        $read = Invoke-ImgEngine -Cmdlet $PSCmdlet -Method schedule.convert -Request @{ scheduleString = $text } -Target $text
        foreach ($schedule in $read.Schedules) {
            ConvertTo-ImgSchedule -Cmdlet $PSCmdlet -Recurrence (ConvertTo-ImgRecurrence -InputObject $schedule)
        }
    }
    end {
        if ($recurrences.Count -gt 0) {
            (Invoke-ImgEngine -Cmdlet $PSCmdlet -Method schedule.convert -Request @{ schedules = $recurrences.ToArray() }).ScheduleString
        }
    }
}
