BeforeAll {
    Import-Module "$PSScriptRoot/ImgTest.psm1"
    $site = New-ImgTestSite
    $file = "$($site.Folder)/table.tsv"
    [System.IO.File]::WriteAllLines($file, @(
            "product`trelease`tdate`tbuild`tkb`tkind"
            "Windows 11`t24H2`t2025-05-13`t26100.4061`tKB5058411`tStandard"
            "Windows 11`t24H2`t2025-06-10`t26100.4349`tKB5060842`tStandard"
            "Windows 11`t24H2`t2025-06-11`t26100.4351`tKB5063060`tOut-of-band"
            "Windows Server 2025`t24H2`t2025-06-10`t26100.4349`tKB5060842`tStandard"
        ))
    $null = Import-ImgRelease -Path $file
}
AfterAll { Remove-ImgTestSite $site }

Describe 'Get-ImgRelease' {
    It 'filters by <Name>' -ForEach @(
        @{ Name = 'product'; Parameters = @{ Product = 'windows 11' }; Builds = '26100.4351', '26100.4349', '26100.4061' }
        @{ Name = 'release and latest'; Parameters = @{ Release = '24H2'; Latest = $true }; Builds = '26100.4351', '26100.4349' }
        @{ Name = 'article'; Parameters = @{ ArticleId = 'KB5058411' }; Builds = @('26100.4061') }
        @{ Name = 'kind'; Parameters = @{ Kind = 'OutOfBand' }; Builds = @('26100.4351') }
        @{ Name = 'day'; Parameters = @{ Product = 'Windows 11'; AsOf = '2025-06-01' }; Builds = @('26100.4061') }
    ) {
        $releases = @(Get-ImgRelease @Parameters)

        $releases[0].PSObject.TypeNames[0] | Should -Be 'Img.Release'
        $releases.Build | Should -Be $Builds
    }

    It 'takes updates from the pipeline and shows a table' {
        $text = [pscustomobject]@{ KB = '5060842' } | Get-ImgRelease | Out-String -Width 120

        $text | Should -Match '(?m)^Windows 11 +24H2 +2025-06-10 26100\.4349 +KB5060842 Standard'
        $text | Should -Match '(?m)^Windows Server 2025 '
    }

    It 'gets nothing for an article that is not there' {
        Get-ImgRelease -ArticleId 1234567 | Should -BeNullOrEmpty
    }
}
