BeforeAll {
    Import-Module "$PSScriptRoot/ImgTest.psm1"
    $site = New-ImgTestSite -Image
    $boot = Get-ImgTestBootImage
}
AfterAll { Remove-ImgTestSite $site }

Describe 'Get-ImgBootTrust' {
    It 'says which machines an image starts on, what that rests on, and why not on others' {
        $trust = Get-ImgBootTrust -Path $boot

        $trust.PSObject.TypeNames[0] | Should -Be 'Img.BootTrust'
        $trust.Verdict | Should -Be '2011-only'
        $trust.StartsOn | Should -Be '2011-only', 'both'
        # The authorities of rehearsals only bear the names of the real ones.
        $trust.Basis | Should -Be 'name-only'
        $trust.Rehearsal | Should -BeTrue
        $trust.Reasons -join ' ' | Should -Match 'recovery image'
    }

    It 'tells boot managers apart by their signature' {
        $files = (Get-Item -LiteralPath $boot | Get-ImgBootTrust).Files | Where-Object -Property Program -EQ bootmgfw

        $files[0].PSObject.TypeNames[0] | Should -Be 'Img.BootFile'
        @($files | Where-Object -Property Place -EQ image).Issuer | Should -Be 'Microsoft Windows Production PCA 2011', 'Windows UEFI CA 2023'
        @($files | Where-Object -Property Place -EQ recovery).Svn | Should -Be '7.0', '7.0'
        $files.Proof | Select-Object -Unique | Should -Be 'name-only'
    }

    It 'measures with the table of minimums that is given' {
        $table = "$($site.Folder)/minimums.json"
        Set-Content -LiteralPath $table -Value '{"asOf":"2026-01-01","source":"a test","minimums":[{"program":"bootmgfw","svn":"7.0"}]}'
        $trust = Get-ImgBootTrust -Path $boot -MinimumTable $table

        $trust.Verdict | Should -Be 'all'
        $trust.Minimums.Minimums[0].Svn | Should -Be '7.0'
    }

    It 'knows nothing of a registered image without boot managers' {
        (Get-ImgImage | Get-ImgBootTrust).Verdict | Should -Be 'unknown'
    }

    It 'tells a folder that holds no media' {
        (Get-ImgTestError { Get-ImgBootTrust -Path $site.Folder }).FullyQualifiedErrorId | Should -Be 'ImgNotMedia,Get-ImgBootTrust'
    }

    It 'shows verdict and issuers in its tables' {
        Get-ImgBootTrust -Path $boot | Out-String | Should -Match '2011-only +name-only +2011-only, both'
        (Get-ImgBootTrust -Path $boot).Files | Format-Table | Out-String | Should -Match 'UEFI CA 2023 +9\.0'
    }
}
