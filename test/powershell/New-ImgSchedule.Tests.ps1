BeforeAll {
    Import-Module "$PSScriptRoot/ImgTest.psm1"
    $site = New-ImgTestSite
    # Members in the order of their names at every depth, without those that say when the schedule is next.
    function Get-Plain {
        param($Value)
        if ($Value -isnot [System.Management.Automation.PSCustomObject]) { return $Value }
        $plain = [ordered]@{}
        foreach ($member in $Value.PSObject.Properties | Sort-Object -Property Name) {
            if ('NextRun', 'Next', 'ResolvedTimeZone', 'Recurrence' -notcontains $member.Name) { $plain[$member.Name] = Get-Plain $member.Value }
        }
        $plain
    }
    function Get-Json {
        param($Schedule)
        ConvertTo-Json -InputObject (Get-Plain $Schedule) -Depth 5 -Compress
    }
}
AfterAll { Remove-ImgTestSite $site }

Describe 'New-ImgSchedule' {
    It 'makes the schedule of <Name>' -ForEach @(
        @{ Name = 'Patch Tuesday and two days'; Bound = @{ PatchTuesday = $true; OffsetDay = 2; Start = '22:00' }; Json = '{"PatchTuesday":{"OffsetDays":2},"Start":"22:00"}' }
        @{ Name = 'one time'; Bound = @{ Nonrecurring = $true; Start = '2099-12-10 22:00' }; Json = '{"Once":{"At":"2099-12-10 22:00"}}' }
        @{ Name = 'one time as a DateTime'; Bound = @{ Start = [datetime]'2099-12-10 22:00' }; Json = '{"Once":{"At":"2099-12-10T22:00"}}' }
        @{ Name = 'one time in UTC'; Bound = @{ Start = [datetime]'2099-12-10 22:00'; IsUtc = $true }; Json = '{"Once":{"At":"2099-12-10T22:00"},"TimeZone":"UTC"}' }
        @{ Name = 'an interval'; Bound = @{ RecurInterval = 'Hours'; RecurCount = 6; Start = '2026-12-01T20:00' }; Json = '{"Interval":{"Hours":6},"From":"2026-12-01T20:00"}' }
        @{ Name = 'two days of a week'; Bound = @{ DayOfWeek = 'Monday', 'Thursday' }; Json = '{"Weekly":{"Every":1,"WeekDays":["Monday","Thursday"]}}' }
        @{ Name = 'one day of a week'; Bound = @{ DayOfWeek = 'Monday' }; Json = '{"Weekly":{"Every":1,"WeekDays":["Monday"]}}' }
        @{ Name = 'a day of the month'; Bound = @{ DayOfMonth = 31; RecurCount = 2 }; Json = '{"MonthlyByDate":{"Every":2,"Day":31}}' }
        @{ Name = 'day 0'; Bound = @{ DayOfMonth = 0 }; Json = '{"MonthlyByDate":{"Every":1,"Day":"last"}}' }
        @{ Name = 'the last day'; Bound = @{ LastDayOfMonth = $true }; Json = '{"MonthlyByDate":{"Every":1,"Day":"last"}}' }
        @{ Name = 'a weekday of the month'; Bound = @{ DayOfWeek = 'Friday'; WeekOrder = 'Last'; OffsetDay = -1 }; Json = '{"MonthlyByWeekDay":{"Every":1,"OffsetDays":-1,"Order":"Last","WeekDay":"Friday"}}' }
        @{ Name = 'cron'; Bound = @{ Cron = '0 22 * * TUE#2' }; Json = '{"Cron":"0 22 * * TUE#2"}' }
        @{
            Name  = 'everything beside'
            Bound = @{
                PatchTuesday = $true; Start = '9:30'; TimeZone = 'W. Europe Standard Time'; End = '2098-12-31'; DurationInterval = 'Hours'; DurationCount = 4
                WindowStart = '20:00'; WindowMinute = 240; WindowDay = 'Saturday'; MissedRun = 'NextWindow'; Jitter = 15
            }
            Json  = '{"PatchTuesday":{},"TimeZone":"W. Europe Standard Time","Start":"09:30","Until":"2098-12-31","Duration":{"Hours":4},"Window":{"Start":"20:00","Minutes":240,"WeekDays":["Saturday"]},"MissedRun":"NextWindow","JitterMinutes":15}'
        }
    ) {
        $schedule = New-ImgSchedule @Bound

        $schedule.PSObject.TypeNames[0] | Should -Be 'Img.Schedule'
        Get-Json $schedule | Should -Be (Get-Json (ConvertFrom-Json $Json))
        $schedule.NextRun | Should -BeOfType [datetime]
    }

    It 'says when it happens next' {
        $schedule = New-ImgSchedule -PatchTuesday -OffsetDay 2 -Start '2098-01-01 22:00' -TimeZone 'W. Europe Standard Time'

        $schedule.ResolvedTimeZone | Should -Be 'Europe/Berlin'
        $schedule.NextRun | Should -Be ([datetime]'2098-01-16 21:00')
        $schedule.NextRun.Kind | Should -Be 'Utc'
        $schedule.Next | Should -HaveCount 6
        $schedule.Next[0].Local | Should -Be '2098-01-16T22:00:00+01:00'
        "$($schedule.Next[5])" | Should -Be '2098-06-12T22:00:00+02:00'
    }

    It 'knows the schedule that is over' {
        $schedule = New-ImgSchedule -Start '2004-07-19 08:30'

        $schedule.NextRun | Should -BeNullOrEmpty
        $schedule.Next | Should -HaveCount 0
    }

    It 'takes a UTC DateTime for the moment that it is' {
        $schedule = New-ImgSchedule -Start ([datetime]::SpecifyKind([datetime]'2099-12-10 22:00', 'Utc')) -TimeZone Asia/Tokyo

        $schedule.Next[0].Local | Should -Be '2099-12-11T07:00:00+09:00'
    }

    It 'writes the schedule string of Configuration Manager' {
        New-ImgSchedule -DayOfWeek Tuesday -Start '2004-07-20 08:21' -ScheduleString | Should -Be '55147880001B2000'
    }

    It 'makes nothing with -WhatIf' {
        New-ImgSchedule -LastDayOfMonth -WhatIf | Should -BeNullOrEmpty
    }

    It 'refuses <Name>' -ForEach @(
        @{ Name = 'a day that never comes'; Bound = @{ Cron = '0 0 30 2 *' }; Id = 'ImgScheduleInvalid'; Text = '*never happens*' }
        @{ Name = 'an unknown time zone'; Bound = @{ PatchTuesday = $true; TimeZone = 'Middle Earth' }; Id = 'ImgScheduleInvalid'; Text = '*no time zone*' }
        @{ Name = 'an end before the beginning'; Bound = @{ LastDayOfMonth = $true; Start = '2027-01-02'; End = '2027-01-01' }; Id = 'ImgScheduleInvalid'; Text = '*ends*before it begins*' }
        @{ Name = 'a time that is none'; Bound = @{ PatchTuesday = $true; Start = 'teatime' }; Id = 'ImgScheduleInvalid'; Text = '*"teatime"*' }
        @{ Name = 'an offset as a string'; Bound = @{ PatchTuesday = $true; OffsetDay = 2; ScheduleString = $true }; Id = 'ImgScheduleNotConvertible'; Text = '*offset*' }
        @{ Name = 'two time zones'; Bound = @{ PatchTuesday = $true; IsUtc = $true; TimeZone = 'UTC' }; Id = 'ImgArgumentInvalid'; Text = '*either*' }
        @{ Name = 'half a window'; Bound = @{ PatchTuesday = $true; WindowStart = '20:00' }; Id = 'ImgArgumentInvalid'; Text = '*-WindowMinute*' }
        @{ Name = 'half a duration'; Bound = @{ PatchTuesday = $true; DurationCount = 2 }; Id = 'ImgArgumentInvalid'; Text = '*-DurationInterval*' }
        @{ Name = 'an order of two days'; Bound = @{ DayOfWeek = 'Monday', 'Friday'; WeekOrder = 'First' }; Id = 'ImgArgumentInvalid'; Text = '*one -DayOfWeek*' }
    ) {
        $failure = { New-ImgSchedule @Bound -ErrorAction Stop } | Should -Throw -PassThru

        $failure.FullyQualifiedErrorId | Should -BeLike "$Id,*"
        $failure.Exception.Message | Should -BeLike $Text
    }

    It 'shows its recurrence as <Text>' -ForEach @(
        @{ Bound = @{ PatchTuesday = $true; OffsetDay = -1 }; Text = 'Patch Tuesday -1 day' }
        @{ Bound = @{ DayOfMonth = 0; RecurCount = 2 }; Text = 'last day every 2 months' }
        @{ Bound = @{ DayOfMonth = 31 }; Text = 'day 31 every month' }
        @{ Bound = @{ RecurInterval = 'Hours'; RecurCount = 1 }; Text = 'every 1 hour' }
    ) {
        (New-ImgSchedule @Bound).Recurrence | Should -Be $Text
    }

    It 'shows recurrence, zone and next run in its table' {
        $text = New-ImgSchedule -PatchTuesday -OffsetDay 2 -Start '2098-01-01 22:00' -TimeZone Europe/Berlin | Out-String

        $text | Should -Match 'Patch Tuesday \+2 days.*Europe/Berlin +2098-01-16T22:00:00\+01:00'
    }
}
