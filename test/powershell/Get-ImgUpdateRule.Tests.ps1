BeforeAll {
    Import-Module "$PSScriptRoot/ImgTest.psm1"
    $site = New-ImgTestSite -Image -Catalog
}
AfterAll { Remove-ImgTestSite $site }

Describe 'Get-ImgUpdateRule' {
    BeforeAll {
        $null = New-ImgUpdateRule -Name Monthly
        $null = New-ImgUpdateRule -Name Weekly
    }

    It 'gets rules by <Name>' -ForEach @(
        @{ Name = 'nothing'; Block = { Get-ImgUpdateRule }; Found = 'Monthly', 'Weekly' }
        @{ Name = 'name'; Block = { Get-ImgUpdateRule weekly }; Found = 'Weekly' }
        @{ Name = 'wildcard'; Block = { Get-ImgUpdateRule 'M*' }; Found = 'Monthly' }
        @{ Name = 'pipeline'; Block = { 'Weekly', 'Monthly' | Get-ImgUpdateRule }; Found = 'Weekly', 'Monthly' }
    ) {
        @(& $Block | ForEach-Object Name) | Should -Be $Found
    }

    It 'writes an error for a rule that is not there' {
        (Get-ImgTestError { Get-ImgUpdateRule Nobody }).FullyQualifiedErrorId | Should -Be 'ImgRuleNotFound,Get-ImgUpdateRule'
    }
}
