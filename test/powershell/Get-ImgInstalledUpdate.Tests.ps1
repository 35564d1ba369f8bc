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

    It 'takes <Name> from the pipeline' -ForEach @(
        @{ Name = 'a name'; Item = { 'Windows 11 Enterprise' } }
        @{ Name = 'a name with a slash'; Item = { 'W11/offices' } }
        @{ Name = 'an absolute path'; Item = { $site.File } }
        @{ Name = 'a file'; Item = { Get-Item -LiteralPath $site.File } }
        @{ Name = 'an index'; Item = { Get-ImgImageIndex 'Windows 11 Enterprise' -Index 1 } }
        @{ Name = 'a deserialized image'; Item = { [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize($site.Image)) } }
        @{ Name = 'an image of Configuration Manager'; Item = { $object } }
    ) {
        $object = [pscustomobject]@{ PackageID = 'XYZ00018'; Name = 'other name'; PkgSourcePath = $site.Image.Path; SourceVersion = 3 }
        $object.PSObject.TypeNames.Insert(0, 'IResultObject#SMS_ImagePackage')
        if ($Name -like '*slash') { Set-ImgImage -Id $site.Image.Id -NewName 'W11/offices' }
        $updates = & $Item | Get-ImgInstalledUpdate -Index 1
        Set-ImgImage -Id $site.Image.Id -NewName 'Windows 11 Enterprise'

        $updates.KB | Should -Contain '5058411'
    }

    It 'goes on with the next item after one that failed' {
        $updates = 'Nobody', 'Windows 11 Enterprise' | Get-ImgInstalledUpdate -Index 1 -ErrorAction SilentlyContinue -ErrorVariable failures

        $updates | Should -HaveCount 1
        $failures[0].FullyQualifiedErrorId | Should -Be 'ImgImageNotFound,Get-ImgInstalledUpdate'
    }
}
