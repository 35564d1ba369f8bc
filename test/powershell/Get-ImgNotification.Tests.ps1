BeforeAll {
    Import-Module "$PSScriptRoot/ImgTest.psm1"
    $site = New-ImgTestSite
    $null = New-ImgNotification one EventLog
    $null = New-ImgNotification two EventLog
}
AfterAll { Remove-ImgTestSite $site }

Describe 'Get-ImgNotification' {
    It 'gets notifications by name and wildcard' {
        (Get-ImgNotification).Name | Should -Be 'one', 'two'
        (Get-ImgNotification 't*').Name | Should -Be two
    }

    It 'has no messages where nothing was new' {
        Get-ImgNotification one -Message | Should -BeNullOrEmpty
    }

    It 'tells a name that is not there' {
        (Get-ImgTestError { Get-ImgNotification no }).FullyQualifiedErrorId | Should -Be 'ImgNotificationNotFound,Get-ImgNotification'
    }
}
