BeforeAll {
    Import-Module "$PSScriptRoot/ImgTest.psm1"
    $site = New-ImgTestSite -Image -Catalog
}
AfterAll { Remove-ImgTestSite $site }

Describe 'Clear-ImgUpdate' {
    It 'changes nothing with -WhatIf' {
        Clear-ImgUpdate -Rule Superseded, UnusedRelease -WhatIf

        @(Get-ImgUpdate -IsHidden $true).Count | Should -Be 0
    }

    It 'declines by rule, and takes it back' {
        $declined = Clear-ImgUpdate -Rule Superseded -PassThru -Force
        @(Get-ImgUpdate -IsHidden $true).UniqueId | Should -Be $declined
        $declined | Should -Not -BeNullOrEmpty

        Get-ImgUpdate -IsHidden $true | Clear-ImgUpdate -Undo -Force
        @(Get-ImgUpdate -IsHidden $true).Count | Should -Be 0
    }

    It 'declines releases that no image has' {
        $declined = Clear-ImgUpdate -Rule UnusedRelease -PassThru -Force

        $declined | Should -Not -Contain $site.Update
        (Get-ImgUpdate -IsHidden $true).Release | Should -Not -Contain '24H2'
    }
}
