# The lines that people are shown, typed as they are shown.
BeforeAll {
    Import-Module "$PSScriptRoot/ImgTest.psm1"
    $site = New-ImgTestSite -Image -Content
}
AfterAll { Remove-ImgTestSite $site }

Describe 'The month of an administrator' {
    It 'asks' {
        (Get-ImgImage 'Windows 11 Enterprise' | Get-ImgInstalledUpdate).KB | Should -Contain '5058411'
        (Get-ImgUpdate -ApplicableTo 'Windows 11 Enterprise' -Latest -Explain).Decision | Should -Contain 'chosen'
    }

    It 'pipes' {
        $schedule = Get-ImgUpdate -Product 'Windows 11' -Version 24H2 -Architecture x64 -Latest |
            New-ImgUpdateSchedule -ImageName 'Windows 11 Enterprise' -RunNow -ContinueOnError $true

        $schedule | Should -HaveCount 1
        ($schedule | Wait-ImgServicing).Result | Should -Be 'Succeeded'
        (Get-ImgImage).OSVersion | Should -Be '26100.4349'
    }

    It 'services with the script that Microsoft shows, CM replaced by Img' {
        Restore-ImgImage 'Windows 11 Enterprise' -Force

        $i = Get-ImgOperatingSystemImage -Name 'Windows 11 Enterprise'
        $u = Get-ImgSoftwareUpdate -Fast |
            Where-Object { $_.LocalizedDisplayName -like '*Cumulative Update for Windows 11*x64*' -and $_.LocalizedDisplayName -notlike '*Dynamic*' } |
            Sort-Object DatePosted -Descending | Select-Object -First 1
        $schedule = New-ImgOperatingSystemImageUpdateSchedule -Name $i.Name -SoftwareUpdate $u -RunNow -ContinueOnError $True

        ($schedule | Wait-ImgServicing).Status | Should -Be 'Succeeded'
        (Get-ImgImage).OSVersion | Should -Be '26100.4349'
    }

    It 'schedules for later' {
        Get-ImgImage W* | New-ImgUpdateSchedule -Latest -CustomSchedule '2030-12-10 22:00' -RemoveSupersededUpdates $true -UpdateDistributionPoint $false | Should -HaveCount 1
    }
}
