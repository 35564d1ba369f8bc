BeforeAll {
    Import-Module "$PSScriptRoot/ImgTest.psm1"
    $site = New-ImgTestSite -Image
    $image = Get-ImgImage
    $north = Join-Path -Path $site.Folder -ChildPath 'north'
    $null = New-ImgDistributionPoint North -Path $north
}
AfterAll { Remove-ImgTestSite $site }

Describe 'Remove-ImgDistributionPoint' {
    It 'forgets it, and leaves what lies there' {
        Remove-ImgDistributionPoint North -WhatIf
        @(Get-ImgDistributionPoint).Count | Should -Be 1
        Get-ImgDistributionPoint | Remove-ImgDistributionPoint -Force
        Get-ImgDistributionPoint | Should -BeNullOrEmpty
        Join-Path -Path $north -ChildPath 'imgupdate-point.json' | Should -Exist
    }

    It 'says that there is none' {
        (Get-ImgTestError { Remove-ImgDistributionPoint North -Force }).FullyQualifiedErrorId | Should -Be 'ImgPointNotFound,Remove-ImgDistributionPoint'
    }
}
