BeforeAll {
    Import-Module "$PSScriptRoot/ImgTest.psm1"
    $site = New-ImgTestSite
    $node = & (Get-Module -Name ImgUpdate) { Find-ImgNode }
    $null = New-ImgNotification good Command -Setting @{ Command = $node, '-e', '0' }
    $null = New-ImgNotification bad Command -Setting @{ Command = $node, '-e', 'process.exit(3)' }
}
AfterAll { Remove-ImgTestSite $site }

Describe 'Test-ImgNotification' {
    It 'sends a message and says what became of it' {
        $test = Test-ImgNotification good
        $test.PSObject.TypeNames[0] | Should -Be 'Img.NotificationTest'
        $test.Ok | Should -BeTrue
    }

    It 'says why a message was not taken' {
        $test = Get-ImgNotification bad | Test-ImgNotification
        $test.Ok | Should -BeFalse
        $test.Message | Should -Match 'ended with 3'
        $test.Problem.Id | Should -Be ImgNotificationFailed
    }

    It 'answers yes or no with -Quiet' {
        Test-ImgNotification good -Quiet | Should -BeTrue
        Test-ImgNotification bad -Quiet | Should -BeFalse
    }
}
