BeforeAll {
    Import-Module "$PSScriptRoot/ImgTest.psm1"
    $site = New-ImgTestSite -Image
    $image = Get-ImgImage
    $north = Join-Path -Path $site.Folder -ChildPath 'north'
    $null = New-ImgDistributionPoint North -Path $north
}
AfterAll { Remove-ImgTestSite $site }

Describe 'Get-ImgContentDistributionStatus' {
    It 'counts the targets, and shows them' {
        Get-ImgContentDistributionStatus | Should -BeNullOrEmpty
        Start-ImgContentDistribution $image.Name -DistributionPointName North
        $status = Get-ImgImage $image.Name | Get-ImgContentDistributionStatus
        $status.Targeted, $status.NumberSuccess, $status.NumberErrors | Should -Be 1, 1, 0
        $status.SourceVersion | Should -Be 1
        $status.Targets[0].PSObject.TypeNames[0] | Should -Be 'Img.DistributionTarget'
        $status.Targets[0].Updated | Should -BeOfType [datetime]
    }

    It 'finds with -Verify what was changed there' {
        Set-Content -LiteralPath (Join-Path -Path $north -ChildPath "$($image.Name).wim") -Value 'other'
        $status = Get-ImgContentDistributionStatus $image.Name -DistributionPointName North -Verify
        $status.NumberErrors | Should -Be 1
        $status.LastError.Id | Should -Be ImgPointDamages
    }
}
