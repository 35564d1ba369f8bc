BeforeAll {
    Import-Module "$PSScriptRoot/ImgTest.psm1"
    $site = New-ImgTestSite -Image -Content
    $patchTuesday = New-ImgSchedule -PatchTuesday -OffsetDay 2 -Start '22:00' -TimeZone UTC
    $schedule = New-ImgUpdateSchedule -Name 'Windows 11 Enterprise' -Latest -Schedule $patchTuesday
}
AfterAll { Remove-ImgTestSite $site }

Describe 'Set-ImgUpdateSchedule' {
    It 'changes what is named, and leaves the rest' {
        $daily = New-ImgSchedule -RecurInterval Days -RecurCount 1 -Start '05:00' -TimeZone UTC
        $changed = $schedule | Set-ImgUpdateSchedule -ScheduleName Nightly -Schedule $daily -ContinueOnError $true -SyncBeforeRun $false

        $changed.PSObject.TypeNames[0] | Should -Be 'Img.UpdateSchedule'
        $changed.Name | Should -Be 'Nightly'
        $changed.NextRun.Hour | Should -Be 5
        $changed.Latest | Should -BeTrue
        (Get-ImgUpdateSchedule -ScheduleId $schedule.ScheduleId).ContinueOnError | Should -BeTrue
        (Set-ImgUpdateSchedule -ScheduleId $schedule.ScheduleId -Reset SyncBeforeRun).SyncBeforeRun | Should -BeNullOrEmpty
    }

    It 'takes updates instead of the latest' {
        $changed = Set-ImgUpdateSchedule $schedule.ScheduleId -Update $site.Update
        $changed.Latest | Should -BeFalse
        $changed.Updates | Should -HaveCount 1
        (Set-ImgUpdateSchedule $schedule.ScheduleId -Latest).Updates | Should -BeNullOrEmpty
    }

    It 'keeps the rule of a single index until it is taken back' {
        (Set-ImgUpdateSchedule $schedule.ScheduleId -RemoveSupersededUpdates $true -Strict).Strict | Should -BeTrue
        (Get-ImgUpdateSchedule -ScheduleId $schedule.ScheduleId).Strict | Should -BeTrue
        (Set-ImgUpdateSchedule $schedule.ScheduleId -Strict:$false).Strict | Should -BeFalse
    }

    It 'changes nothing with -WhatIf' {
        Set-ImgUpdateSchedule $schedule.ScheduleId -Description Other -WhatIf | Should -BeNullOrEmpty
        (Get-ImgUpdateSchedule -ScheduleId $schedule.ScheduleId).Description | Should -BeNullOrEmpty
    }

    It 'writes an error for <Name>' -ForEach @(
        @{ Name = 'a schedule that is not there'; Id = 'none'; Problem = 'ImgScheduleNotFound'; More = @{ Description = 'Other' } }
        @{ Name = 'a time that has gone by'; Id = $null; Problem = 'ImgScheduleInvalid'; More = @{ CustomSchedule = [datetime]'2020-01-01' } }
    ) {
        if ($null -eq $Id) { $Id = $schedule.ScheduleId }
        (Get-ImgTestError { Set-ImgUpdateSchedule -ScheduleId $Id @More }).FullyQualifiedErrorId | Should -Be "$Problem,Set-ImgUpdateSchedule"
    }
}
