BeforeAll {
    Import-Module "$PSScriptRoot/ImgTest.psm1"
    $site = New-ImgTestSite -Image
}
AfterAll { Remove-ImgTestSite $site }

Describe 'Get-ImgFeature' {
    It 'shows the features of every index and their states' {
        $features = Get-ImgImage 'Windows 11 Enterprise' | Get-ImgFeature

        $features[0].PSObject.TypeNames[0] | Should -Be 'Img.Feature'
        $features.Index | Select-Object -Unique | Should -Be 1, 2
        ($features | Where-Object { $_.Index -eq 1 -and $_.Name -eq 'NetFx4-AdvSrvs' }).State | Should -Be 'Enabled'
        $features[0].Source | Should -Be 'registry and manifest'
    }

    It 'keeps those that were asked for' {
        $features = Get-ImgFeature -Path $site.File -Index 2 -FeatureName Telnet*, SMB*

        $features.Name | Should -Be 'SMB1Protocol', 'TelnetClient'
        $features.State | Select-Object -Unique | Should -Be 'Disabled'
        Get-ImgFeature -Path $site.File -FeatureName None* | Should -BeNullOrEmpty
    }

    It 'takes a file in the place of a name' {
        $byPath = Get-ImgFeature -Path $site.File -Index 2

        (Get-ImgFeature $site.File -Index 2).Name | Should -Be $byPath.Name
        Push-Location (Split-Path -Parent $site.File)
        try {
            (Get-ImgFeature (Split-Path -Leaf $site.File) -Index 2).Name | Should -Be $byPath.Name
        } finally {
            Pop-Location
        }
    }

    It 'names an image that is not there' {
        (Get-ImgTestError { Get-ImgFeature Nobody }).FullyQualifiedErrorId | Should -Be 'ImgImageNotFound,Get-ImgFeature'
    }
}
