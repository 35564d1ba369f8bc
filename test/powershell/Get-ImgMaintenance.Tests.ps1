BeforeAll {
    Import-Module "$PSScriptRoot/ImgTest.psm1"
    $site = New-ImgTestSite
    $schedule = New-ImgMaintenanceSchedule Database -Part Database -CustomSchedule '2099-01-01'
    $first = Invoke-ImgMaintenance -Part Versions -Force
    $second = $schedule | Invoke-ImgMaintenance -Force
}
AfterAll { Remove-ImgTestSite $site }

Describe 'Get-ImgMaintenance' {
    It 'gets what was maintained by <Name>, newest first' -ForEach @(
        @{ Name = 'nothing in particular'; Block = { Get-ImgMaintenance }; Count = 2 }
        @{ Name = 'number'; Block = { Get-ImgMaintenance -Last 1 }; Count = 1 }
        @{ Name = 'schedule'; Block = { Get-ImgMaintenance $schedule.ScheduleId }; Count = 1 }
        @{ Name = 'schedule from the pipeline'; Block = { $schedule | Get-ImgMaintenance }; Count = 1 }
    ) {
        $found = @(& $Block)

        $found | Should -HaveCount $Count
        $found[0].MaintenanceId | Should -Be $second.MaintenanceId
        $found[0].PSObject.TypeNames[0] | Should -Be 'Img.Maintenance'
    }

    It 'has what came of each part' {
        (Get-ImgMaintenance)[1].Parts.Summary | Should -Be $first.Parts.Summary
    }
}
