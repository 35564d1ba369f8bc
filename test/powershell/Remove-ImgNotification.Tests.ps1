BeforeAll {
    Import-Module "$PSScriptRoot/ImgTest.psm1"
    $site = New-ImgTestSite
    'one', 'two', 'three' | ForEach-Object { $null = New-ImgNotification $_ EventLog }
}
AfterAll { Remove-ImgTestSite $site }

Describe 'Remove-ImgNotification' {
    It 'removes nothing for -WhatIf' {
        Remove-ImgNotification one -WhatIf
        (Get-ImgNotification).Count | Should -Be 3
    }

    It 'removes by name and from the pipeline' {
        Remove-ImgNotification one -Force
        Get-ImgNotification 'tw*' | Remove-ImgNotification -Force
        (Get-ImgNotification).Name | Should -Be three
    }

    It 'tells a name that is not there' {
        (Get-ImgTestError { Remove-ImgNotification no -Force }).FullyQualifiedErrorId | Should -Be 'ImgNotificationNotFound,Remove-ImgNotification'
    }
}
