BeforeAll {
    Import-Module "$PSScriptRoot/ImgTest.psm1"
    $site = New-ImgTestSite
}
AfterAll { Remove-ImgTestSite $site }

Describe 'Convert-ImgSchedule' {
    It 'reads a schedule string, one schedule for each 16 digits' {
        $schedules = @(Convert-ImgSchedule '791378800008000055147880001B200055177880001E2000')

        $schedules | Should -HaveCount 3
        $schedules[0].PSObject.TypeNames[0] | Should -Be 'Img.Schedule'
        $schedules[0].Once.At | Should -Be '2004-07-19T08:30'
        $schedules[1].Weekly.WeekDays | Should -Be 'Tuesday'
        $schedules[2].Recurrence | Should -Be 'Friday every week'
        $schedules[2].Next | Should -HaveCount 6
    }

    It 'writes schedules as one string' {
        $text = (New-ImgSchedule -Start '2004-07-19 08:30'), (New-ImgSchedule -DayOfWeek Tuesday -Start '2004-07-20 08:21') | Convert-ImgSchedule

        $text | Should -Be '791378800008000055147880001B2000'
    }

    It 'goes there and back, also through a file' {
        $file = "$($site.Folder)/schedules.xml"
        $text = '791378800008000055147880001B200055177880001E2000'
        Convert-ImgSchedule $text | Export-Clixml -LiteralPath $file

        Import-Clixml -LiteralPath $file | Convert-ImgSchedule | Should -Be $text
    }

    It 'writes a table of the engine''s own names' {
        Convert-ImgSchedule @{ weekly = @{ weekDays = @('Tuesday') }; start = '08:21'; from = '2004-07-20' } | Should -Be '55147880001B2000'
    }

    It 'goes on after a string that is malformed' {
        $schedules = @('55147880001B200', '55147880001B2000' | Convert-ImgSchedule -ErrorAction SilentlyContinue -ErrorVariable failures)

        $schedules | Should -HaveCount 1
        $failures[0].FullyQualifiedErrorId | Should -Be 'ImgScheduleStringInvalid,Convert-ImgSchedule'
        $failures[0].TargetObject | Should -Be '55147880001B200'
    }

    It 'refuses what a string cannot say' {
        $schedule = New-ImgSchedule -PatchTuesday -OffsetDay 2

        $failure = { $schedule | Convert-ImgSchedule -ErrorAction Stop } | Should -Throw -PassThru

        $failure.FullyQualifiedErrorId | Should -BeLike 'ImgScheduleNotConvertible,*'
    }
}
