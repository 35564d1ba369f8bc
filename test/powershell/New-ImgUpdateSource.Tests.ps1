BeforeAll {
    Import-Module "$PSScriptRoot/ImgTest.psm1"
    $site = New-ImgTestSite
    $packages = Join-Path -Path $site.Folder -ChildPath 'packages'
    $null = New-Item -Path $packages -ItemType Directory
}
AfterAll { Remove-ImgTestSite $site }

Describe 'New-ImgUpdateSource' {
    It 'adds a source behind the others, or at its place' {
        $source = New-ImgUpdateSource -Name air-gap -Type Folder -Path $packages -Setting @{ Recurse = $false }
        $source.PSObject.TypeNames[0] | Should -Be 'Img.UpdateSource'
        $source.State | Should -Be never
        $source.Settings.Recurse | Should -BeFalse
        New-ImgUpdateSource other Folder -Path $site.Folder -Position 1 | ForEach-Object Position | Should -Be 1

        (Get-ImgUpdateSource).Name | Should -Be 'other', 'air-gap'
    }

    It 'adds nothing for -WhatIf' {
        New-ImgUpdateSource -Name later -Type Folder -Path $packages -WhatIf
        Get-ImgUpdateSource 'l*' | Should -BeNullOrEmpty
    }

    It 'is refused: <Name>' -ForEach @(
        @{ Name = 'a kind that is not there'; Id = 'ImgSourceInvalid'; Block = { New-ImgUpdateSource -Name x -Type Post -Path $packages } }
        @{ Name = 'no path'; Id = 'ImgSourceInvalid'; Block = { New-ImgUpdateSource -Name x -Type Folder } }
        @{ Name = 'a setting that is not there'; Id = 'ImgSourceInvalid'; Block = { New-ImgUpdateSource -Name x -Type Folder -Path $packages -Setting @{ Deep = 1 } } }
        @{ Name = 'a name that is there'; Id = 'ImgSourceExists'; Block = { New-ImgUpdateSource -Name AIR-GAP -Type Folder -Path $packages } }
    ) {
        (Get-ImgTestError $Block).FullyQualifiedErrorId | Should -Be "$Id,New-ImgUpdateSource"
    }
}
