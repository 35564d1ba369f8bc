BeforeAll {
    Import-Module "$PSScriptRoot/ImgTest.psm1"
    $site = New-ImgTestSite -Image -Content
    $schedule = New-ImgUpdateSchedule -Name 'Windows 11 Enterprise' -Update $site.Update -CustomSchedule ([datetime]::UtcNow.AddDays(3))
}
AfterAll { Remove-ImgTestSite $site }

Describe 'Get-ImgUpdateSchedule' {
    It 'gets schedules by <Name>' -ForEach @(
        @{ Name = 'nothing in particular'; Block = { Get-ImgUpdateSchedule } }
        @{ Name = 'wildcard'; Block = { Get-ImgUpdateSchedule 'windows*' } }
        @{ Name = 'id of the image'; Block = { Get-ImgUpdateSchedule -PackageId $site.Image.Id } }
        @{ Name = 'id'; Block = { Get-ImgUpdateSchedule -ScheduleId $schedule.ScheduleId } }
        @{ Name = 'state'; Block = { Get-ImgUpdateSchedule -State Scheduled } }
        @{ Name = 'image from the pipeline'; Block = { Get-ImgImage | Get-ImgUpdateSchedule } }
        @{ Name = 'schedule from the pipeline'; Block = { $schedule | Get-ImgUpdateSchedule } }
    ) {
        (& $Block).ScheduleId | Should -Be $schedule.ScheduleId
    }

    It 'shows nothing that was not asked for' {
        Get-ImgUpdateSchedule -State Failed | Should -BeNullOrEmpty
        Get-ImgUpdateSchedule 'nothing*' | Should -BeNullOrEmpty
    }

    It 'shows at the image what is scheduled' {
        $image = Get-ImgImage

        $image.ScheduledUpdatesDate | Should -Be $schedule.NextRun
        $image.ScheduledUpdatesStatus | Should -Not -BeNullOrEmpty
    }

    It 'writes an error for a schedule that is not there' {
        (Get-ImgTestError { Get-ImgUpdateSchedule -ScheduleId 'none' }).FullyQualifiedErrorId | Should -Be 'ImgScheduleNotFound,Get-ImgUpdateSchedule'
    }

    It 'outputs the next occurrences with -Next' {
        $recurring = New-ImgUpdateSchedule -Name 'Windows 11 Enterprise' -Latest -Schedule (New-ImgSchedule -PatchTuesday -OffsetDay 2 -Start '22:00' -TimeZone UTC)
        $next = @($recurring | Get-ImgUpdateSchedule -Next 6)
        $next | Should -HaveCount 6
        $next[0].PSObject.TypeNames[0] | Should -Be 'Img.ScheduleOccurrence'
        $next[0].At | Should -Be $recurring.NextRun
        $next[0].ScheduleId | Should -Be $recurring.ScheduleId
        @(Get-ImgUpdateSchedule -Name 'Windows 11*' -Next 2) | Should -HaveCount 3
    }
}
