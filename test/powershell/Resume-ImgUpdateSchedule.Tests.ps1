BeforeAll {
    Import-Module "$PSScriptRoot/ImgTest.psm1"
    $site = New-ImgTestSite -Image -Content
    $patchTuesday = New-ImgSchedule -PatchTuesday -OffsetDay 2 -Start '22:00' -TimeZone UTC
    $schedule = New-ImgUpdateSchedule -Name 'Windows 11 Enterprise' -Latest -Schedule $patchTuesday
}
AfterAll { Remove-ImgTestSite $site }

Describe 'Resume-ImgUpdateSchedule' {
    It 'resumes with the next time that comes' {
        $null = Suspend-ImgUpdateSchedule $schedule.ScheduleId
        $resumed = Get-ImgUpdateSchedule -State None | Resume-ImgUpdateSchedule
        $resumed.Enabled | Should -BeTrue
        $resumed.State | Should -Be 'Scheduled'
        $resumed.NextRun | Should -Be $schedule.NextRun
    }

    It 'writes an error for a schedule that is not there' {
        (Get-ImgTestError { Resume-ImgUpdateSchedule none }).FullyQualifiedErrorId | Should -Be 'ImgScheduleNotFound,Resume-ImgUpdateSchedule'
    }
}
