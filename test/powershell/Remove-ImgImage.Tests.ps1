BeforeAll {
    Import-Module "$PSScriptRoot/ImgTest.psm1"
    $site = New-ImgTestSite -Image
}
AfterAll { Remove-ImgTestSite $site }

Describe 'Remove-ImgImage' {
    It 'removes nothing with -WhatIf' {
        Remove-ImgImage -Name 'Windows*' -WhatIf

        Get-ImgImage | Should -HaveCount 1
    }

    It 'takes images out of the library by wildcard and keeps the file' {
        Remove-ImgImage -Name 'Windows*' -Force

        Get-ImgImage | Should -BeNullOrEmpty
        Test-Path -LiteralPath $site.File | Should -BeTrue
    }

    It 'deletes the file too on request' {
        New-ImgImage -Name 'W11' -Path $site.File -AcceptEula | Remove-ImgImage -IncludeContent -Confirm:$false

        Test-Path -LiteralPath $site.File | Should -BeFalse
    }

    It 'writes an error for an image that is not there' {
        (Get-ImgTestError { Remove-ImgImage -Name 'Nobody' -Force }).FullyQualifiedErrorId | Should -Be 'ImgImageNotFound,Remove-ImgImage'
    }
}
