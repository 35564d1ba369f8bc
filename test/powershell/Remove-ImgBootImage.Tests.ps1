BeforeAll {
    Import-Module "$PSScriptRoot/ImgTest.psm1"
    $site = New-ImgTestSite
    $boot = New-ImgTestBootImage -Path "$($site.Folder)/boot.wim"
    $made = New-ImgBootImage -Path $boot -Name Boot
}
AfterAll { Remove-ImgTestSite $site }

Describe 'Remove-ImgBootImage' {
    It 'takes it out of the library by wildcard and keeps the files' {
        Remove-ImgBootImage -Name 'Bo*' -WhatIf
        Get-ImgBootImage | Should -HaveCount 1
        Remove-ImgBootImage -Name 'Bo*' -Force

        Get-ImgBootImage | Should -BeNullOrEmpty
        Test-Path -LiteralPath $boot | Should -BeTrue
    }

    It 'deletes the file too on request' {
        New-ImgBootImage -Path $boot -Name Boot | Remove-ImgBootImage -IncludeContent -Confirm:$false

        Test-Path -LiteralPath $boot | Should -BeFalse
    }

    It 'writes an error for one that is not there' {
        (Get-ImgTestError { Remove-ImgBootImage -Name 'Nobody' -Force }).FullyQualifiedErrorId | Should -Be 'ImgImageNotFound,Remove-ImgBootImage'
    }
}
