BeforeAll {
    Import-Module "$PSScriptRoot/ImgTest.psm1"
    $site = New-ImgTestSite
    $packages = Join-Path -Path $site.Folder -ChildPath 'packages'
    $null = New-Item -Path $packages -ItemType Directory
    $null = New-ImgUpdateSource -Name air-gap -Type Folder -Path $packages
    $null = New-ImgUpdateSource -Name second -Type Folder -Path $packages
}
AfterAll { Remove-ImgTestSite $site }

Describe 'Get-ImgUpdateSource' {
    It 'gets sources by <Name>, in their order' -ForEach @(
        @{ Name = 'nothing'; Block = { Get-ImgUpdateSource }; Found = 'air-gap', 'second' }
        @{ Name = 'name'; Block = { Get-ImgUpdateSource SECOND }; Found = 'second' }
        @{ Name = 'wildcard'; Block = { Get-ImgUpdateSource 'a*' }; Found = 'air-gap' }
        @{ Name = 'pipeline'; Block = { 'second', 'air-gap' | Get-ImgUpdateSource }; Found = 'second', 'air-gap' }
    ) {
        @(& $Block | ForEach-Object Name) | Should -Be $Found
    }

    It 'writes an error for a source that is not there' {
        (Get-ImgTestError { Get-ImgUpdateSource Nobody }).FullyQualifiedErrorId | Should -Be 'ImgSourceNotFound,Get-ImgUpdateSource'
    }
}
