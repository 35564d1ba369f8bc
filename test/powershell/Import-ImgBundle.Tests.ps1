BeforeAll {
    Import-Module "$PSScriptRoot/ImgTest.psm1"
    $from = New-ImgTestSite -Catalog -Content
    $folder = "$($from.Folder)/bundle"
    $bundle = Export-ImgBundle -DestinationPath $folder
    $site = New-ImgTestSite
}
AfterAll {
    Remove-ImgTestSite $site
    Remove-ImgTestSite $from
}

Describe 'Import-ImgBundle' {
    It 'refuses a bundle of a key that nobody named' {
        $problem = Get-ImgTestError { Import-ImgBundle -Path $folder }

        $problem.FullyQualifiedErrorId | Should -Be 'ImgBundleInvalid,Import-ImgBundle'
        $problem.ErrorDetails.RecommendedAction | Should -Match $bundle.Fingerprint
        Get-ImgUpdate | Should -BeNullOrEmpty
    }

    It 'takes nothing with -WhatIf' {
        Import-ImgBundle -Path $folder -Trust $bundle.Fingerprint -WhatIf

        Get-ImgUpdate | Should -BeNullOrEmpty
    }

    It 'takes updates, release table and content, and remembers the trust' {
        $taken = Import-ImgBundle -Path $folder -Trust $bundle.Fingerprint -Inventory "$folder/inventory.json"

        $taken.PSObject.TypeNames[0] | Should -Be 'Img.BundleImport'
        $shown = ($taken | Out-String -Width 80) -split '\r?\n'
        $shown -match '^Fingerprint +: ' | Should -HaveCount 1
        $shown -match '^(FormatVersion|Sync|PublicKey|Applied) ' | Should -BeNullOrEmpty
        $taken.Made | Should -BeOfType datetime
        $taken.Sync.Added | Should -Be 4
        $taken.Copied | Should -Be 1
        (Get-ImgUpdate -UniqueId $from.Update).IsContentProvisioned | Should -BeTrue
        @(Get-ImgRelease).Count | Should -BeGreaterThan 1
        (Get-Item -LiteralPath $folder | Import-ImgBundle).Copied | Should -Be 0
        Test-Path -LiteralPath "$folder/inventory.json" | Should -BeTrue
    }

    It 'names what is missing, and takes the rest' {
        $empty = New-ImgTestSite
        Get-ChildItem -LiteralPath "$folder/files" -Recurse -File | Sort-Object -Property Length | Select-Object -Last 1 | Remove-Item

        $problem = Get-ImgTestError { $null = Import-ImgBundle -Path $folder -Trust $bundle.Fingerprint }

        $problem.FullyQualifiedErrorId | Should -Be 'ImgBundleIncomplete,Import-ImgBundle'
        @(Get-ImgUpdate).Count | Should -Be 4
        Remove-ImgTestSite $empty
    }
}
