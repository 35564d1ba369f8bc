BeforeDiscovery {
    Import-Module "$PSScriptRoot/ImgTest.psm1"
    $note = Get-ImgTestSchedulerNote
}
BeforeAll {
    Import-Module "$PSScriptRoot/ImgTest.psm1"
    $null = Set-ImgTestScheduler
    $site = New-ImgTestSite
}
AfterAll {
    Remove-ImgTestSite $site
    Clear-ImgTestScheduler
}

Describe 'Get-ImgScheduledTask' {
    It 'outputs nothing where nothing is registered' {
        Get-ImgScheduledTask | Should -BeNullOrEmpty
    }

    It "outputs tasks by name and wildcard$note" -Skip:($note -ne '') {
        foreach ($name in 'ImgUpdate', 'ImgUpdate-North') { $null = Register-ImgScheduledTask -Name $name -WarningAction SilentlyContinue }

        (Get-ImgScheduledTask).Name | Should -Be 'ImgUpdate', 'ImgUpdate-North'
        (Get-ImgScheduledTask '*north').TaskName | Should -Be 'ImgUpdate-North'
        ('ImgUpdate' | Get-ImgScheduledTask).State | Should -Be Ready
    }

    It 'writes an error for a name that is not there' {
        (Get-ImgTestError { Get-ImgScheduledTask none }).FullyQualifiedErrorId | Should -Be 'ImgTaskNotFound,Get-ImgScheduledTask'
    }
}
