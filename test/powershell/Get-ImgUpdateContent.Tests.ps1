BeforeAll {
    Import-Module "$PSScriptRoot/ImgTest.psm1"
    $site = New-ImgTestSite -Content
}
AfterAll { Remove-ImgTestSite $site }

Describe 'Get-ImgUpdateContent' {
    It 'shows what is stored for <Name>' -ForEach @(
        @{ Name = 'all updates'; Block = { Get-ImgUpdateContent } }
        @{ Name = 'an identity'; Block = { Get-ImgUpdateContent -UniqueId $site.Update } }
        @{ Name = 'a title'; Block = { Get-ImgUpdateContent -Name (Get-ImgUpdate -UniqueId $site.Update).Title } }
        @{ Name = 'an update from the pipeline'; Block = { Get-ImgUpdate -UniqueId $site.Update | Get-ImgUpdateContent } }
        @{ Name = 'an article'; Block = { 'KB5060842' | Get-ImgUpdateContent } }
    ) {
        (& $Block).MatchedBy | Should -Be 'stand-in'
    }

    It 'writes an error for a title that no update has' {
        (Get-ImgTestError { Get-ImgUpdateContent -Name '2025-06*' }).FullyQualifiedErrorId | Should -Be 'ImgUpdateNotFound,Get-ImgUpdateContent'
    }

    It 'shows nothing for an update without content' {
        Get-ImgUpdate -ArticleId 5058411 | Get-ImgUpdateContent | Should -BeNullOrEmpty
    }
}
