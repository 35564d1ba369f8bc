BeforeDiscovery {
    Import-Module "$PSScriptRoot/ImgTest.psm1"
    $tool = Get-Command -Name genisoimage -CommandType Application -ErrorAction SilentlyContinue
    $note = Get-ImgTestNote -Without ($null -eq $tool) -Why 'genisoimage is not on PATH'
}

BeforeAll {
    Import-Module "$PSScriptRoot/ImgTest.psm1"
    $site = New-ImgTestSite
    $media = Get-ImgTestMedia -Path "$($site.Folder)/media"
}
AfterAll { Remove-ImgTestSite $site }

Describe 'Export-ImgMedia' {
    It "writes an ISO image that starts from BIOS and UEFI$note" -Skip:($note -ne '') {
        $export = Export-ImgMedia -Path $media -DestinationPath "$($site.Folder)/a.iso" -Label MEDIA_X64 -Tool GenIsoImage

        $export.PSObject.TypeNames[0] | Should -Be 'Img.MediaExport'
        $export.Applied | Should -BeTrue
        $export.BootEntries.Platform | Should -Be 'bios', 'uefi'
        $export.Sha256 | Should -Be (Get-FileHash -LiteralPath $export.To).Hash.ToLowerInvariant()
        (Get-ImgImageIndex -Path $export.To).Name | Should -Be 'Windows 11 Enterprise'
        (Get-ImgBootTrust -Path $export.To).Verdict | Should -Be (Get-ImgBootTrust -Path $media).Verdict
    }

    It 'writes a folder that is equal' {
        $export = Get-Item -LiteralPath $media | Export-ImgMedia -DestinationPath "$($site.Folder)/out"

        $export.Format | Should -Be 'folder'
        $export.Files | Should -Be @(Get-ChildItem -LiteralPath $media -Recurse -File).Count
        (Get-FileHash -LiteralPath "$($site.Folder)/out/sources/boot.wim").Hash | Should -Be (Get-FileHash -LiteralPath "$media/sources/boot.wim").Hash
    }

    It 'makes install.wim an install.esd' {
        $export = Export-ImgMedia -Path $media -DestinationPath "$($site.Folder)/solid" -CompressionType Recovery

        $export.Parts | Should -Be '\sources\install.esd'
        Test-Path -LiteralPath "$($site.Folder)/solid/sources/install.wim" | Should -BeFalse
        (Get-ImgImageIndex -Path "$($site.Folder)/solid/sources/install.esd").Name | Should -Be 'Windows 11 Enterprise'
    }

    It 'does not split what it makes solid' {
        $failure = Get-ImgTestError { Export-ImgMedia -Path $media -DestinationPath "$($site.Folder)/no" -CompressionType Recovery -SplitSize 4000MB }
        $failure.FullyQualifiedErrorId | Should -Be 'ImgRequestInvalid,Export-ImgMedia'
    }

    It 'writes nothing with -WhatIf' {
        $export = Export-ImgMedia -Path $media -DestinationPath "$($site.Folder)/not.iso" -Tool GenIsoImage -WhatIf

        $export.Applied | Should -BeFalse
        Test-Path -LiteralPath "$($site.Folder)/not.iso" | Should -BeFalse
    }

    It 'does not write over what is there' {
        $failure = Get-ImgTestError { Export-ImgMedia -Path $media -DestinationPath "$($site.Folder)/media" }
        $failure.FullyQualifiedErrorId | Should -Be 'ImgFileExists,Export-ImgMedia'
    }
}
