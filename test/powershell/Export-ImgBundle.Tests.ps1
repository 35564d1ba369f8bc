BeforeAll {
    Import-Module "$PSScriptRoot/ImgTest.psm1"
    $site = New-ImgTestSite -Catalog -Image -Content
    $folder = "$($site.Folder)/bundle"
}
AfterAll { Remove-ImgTestSite $site }

Describe 'Export-ImgBundle' {
    It 'writes nothing with -WhatIf' {
        Export-ImgBundle -DestinationPath $folder -WhatIf

        Test-Path -LiteralPath $folder | Should -BeFalse
    }

    It 'writes everything, and shows the key by which the other site trusts it' {
        $bundle = Export-ImgBundle $folder

        $bundle.PSObject.TypeNames[0] | Should -Be 'Img.Bundle'
        $shown = ($bundle | Out-String -Width 80) -split '\r?\n'
        $shown -match '^Fingerprint +: ' | Should -HaveCount 1
        $shown -match '^(FormatVersion|Sync|PublicKey|Applied) ' | Should -BeNullOrEmpty
        $bundle.Updates | Should -Be 4
        $bundle.Contents | Should -Be 1
        $bundle.Fingerprint | Should -Match '^[0-9a-f]{64}$'
        (Get-ImgConfiguration).BundleKey.Fingerprint | Should -Be $bundle.Fingerprint
        Test-Path -LiteralPath "$folder/bundle.json" | Should -BeTrue
    }

    It 'copies nothing a second time' {
        (Export-ImgBundle -DestinationPath $folder).Copied | Should -Be 0
    }

    It 'takes updates from the pipeline, by KB, and by what an image needs' {
        (Get-ImgUpdate -UniqueId $site.Update | Export-ImgBundle -DestinationPath "$folder-1").Updates | Should -Be 1
        (Export-ImgBundle -DestinationPath "$folder-2" -Update KB5060842 -NoContent).Updates | Should -Be 2
        (Export-ImgBundle -DestinationPath "$folder-3" -ImageName 'Windows 11 Enterprise').Updates | Should -Be 1
        (Export-ImgBundle -DestinationPath "$folder-4" -Since ([datetime]::UtcNow.AddYears(1))).Updates | Should -Be 0
    }

    It 'does not take everything when nothing came in' {
        (Get-ImgTestError { Get-ImgUpdate -Name 'no such update' | Export-ImgBundle -DestinationPath "$folder-5" }).FullyQualifiedErrorId | Should -Be 'ImgUpdateNotFound,Export-ImgBundle'
    }

    It 'writes an error for an inventory that is none' {
        (Get-ImgTestError { Export-ImgBundle -DestinationPath $folder -For $PSCommandPath }).FullyQualifiedErrorId | Should -Be 'ImgBundleInvalid,Export-ImgBundle'
    }
}
