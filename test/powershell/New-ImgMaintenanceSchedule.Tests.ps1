BeforeAll {
    Import-Module "$PSScriptRoot/ImgTest.psm1"
    $site = New-ImgTestSite
}
AfterAll { Remove-ImgTestSite $site }

Describe 'New-ImgMaintenanceSchedule' {
    It 'makes a schedule that recurs, which the cmdlets of schedules take' {
        $made = New-ImgMaintenanceSchedule 'Monthly hygiene' -Part Content, Versions -ContentOlderThan 90 -ContentMaximumSize 50GB -RetainVersion 1 -RetainDays 365 -RetainBytes 80GB -Schedule (New-ImgSchedule -PatchTuesday -OffsetDay -1 -Start '03:00' -TimeZone UTC)

        $made.Kind | Should -Be Maintenance
        $made.State | Should -Be Scheduled
        $made.Maintenance.Part | Should -Be content, versions
        $made.Maintenance.ContentMaximumSize | Should -Be 50GB
        $made.Maintenance.RetainVersion | Should -Be 1
        $made.Maintenance.RetainDays | Should -Be 365
        $made.Maintenance.RetainBytes | Should -Be 85899345920
        @(Get-ImgUpdateSchedule -ScheduleId $made.ScheduleId -Next 3) | Should -HaveCount 3

        ($made | Suspend-ImgUpdateSchedule).State | Should -Be None
        $changed = $made | Set-ImgUpdateSchedule -Enabled $true -Maintenance @{ Part = 'Decline'; DeclineRule = 'UnusedRelease' }
        $changed.Maintenance.DeclineRule | Should -Be unused-release
        Clear-ImgUpdateSchedule -ScheduleId $made.ScheduleId -Force
        Get-ImgUpdateSchedule | Should -BeNullOrEmpty
    }

    It 'makes none with -WhatIf' {
        New-ImgMaintenanceSchedule Later -CustomSchedule '2099-01-01' -WhatIf
        Get-ImgUpdateSchedule | Should -BeNullOrEmpty
    }

    It 'wants to know when' {
        { New-ImgMaintenanceSchedule Later } | Should -Throw -ErrorId 'ImgScheduleInvalid,New-ImgMaintenanceSchedule'
    }
}
