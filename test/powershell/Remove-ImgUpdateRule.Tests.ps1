BeforeAll {
    Import-Module "$PSScriptRoot/ImgTest.psm1"
    $site = New-ImgTestSite -Image -Catalog
}
AfterAll { Remove-ImgTestSite $site }

Describe 'Remove-ImgUpdateRule' {
    It 'removes rules of the pipeline' {
        $null = New-ImgUpdateRule -Name Monthly
        Get-ImgUpdateRule Monthly | Remove-ImgUpdateRule -WhatIf
        Get-ImgUpdateRule Monthly | Should -Not -BeNullOrEmpty
        Get-ImgUpdateRule Monthly | Remove-ImgUpdateRule -Force

        Get-ImgUpdateRule 'M*' | Should -BeNullOrEmpty
    }

    It 'keeps the rule that a schedule waits for' {
        $rule = New-ImgUpdateRule -Name Waiting
        $schedule = New-ImgUpdateSchedule -Name 'Windows 11 Enterprise' -Rule $rule -CustomSchedule ([datetime]::UtcNow.AddDays(3))
        (Get-ImgTestError { $rule | Remove-ImgUpdateRule -Force }).FullyQualifiedErrorId | Should -Be 'ImgRuleInUse,Remove-ImgUpdateRule'
        $schedule | Clear-ImgUpdateSchedule -Force
        $rule | Remove-ImgUpdateRule -Force

        Get-ImgUpdateRule 'W*' | Should -BeNullOrEmpty
    }

    It 'writes an error for a rule that is not there' {
        (Get-ImgTestError { Remove-ImgUpdateRule -Name Nobody -Force }).FullyQualifiedErrorId | Should -Be 'ImgRuleNotFound,Remove-ImgUpdateRule'
    }
}
