BeforeAll {
    Import-Module "$PSScriptRoot/ImgTest.psm1"
    $site = New-ImgTestSite -Image -Catalog
}
AfterAll { Remove-ImgTestSite $site }

Describe 'Get-ImgInstalledUpdate' {
    It 'shows the updates of every index of an image from the pipeline' {
        $updates = Get-ImgImage 'Windows 11 Enterprise' | Get-ImgInstalledUpdate

        $updates.Index | Should -Be 1, 2
        $updates[0].PSObject.TypeNames[0] | Should -Be 'Img.InstalledUpdate'
        $updates[0].State | Should -Be 'Installed'
        $updates[0].InstallTime.Kind | Should -Be 'Utc'
        $updates[0].ImageName | Should -Be 'Windows 11 Enterprise'
    }

    It 'knows the article from the release table' {
        (Get-ImgInstalledUpdate -Path $site.File -Index 1).KB | Should -Be '5058411'
    }

    It 'keeps the articles that were asked for' {
        Get-ImgInstalledUpdate 'Windows 11 Enterprise' -ArticleId KB5058411 | Should -HaveCount 2
        Get-ImgInstalledUpdate 'Windows 11 Enterprise' -ArticleId 5060842 | Should -BeNullOrEmpty
    }

    It 'goes on with the next item after one that failed' {
        $updates = 'Nobody', 'Windows 11 Enterprise' | Get-ImgInstalledUpdate -Index 1 -ErrorAction SilentlyContinue -ErrorVariable failures

        $updates | Should -HaveCount 1
        $failures[0].FullyQualifiedErrorId | Should -Be 'ImgImageNotFound,Get-ImgInstalledUpdate'
    }
}
