BeforeAll {
    Import-Module "$PSScriptRoot/ImgTest.psm1"
    $site = New-ImgTestSite -Image -Content
}
AfterAll { Remove-ImgTestSite $site }

Describe 'Clear-ImgUpdateSchedule' {
    BeforeEach {
        $null = foreach ($days in 3, 4) {
            New-ImgUpdateSchedule -Name 'Windows 11 Enterprise' -Update $site.Update -CustomSchedule ([datetime]::UtcNow.AddDays($days))
        }
    }
    AfterEach { Get-ImgUpdateSchedule | Clear-ImgUpdateSchedule -Force }

    It 'removes nothing with -WhatIf' {
        Clear-ImgUpdateSchedule -Name 'Windows 11 Enterprise' -WhatIf

        Get-ImgUpdateSchedule | Should -HaveCount 2
    }

    It 'removes <Name>' -ForEach @(
        @{ Name = 'all schedules of an image'; Block = { Clear-ImgUpdateSchedule -Name 'Windows 11 Enterprise' -Force }; Left = 0 }
        @{ Name = 'all schedules of an image from the pipeline'; Block = { Get-ImgImage | Remove-ImgUpdateSchedule -Force }; Left = 0 }
        @{ Name = 'one schedule'; Block = { Clear-ImgUpdateSchedule -ScheduleId (Get-ImgUpdateSchedule)[0].ScheduleId -Force }; Left = 1 }
        @{ Name = 'a schedule from the pipeline'; Block = { Get-ImgUpdateSchedule | Select-Object -First 1 | Clear-ImgUpdateSchedule -Confirm:$false }; Left = 1 }
    ) {
        & $Block | Should -BeNullOrEmpty

        @(Get-ImgUpdateSchedule).Count | Should -Be $Left
    }

    It 'writes an error for an image that is not there' {
        (Get-ImgTestError { Clear-ImgUpdateSchedule -Name 'Nobody' -Force }).FullyQualifiedErrorId | Should -Be 'ImgImageNotFound,Clear-ImgUpdateSchedule'
    }
}
