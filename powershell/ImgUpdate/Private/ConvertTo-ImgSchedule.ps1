# Members of a recurrence; a schedule object has others beside them.
$script:RecurrenceMembers = @(
    'once', 'daily', 'weekly', 'monthlyByDate', 'monthlyByWeekDay', 'patchTuesday', 'interval', 'cron'
    'duration', 'start', 'timeZone', 'from', 'until', 'window', 'missedRun', 'jitterMinutes'
)

function ConvertTo-ImgSchedule {
    <#
    .SYNOPSIS
    Makes a schedule object of a recurrence: its members, and when it happens next. The engine checks it.
    #>
    [CmdletBinding()]
    [OutputType([psobject])]
    param(
        [Parameter(Mandatory)] [System.Management.Automation.PSCmdlet] $Cmdlet,
        [Parameter(Mandatory)] [System.Collections.IDictionary] $Recurrence
    )

    $preview = Invoke-ImgEngine -Cmdlet $Cmdlet -Method schedule.preview -Request @{ schedule = $Recurrence; count = 6 }
    if ($null -eq $preview) {
        return
    }
    $next = @(ConvertTo-ImgObject -TypeName Img.ScheduleOccurrence -InputObject @($preview.Occurrences))
    $nextRun = $null
    if ($next.Count -gt 0) { $nextRun = $next[0].At }
    $schedule = ConvertFrom-ImgJson -Line (ConvertTo-Json -InputObject $Recurrence -Depth 8 -Compress)
    ConvertTo-ImgObject -TypeName Img.Schedule -InputObject $schedule |
        Add-ImgMember -Value ([ordered]@{ NextRun = $nextRun; Next = $next; ResolvedTimeZone = $preview.TimeZone })
}

function ConvertTo-ImgRecurrence {
    <#
    .SYNOPSIS
    Makes the recurrence of a request from a schedule object, also one that was stored with Export-Clixml, or from a table.
    #>
    [CmdletBinding()]
    [OutputType([System.Collections.Specialized.OrderedDictionary])]
    param([Parameter(Mandatory)] [object] $InputObject)

    $request = [ordered]@{}
    foreach ($name in $script:RecurrenceMembers) {
        $value = $InputObject.$name
        if ($null -ne $value) { $request[$name] = ConvertTo-ImgPlain -Value $value }
    }
    $request
}

function ConvertTo-ImgPlain {
    <#
    .SYNOPSIS
    Makes tables with the engine's names of objects, at every depth.
    #>
    [CmdletBinding()]
    [OutputType([System.Collections.Specialized.OrderedDictionary], [object[]])]
    param([Parameter(Mandatory)] [object] $Value)

    if ($Value -is [string] -or $Value -is [System.ValueType]) {
        return $Value
    }
    if ($Value -is [System.Collections.IList]) {
        return , @(foreach ($item in $Value) { ConvertTo-ImgPlain -Value $item })
    }
    $table = [ordered]@{}
    if ($Value -is [System.Collections.IDictionary]) {
        foreach ($name in $Value.Keys) { $table[$name.Substring(0, 1).ToLowerInvariant() + $name.Substring(1)] = ConvertTo-ImgPlain -Value $Value[$name] }
        return $table
    }
    foreach ($member in $Value.PSObject.Properties) {
        $table[$member.Name.Substring(0, 1).ToLowerInvariant() + $member.Name.Substring(1)] = ConvertTo-ImgPlain -Value $member.Value
    }
    $table
}
