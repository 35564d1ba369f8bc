BeforeDiscovery {
    Import-Module "$PSScriptRoot/ImgTest.psm1"
    $note = Get-ImgTestSchedulerNote
}
BeforeAll {
    Import-Module "$PSScriptRoot/ImgTest.psm1"
    $tasks = Set-ImgTestScheduler
    $site = New-ImgTestSite
}
AfterAll {
    Remove-ImgTestSite $site
    Clear-ImgTestScheduler
}

Describe 'Unregister-ImgScheduledTask' {
    It "removes nothing with -WhatIf, and the task with -Force$note" -Skip:($note -ne '') {
        $null = Register-ImgScheduledTask -WarningAction SilentlyContinue

        Unregister-ImgScheduledTask -WhatIf
        Get-ImgScheduledTask | Should -HaveCount 1
        Get-ImgScheduledTask | Unregister-ImgScheduledTask -Force

        Get-ImgScheduledTask | Should -BeNullOrEmpty
        Get-ChildItem -LiteralPath $tasks -Recurse -Include *.json, *.timer, *.service | Should -BeNullOrEmpty
    }

    It 'writes an error for a task that is not there' {
        (Get-ImgTestError { Unregister-ImgScheduledTask -Name none -Confirm:$false }).FullyQualifiedErrorId | Should -Be 'ImgTaskNotFound,Unregister-ImgScheduledTask'
    }
}
