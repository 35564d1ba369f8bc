BeforeAll {
    Import-Module "$PSScriptRoot/ImgTest.psm1"
    $site = New-ImgTestSite -Image
    $image = Get-ImgImage
    $north = Join-Path -Path $site.Folder -ChildPath 'north'
    $null = New-ImgDistributionPoint North -Path $north -Group Schools
    $null = New-ImgDistributionPoint South -Path (Join-Path -Path $site.Folder -ChildPath 'south')
}
AfterAll { Remove-ImgTestSite $site }

Describe 'Get-ImgDistributionPoint' {
    It 'gets them by name, wildcard and group' {
        (Get-ImgDistributionPoint).Name | Should -Be 'North', 'South'
        (Get-ImgDistributionPoint 's*').Name | Should -Be 'South'
        (Get-ImgDistributionPoint -Group schools).Name | Should -Be 'North'
        ('South', 'North' | Get-ImgDistributionPoint).Name | Should -Be 'South', 'North'
    }

    It 'says that there is none' {
        (Get-ImgTestError { Get-ImgDistributionPoint West }).FullyQualifiedErrorId | Should -Be 'ImgPointNotFound,Get-ImgDistributionPoint'
    }
}
