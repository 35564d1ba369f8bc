BeforeAll {
    Import-Module "$PSScriptRoot/ImgTest.psm1"
    $site = New-ImgTestSite -Image
    $packages = Join-Path -Path $site.Folder -ChildPath 'packages'
    $null = New-Item -Path $packages -ItemType Directory
    Copy-Item -LiteralPath (Get-ImgTestPackage) -Destination $packages
    $null = New-ImgUpdateSource -Name air-gap -Type Folder -Path $packages
}
AfterAll { Remove-ImgTestSite $site }

Describe 'Remove-ImgUpdateSource' {
    It 'removes a source of the pipeline, and nothing that it told' {
        $null = New-ImgUpdateSource second Folder -Path $site.Folder
        $null = Sync-ImgUpdate air-gap
        Get-ImgUpdateSource air-gap | Remove-ImgUpdateSource -WhatIf
        Get-ImgUpdateSource air-gap | Should -Not -BeNullOrEmpty
        Get-ImgUpdateSource air-gap | Remove-ImgUpdateSource -Force

        (Get-ImgUpdateSource | ForEach-Object { "$($_.Position) $($_.Name)" }) | Should -Be '1 second'
        (Get-ImgUpdate).ArticleId | Should -Be 5060842
    }

    It 'writes an error for a source that is not there' {
        (Get-ImgTestError { Remove-ImgUpdateSource Nobody -Force }).FullyQualifiedErrorId | Should -Be 'ImgSourceNotFound,Remove-ImgUpdateSource'
    }
}
