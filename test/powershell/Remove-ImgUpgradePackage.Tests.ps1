BeforeAll {
    Import-Module "$PSScriptRoot/ImgTest.psm1"
    $site = New-ImgTestSite
    $media = New-ImgTestMedia -Folder "$($site.Folder)/Win11" -Image $site.File
    $made = New-ImgUpgradePackage -Path $media -AcceptEula
}
AfterAll { Remove-ImgTestSite $site }

Describe 'Remove-ImgUpgradePackage' {
    It 'takes it out of the library by wildcard and keeps the files' {
        Remove-ImgUpgradePackage -Name 'Wi*' -WhatIf
        Get-ImgUpgradePackage | Should -HaveCount 1
        Remove-ImgUpgradePackage -Name 'Wi*' -Force

        Get-ImgUpgradePackage | Should -BeNullOrEmpty
        Test-Path -LiteralPath "$media/sources/install.wim" | Should -BeTrue
    }

    It 'writes an error for one that is not there' {
        (Get-ImgTestError { Remove-ImgUpgradePackage -Name 'Nobody' -Force }).FullyQualifiedErrorId | Should -Be 'ImgImageNotFound,Remove-ImgUpgradePackage'
    }
}
