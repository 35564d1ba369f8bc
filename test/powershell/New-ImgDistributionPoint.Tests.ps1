BeforeAll {
    Import-Module "$PSScriptRoot/ImgTest.psm1"
    $site = New-ImgTestSite -Image
    $image = Get-ImgImage
    $north = Join-Path -Path $site.Folder -ChildPath 'north'
}
AfterAll { Remove-ImgTestSite $site }

Describe 'New-ImgDistributionPoint' {
    It 'adds a folder, made and marked' {
        $point = New-ImgDistributionPoint -Name North -Path $north -Group Schools, All -Setting @{ KeepPrevious = 2 }
        $point.PSObject.TypeNames[0] | Should -Be 'Img.DistributionPoint'
        $point.Groups | Should -Be 'Schools', 'All'
        $point.Settings.KeepPrevious | Should -Be 2
        Join-Path -Path $north -ChildPath 'imgupdate-point.json' | Should -Exist
    }

    It 'adds nothing for -WhatIf' {
        $south = Join-Path -Path $site.Folder -ChildPath 'south'
        New-ImgDistributionPoint South -Path $south -WhatIf
        $south | Should -Not -Exist
        Get-ImgDistributionPoint 'S*' | Should -BeNullOrEmpty
    }

    It 'is refused: <Name>' -ForEach @(
        @{ Name = 'a kind that is not there'; Id = 'ImgPointInvalid'; Block = { New-ImgDistributionPoint x -Type Post -Path $north } }
        @{ Name = 'no path'; Id = 'ImgPointInvalid'; Block = { New-ImgDistributionPoint x } }
        @{ Name = 'a name that is there'; Id = 'ImgPointExists'; Block = { New-ImgDistributionPoint NORTH -Path $north } }
    ) {
        (Get-ImgTestError $Block).FullyQualifiedErrorId | Should -Be "$Id,New-ImgDistributionPoint"
    }
}
