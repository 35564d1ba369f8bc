BeforeAll {
    Import-Module "$PSScriptRoot/ImgTest.psm1"
    $site = New-ImgTestSite -Catalog
}
AfterAll { Remove-ImgTestSite $site }

Describe 'Invoke-ImgMaintenance' {
    It 'says with -WhatIf what each part would do, and keeps no record of it' {
        $parts = @(Invoke-ImgMaintenance -WhatIf)

        $parts.Part | Should -Be decline, content, versions, database
        $parts[0].PSObject.TypeNames[0] | Should -Be 'Img.MaintenancePart'
        $parts[0].Summary | Should -Match 'would be declined'
        Get-ImgMaintenance | Should -BeNullOrEmpty
    }

    It 'does the parts that are named, as they are named' {
        $maintenance = Invoke-ImgMaintenance -Part Database, Decline -DeclineRule Arm, UnusedRelease -Force

        $maintenance.Parts.Part | Should -Be decline, database
        $maintenance.Settings.DeclineRule | Should -Be arm, unused-release
        # No image is registered, so that no release is used.
        $maintenance.Status | Should -Be SucceededWithErrors
        $maintenance.Parts[0].Problem.Id | Should -Be ImgRequestInvalid
        $maintenance.Started.Kind | Should -Be Utc
    }

    It 'does what a schedule of the pipeline says' {
        $schedule = New-ImgMaintenanceSchedule Content -Part Content -CustomSchedule '2099-01-01'

        $maintenance = $schedule | Invoke-ImgMaintenance -Force

        $maintenance.ScheduleId | Should -Be $schedule.ScheduleId
        $maintenance.Parts.Part | Should -Be content
        (Invoke-ImgMaintenance -ScheduleId $schedule.ScheduleId -WhatIf).Part | Should -Be content
    }

    It 'writes an error for a schedule that is not there' {
        (Get-ImgTestError { Invoke-ImgMaintenance -ScheduleId none -Force }).FullyQualifiedErrorId | Should -Be 'ImgScheduleNotFound,Invoke-ImgMaintenance'
    }
}
