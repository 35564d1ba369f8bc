BeforeAll {
    Import-Module "$PSScriptRoot/ImgTest.psm1"
    $site = New-ImgTestSite -Image
    $image = Get-ImgImage
    $north = Join-Path -Path $site.Folder -ChildPath 'north'
    $null = New-ImgDistributionPoint North -Path $north
}
AfterAll { Remove-ImgTestSite $site }

Describe 'Update-ImgDistributionPoint' {
    It 'wants an image that goes somewhere' {
        (Get-ImgTestError { Update-ImgDistributionPoint $image.Name }).FullyQualifiedErrorId | Should -Be 'ImgPointNotFound,Update-ImgDistributionPoint'
    }

    It 'mends what was changed there' {
        Start-ImgContentDistribution $image.Name -DistributionPointName North
        $file = Join-Path -Path $north -ChildPath "$($image.Name).wim"
        Set-Content -LiteralPath $file -Value 'other'
        (Get-ImgImage $image.Name | Update-ImgDistributionPoint -PassThru).NumberSuccess | Should -Be 1
        (Get-FileHash -LiteralPath $file).Hash | Should -Be $image.Sha256
        Update-ImgDistributionPoint $image.Name -Failed -PassThru | ForEach-Object Targeted | Should -Be 0
    }
}
