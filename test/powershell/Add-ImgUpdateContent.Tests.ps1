BeforeAll {
    Import-Module "$PSScriptRoot/ImgTest.psm1"
    $site = New-ImgTestSite -Catalog
    $package = Get-ImgTestPackage
}
AfterAll { Remove-ImgTestSite $site }

Describe 'Add-ImgUpdateContent' {
    It 'stores nothing with -WhatIf' {
        Add-ImgUpdateContent -LiteralPath $package -UniqueId $site.Update -StandIn -WhatIf

        Get-ImgUpdateContent | Should -BeNullOrEmpty
    }

    It 'stores a stand-in and says that it is one' {
        $content = Get-Item -LiteralPath $package | Add-ImgUpdateContent -UniqueId $site.Update -StandIn

        $content.PSObject.TypeNames[0] | Should -Be 'Img.UpdateContent'
        $content.StandIn | Should -BeTrue
        $content.KB | Should -Be '5060842'
        (Get-ImgUpdate -UniqueId $site.Update).IsContentProvisioned | Should -BeTrue
    }

    It 'writes an error for a file that is no package' {
        (Get-ImgTestError { Add-ImgUpdateContent -Path $PSCommandPath -UniqueId $site.Update -StandIn }).FullyQualifiedErrorId | Should -Be 'ImgPackageInvalid,Add-ImgUpdateContent'
    }
}
