BeforeAll {
    Import-Module "$PSScriptRoot/ImgTest.psm1"
    $site = New-ImgTestSite -Image
    $image = Get-ImgImage
    $north = Join-Path -Path $site.Folder -ChildPath 'north'
    $null = New-ImgDistributionPoint North -Path $north -Group Schools -Setting @{ KeepPrevious = 3 }
}
AfterAll { Remove-ImgTestSite $site }

Describe 'Set-ImgDistributionPoint' {
    It 'changes what is named, and leaves the rest' {
        $point = Get-ImgDistributionPoint North | Set-ImgDistributionPoint -NewName Up -Group @() -Setting @{ Attempts = 2 } -Enabled $false
        $point.Name | Should -Be Up
        @($point.Groups).Count | Should -Be 0
        $point.Settings.KeepPrevious | Should -Be 3
        $point.Settings.Attempts | Should -Be 2
        $point.Enabled | Should -BeFalse
    }

    It 'takes a setting away with $null: the default is back' {
        $point = Set-ImgDistributionPoint Up -Setting @{ Attempts = $null }
        $point.Settings.Attempts | Should -Be 3
        $point.Settings.KeepPrevious | Should -Be 3
    }

    It 'changes nothing for -WhatIf, and refuses what is no setting' {
        Set-ImgDistributionPoint Up -NewName Down -WhatIf
        (Get-ImgDistributionPoint).Name | Should -Be Up
        (Get-ImgTestError { Set-ImgDistributionPoint Up -Setting @{ Speed = 1 } }).FullyQualifiedErrorId | Should -Be 'ImgPointInvalid,Set-ImgDistributionPoint'
    }
}
