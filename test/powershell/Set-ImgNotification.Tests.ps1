BeforeAll {
    Import-Module "$PSScriptRoot/ImgTest.psm1"
    $site = New-ImgTestSite
    $null = New-ImgNotification log EventLog -EventType RunFailed
}
AfterAll { Remove-ImgTestSite $site }

Describe 'Set-ImgNotification' {
    It 'changes what is named and leaves the rest' {
        $after = Set-ImgNotification log -NewName events -SyncAge 10 -Setting @{ Source = 'Mine' }

        $after.Name, $after.SyncAge, $after.Overdue, "$($after.Event)" | Should -Be 'events', 10, 24, 'RunFailed'
        $after.Settings.Log, $after.Settings.Source | Should -Be 'Application', 'Mine'
    }

    It 'takes notifications from the pipeline' {
        (Get-ImgNotification | Set-ImgNotification -Enabled $false).Enabled | Should -BeFalse
    }

    It 'changes nothing for -WhatIf' {
        Set-ImgNotification events -Overdue 2 -WhatIf
        (Get-ImgNotification events).Overdue | Should -Be 24
    }

    It 'is refused for a name that is not there' {
        (Get-ImgTestError { Set-ImgNotification no -Overdue 2 }).FullyQualifiedErrorId | Should -Be 'ImgNotificationNotFound,Set-ImgNotification'
    }
}
