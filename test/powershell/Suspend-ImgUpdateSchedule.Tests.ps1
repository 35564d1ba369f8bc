BeforeAll {
    Import-Module "$PSScriptRoot/ImgTest.psm1"
    $site = New-ImgTestSite -Image -Content
    $patchTuesday = New-ImgSchedule -PatchTuesday -OffsetDay 2 -Start '22:00' -TimeZone UTC
    $schedule = New-ImgUpdateSchedule -Name 'Windows 11 Enterprise' -Latest -Schedule $patchTuesday
}
AfterAll { Remove-ImgTestSite $site }

Describe 'Suspend-ImgUpdateSchedule' {
    It 'suspends schedules of the pipeline, and what is suspended already' {
        $suspended = Get-ImgUpdateSchedule | Suspend-ImgUpdateSchedule
        $suspended.Enabled | Should -BeFalse
        $suspended.State | Should -Be 'None'
        $suspended.NextRun | Should -BeNullOrEmpty
        (Suspend-ImgUpdateSchedule $schedule.ScheduleId).Enabled | Should -BeFalse
    }

    It 'suspends nothing with -WhatIf' {
        $null = Resume-ImgUpdateSchedule $schedule.ScheduleId
        Suspend-ImgUpdateSchedule $schedule.ScheduleId -WhatIf
        (Get-ImgUpdateSchedule -ScheduleId $schedule.ScheduleId).Enabled | Should -BeTrue
    }

    It 'writes an error for a schedule that is not there' {
        (Get-ImgTestError { Suspend-ImgUpdateSchedule none }).FullyQualifiedErrorId | Should -Be 'ImgScheduleNotFound,Suspend-ImgUpdateSchedule'
    }
}
