function New-ImgRecurrence {
    <#
    .SYNOPSIS
    Makes the recurrence of a request from the bound parameters of New-ImgSchedule.
    #>
    [Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseShouldProcessForStateChangingFunctions', '', Justification = 'It only makes a table.')]
    [CmdletBinding()]
    [OutputType([System.Collections.Specialized.OrderedDictionary])]
    param(
        [Parameter(Mandatory)] [System.Management.Automation.PSCmdlet] $Cmdlet,
        [Parameter(Mandatory)] [System.Collections.IDictionary] $Bound
    )

    $request = Get-ImgRecurrencePattern -Cmdlet $Cmdlet -Bound $Bound
    if ($Bound['IsUtc'] -and $Bound.ContainsKey('TimeZone')) {
        $Cmdlet.ThrowTerminatingError((New-ImgError -Id ImgArgumentInvalid -Message 'Pass either -IsUtc or -TimeZone.'))
    }
    if ($Bound['IsUtc']) { $request['timeZone'] = 'UTC' }
    if ($Bound.ContainsKey('TimeZone')) { $request['timeZone'] = $Bound['TimeZone'] }
    if ($Bound.ContainsKey('Start') -and $Cmdlet.ParameterSetName -ne 'RecurrenceNone') {
        $start = ConvertTo-ImgWall -InputObject $Bound['Start']
        if ($start -match '^\d\d:') { $request['start'] = $start } else { $request['from'] = $start }
    }
    if ($Bound.ContainsKey('End')) { $request['until'] = ConvertTo-ImgWall -InputObject $Bound['End'] }
    if ($Bound.ContainsKey('DurationInterval') -ne $Bound.ContainsKey('DurationCount')) {
        $Cmdlet.ThrowTerminatingError((New-ImgError -Id ImgArgumentInvalid -Message 'A duration needs both -DurationInterval and -DurationCount.'))
    }
    if ($Bound['DurationCount']) { $request['duration'] = @{ $Bound['DurationInterval'].ToLowerInvariant() = [int]$Bound['DurationCount'] } }
    if ($Bound.ContainsKey('WindowStart') -or $Bound.ContainsKey('WindowMinute') -or $Bound.ContainsKey('WindowDay')) {
        if (-not $Bound.ContainsKey('WindowStart') -or -not $Bound.ContainsKey('WindowMinute')) {
            $Cmdlet.ThrowTerminatingError((New-ImgError -Id ImgArgumentInvalid -Message 'A maintenance window needs both -WindowStart and -WindowMinute.'))
        }
        $request['window'] = [ordered]@{ start = ConvertTo-ImgWall -InputObject $Bound['WindowStart']; minutes = [int]$Bound['WindowMinute'] }
        if ($Bound.ContainsKey('WindowDay')) { $request['window']['weekDays'] = @(foreach ($day in $Bound['WindowDay']) { [string]$day }) }
    }
    if ($Bound.ContainsKey('MissedRun')) { $request['missedRun'] = $Bound['MissedRun'] }
    if ($Bound.ContainsKey('Jitter')) { $request['jitterMinutes'] = [int]$Bound['Jitter'] }
    $request
}

function Get-ImgRecurrencePattern {
    <#
    .SYNOPSIS
    Outputs a table with the one member that says how something recurs.
    #>
    [CmdletBinding()]
    [OutputType([System.Collections.Specialized.OrderedDictionary])]
    param(
        [Parameter(Mandatory)] [System.Management.Automation.PSCmdlet] $Cmdlet,
        [Parameter(Mandatory)] [System.Collections.IDictionary] $Bound
    )

    $every = @{ every = 1 }
    if ($Bound.ContainsKey('RecurCount')) { $every['every'] = [int]$Bound['RecurCount'] }
    $offset = @{}
    if ($Bound.ContainsKey('OffsetDay')) { $offset['offsetDays'] = [int]$Bound['OffsetDay'] }
    switch ($Cmdlet.ParameterSetName) {
        'RecurrenceNone' { return [ordered]@{ once = @{ at = ConvertTo-ImgWall -InputObject $Bound['Start'] } } }
        'RecurrenceInterval' { return [ordered]@{ interval = @{ $Bound['RecurInterval'].ToLowerInvariant() = [int]$Bound['RecurCount'] } } }
        'RecurrenceWeekly' { return [ordered]@{ weekly = $every + @{ weekDays = @(foreach ($day in $Bound['DayOfWeek']) { [string]$day }) } } }
        'RecurrenceMonthlyByDate' {
            $day = [int]$Bound['DayOfMonth']
            if ($day -eq 0) { $day = 'last' }
            return [ordered]@{ monthlyByDate = $every + @{ day = $day } }
        }
        'RecurMonthlyLastDayOfMonth' { return [ordered]@{ monthlyByDate = $every + @{ day = 'last' } } }
        'PatchTuesday' { return [ordered]@{ patchTuesday = $offset } }
        'Cron' { return [ordered]@{ cron = $Bound['Cron'] } }
    }
    $days = @($Bound['DayOfWeek'])
    if ($days.Count -ne 1) {
        $Cmdlet.ThrowTerminatingError((New-ImgError -Id ImgArgumentInvalid -Message '-WeekOrder takes one -DayOfWeek.'))
    }
    [ordered]@{ monthlyByWeekDay = $every + $offset + @{ order = $Bound['WeekOrder']; weekDay = [string]$days[0] } }
}

function ConvertTo-ImgWall {
    <#
    .SYNOPSIS
    Writes a time as the engine reads it. What has no zone keeps none: it is the time on the wall of the schedule's zone.
    .DESCRIPTION
    A time of day stays one (22:00), a date stays one, and so does what is written as RFC 3339. Other text is taken as
    PowerShell takes it for a DateTime; what it cannot take is passed on for the engine to refuse.
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param([Parameter(Mandatory)] [AllowNull()] [object] $InputObject)

    $value = $InputObject
    if ($value -is [psobject]) { $value = $value.PSObject.BaseObject }
    if ($value -isnot [datetime]) {
        $text = ([string]$value).Trim()
        if ($text -match '^\d{1,2}:\d\d(:\d\d)?$') { return $text.PadLeft($text.Length + ($text.IndexOf(':') -eq 1), '0') }
        if ($text -match '^\d{4}-\d\d-\d\d([T ]\d\d:\d\d.*)?$') { return $text }
        $value = [datetime]::MinValue
        if (-not [datetime]::TryParse($text, [cultureinfo]::InvariantCulture, [System.Globalization.DateTimeStyles]::None, [ref] $value)) { return $text }
    }
    $suffix = ''
    if ($value.Kind -eq [System.DateTimeKind]::Utc) { $suffix = 'Z' }
    $form = "yyyy-MM-dd'T'HH:mm"
    if ($value.Second -ne 0) { $form = "yyyy-MM-dd'T'HH:mm:ss" }
    $value.ToString($form, [cultureinfo]::InvariantCulture) + $suffix
}
