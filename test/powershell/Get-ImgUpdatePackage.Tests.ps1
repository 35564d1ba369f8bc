BeforeAll {
    Import-Module "$PSScriptRoot/ImgTest.psm1"
    $site = New-ImgTestSite
    $folder = "$($site.Folder)/packages"
    $null = New-Item -Path $folder -ItemType Directory
    Copy-Item -LiteralPath (Get-ImgTestPackage) -Destination "$folder/windows11.0-kb5060842-x64.msu"
    Set-Content -LiteralPath "$folder/page.msu" -Value '<!DOCTYPE html><html></html>'
}
AfterAll { Remove-ImgTestSite $site }

Describe 'Get-ImgUpdatePackage' {
    It 'says what a package is' {
        $package = Get-ImgUpdatePackage "$folder/windows*.msu"

        $package.PSObject.TypeNames[0] | Should -Be 'Img.UpdatePackage'
        $package.Kind | Should -Be 'CumulativeUpdate'
        $package.ArticleId | Should -Be '5060842'
        $package.Revision | Should -Be '26100.4349'
        $package.Format | Should -Be 'msu-wim'
        $package.StandIn | Should -BeTrue
        $package.IsOfflineServiceable | Should -BeTrue
        $package.Signature.Present | Should -BeFalse
        $package.FileName | Should -Be 'windows11.0-kb5060842-x64.msu'
    }

    It 'goes on after a file that is no package, and says why it is none' {
        $packages = Get-ChildItem -Path $folder | Get-ImgUpdatePackage -ErrorAction SilentlyContinue -ErrorVariable failures

        $packages | Should -HaveCount 1
        $failures[0].FullyQualifiedErrorId | Should -Be 'ImgPackageInvalid,Get-ImgUpdatePackage'
        $failures[0].Exception.Message | Should -BeLike '*web page*'
    }

    It 'shows KB, kind and revision in its table' {
        Get-ImgUpdatePackage "$folder/windows*.msu" | Out-String | Should -Match 'KB5060842 +CumulativeUpdate +26100\.4349'
    }
}
