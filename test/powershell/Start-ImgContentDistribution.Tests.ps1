BeforeAll {
    Import-Module "$PSScriptRoot/ImgTest.psm1"
    $site = New-ImgTestSite -Image
    $image = Get-ImgImage
    $north = Join-Path -Path $site.Folder -ChildPath 'north'
    $null = New-ImgDistributionPoint North -Path $north -Group Schools
}
AfterAll { Remove-ImgTestSite $site }

Describe 'Start-ImgContentDistribution' {
    It 'sends nothing for -WhatIf' {
        Start-ImgContentDistribution $image.Name -DistributionPointName North -WhatIf
        Join-Path -Path $north -ChildPath 'manifest.json' | Should -Not -Exist
    }

    It 'sends an image to a group, the same bytes' {
        Get-ImgImage $image.Name | Start-ImgContentDistribution -DistributionPointGroupName Schools | Should -BeNullOrEmpty
        $file = Join-Path -Path $north -ChildPath "$($image.Name).wim"
        (Get-FileHash -LiteralPath $file).Hash | Should -Be $image.Sha256
        $status = Start-ImgContentDistribution $image.Name -DistributionPointName North -PassThru
        $status.PSObject.TypeNames[0] | Should -Be 'Img.DistributionStatus'
        $status.Targets[0].Method | Should -Be same
    }

    It 'writes the problem of a target that failed' {
        Remove-Item -LiteralPath $north -Recurse
        $null = Set-ImgDistributionPoint North -Setting @{ Attempts = 1 }
        $record = Get-ImgTestError { Start-ImgContentDistribution $image.Name -DistributionPointName North }
        $record.FullyQualifiedErrorId | Should -Be 'ImgPointUnreachable,Start-ImgContentDistribution'
    }

    It 'is refused without a distribution point' {
        (Get-ImgTestError { Start-ImgContentDistribution $image.Name -DistributionPointName West }).FullyQualifiedErrorId |
            Should -Be 'ImgPointNotFound,Start-ImgContentDistribution'
    }
}
