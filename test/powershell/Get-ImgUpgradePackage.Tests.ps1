BeforeAll {
    Import-Module "$PSScriptRoot/ImgTest.psm1"
    $site = New-ImgTestSite
    $media = New-ImgTestMedia -Folder "$($site.Folder)/Win11" -Image $site.File
    $made = New-ImgUpgradePackage -Path $media -AcceptEula
}
AfterAll { Remove-ImgTestSite $site }

Describe 'Get-ImgUpgradePackage' {
    It 'finds by wildcard, name and id' {
        (Get-ImgUpgradePackage).Id | Should -Be $made.Id
        (Get-ImgUpgradePackage 'Wi*').Id | Should -Be $made.Id
        (Get-ImgUpgradePackage -Id $made.Id).PSObject.TypeNames[0] | Should -Be 'Img.UpgradePackage'
        ($made | Get-ImgUpgradePackage).Name | Should -Be 'Win11'
    }

    It 'writes an error for a name that is not there, and none for a wildcard' {
        (Get-ImgTestError { Get-ImgUpgradePackage 'Nobody' }).FullyQualifiedErrorId | Should -Be 'ImgImageNotFound,Get-ImgUpgradePackage'
        Get-ImgUpgradePackage 'Nobody*' | Should -BeNullOrEmpty
        (Get-ImgTestError { Get-ImgUpgradePackage 'Wi*' -DisableWildcardHandling }).FullyQualifiedErrorId | Should -Be 'ImgImageNotFound,Get-ImgUpgradePackage'
    }
}
