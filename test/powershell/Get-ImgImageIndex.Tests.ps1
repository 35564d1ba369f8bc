BeforeAll {
    Import-Module "$PSScriptRoot/ImgTest.psm1"
    $site = New-ImgTestSite -Image
}
AfterAll { Remove-ImgTestSite $site }

Describe 'Get-ImgImageIndex' {
    It 'shows each Windows in <Name>' -ForEach @(
        @{ Name = 'a registered image'; Block = { Get-ImgImageIndex -Name 'Windows 11 Enterprise' } }
        @{ Name = 'a file'; Block = { Get-ImgImageIndex -Path $site.File } }
        @{ Name = 'an image from the pipeline'; Block = { Get-ImgImage | Get-ImgImageIndex } }
        @{ Name = 'a file from the pipeline'; Block = { Get-Item -LiteralPath $site.File | Get-ImgImageIndex } }
    ) {
        $indexes = & $Block

        $indexes.Name | Should -Be 'Windows 11 Enterprise', 'Windows 11 Pro'
        $indexes[0].Revision | Should -Be '26100.4061'
        $indexes[0].Created.Kind | Should -Be 'Utc'
    }

    It 'adds the packages on request' {
        $index = Get-ImgImageIndex -Name 'Windows 11 Enterprise' -Index 2 -Package

        $index.Index | Should -Be 2
        $index.Packages.Name | Should -Contain 'Package_for_RollupFix'
        $index.Packages[0].PSObject.TypeNames[0] | Should -Be 'Img.Package'
    }

    It 'writes an error for an index that is not there' {
        (Get-ImgTestError { Get-ImgImageIndex -Name 'Windows 11 Enterprise' -Index 7 }).FullyQualifiedErrorId | Should -Be 'ImgIndexNotFound,Get-ImgImageIndex'
    }

    It 'writes the engine''s error for a file that is no image' {
        (Get-ImgTestError { Get-ImgImageIndex -Path $PSCommandPath }).FullyQualifiedErrorId | Should -Be 'ImgNotAWim,Get-ImgImageIndex'
    }
}
