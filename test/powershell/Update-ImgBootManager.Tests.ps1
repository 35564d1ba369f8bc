BeforeAll {
    Import-Module "$PSScriptRoot/ImgTest.psm1"
    $site = New-ImgTestSite
    $boot = '/efi/boot/bootx64.efi'
}
AfterAll { Remove-ImgTestSite $site }

Describe 'Update-ImgBootManager' {
    BeforeEach { $media = Get-ImgTestMedia -Path "$($site.Folder)/media-$([guid]::NewGuid())" }

    It 'puts the boot files of 2023 into place and shows the verdict before and after' {
        $update = Update-ImgBootManager -Path $media -WarningAction SilentlyContinue -WarningVariable warnings

        $update.PSObject.TypeNames[0] | Should -Be 'Img.BootManagerUpdate'
        $update.Applied | Should -BeTrue
        $update.Before.Verdict | Should -Be '2011-only'
        $update.After.Verdict | Should -Be 'both'
        $update.Files.Path | Should -Contain '\efi\boot\bootx64.efi'
        ((Get-ImgBootTrust -Path $media).Files | Where-Object -Property Path -Like '*bootx64.efi').Issuer | Should -Be 'Windows UEFI CA 2023'
        # Authorities of rehearsals only bear the names.
        $warnings[0] | Should -Match 'only bears the name'
    }

    It 'shows what it would do and changes nothing with -WhatIf' {
        $before = Get-FileHash -LiteralPath "$media$boot"
        $update = Get-Item -LiteralPath $media | Update-ImgBootManager -WhatIf -WarningAction SilentlyContinue

        $update.Applied | Should -BeFalse
        $update.After | Should -BeNullOrEmpty
        @($update.Files | Where-Object -Property Changed).Count | Should -BeGreaterThan 3
        (Get-FileHash -LiteralPath "$media$boot").Hash | Should -Be $before.Hash
    }

    It 'refuses a folder without media' {
        (Get-ImgTestError { Update-ImgBootManager -Path $site.Folder }).FullyQualifiedErrorId | Should -Be 'ImgNotMedia,Update-ImgBootManager'
    }
}
