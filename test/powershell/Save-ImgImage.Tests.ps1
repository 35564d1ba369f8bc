BeforeAll {
    Import-Module "$PSScriptRoot/ImgTest.psm1"
    $site = New-ImgTestSite -Image
    $image = Get-ImgImage
    $north = Join-Path -Path $site.Folder -ChildPath 'north'
    $cache = Join-Path -Path $site.Folder -ChildPath 'cache'
    $null = New-ImgDistributionPoint North -Path $north
    Start-ImgContentDistribution $image.Name -DistributionPointName North
}
AfterAll { Remove-ImgTestSite $site }

Describe 'Save-ImgImage' {
    It 'shows with -WhatIf what would be fetched, and brings nothing' {
        $planned = Save-ImgImage -Source North -DestinationPath $cache -Architecture x64 -Language en-US -WhatIf
        $planned.PSObject.TypeNames[0] | Should -Be 'Img.SavedImage'
        $planned.Name | Should -Be $image.Name
        $planned.Method | Should -BeNullOrEmpty
        $cache | Should -Not -Exist
    }

    It 'fetches what fits, the same bytes, and nothing the second time' {
        $saved = Save-ImgImage -Source North -DestinationPath $cache -Architecture x64 -Language en
        $saved.Method | Should -Be copied
        (Get-FileHash -LiteralPath $saved.Path).Hash | Should -Be $image.Sha256
        (Save-ImgImage $image.Name -Source $north -DestinationPath $cache).Method | Should -Be same
    }

    It 'takes paths as they are meant where the caller stands' {
        Push-Location -LiteralPath $site.Folder
        try {
            $saved = Save-ImgImage * -Source ./north -DestinationPath here -Trust (Get-Content -LiteralPath "$north/manifest.json" | ConvertFrom-Json).PublicKey -KeepSpare
        } finally {
            Pop-Location
        }
        $saved.Path | Should -Be (Join-Path -Path $site.Folder -ChildPath "here/$($image.Name).wim")
        Get-ChildItem -LiteralPath "$($site.Folder)/here" -Recurse -Filter spare.bin | Should -HaveCount 1
    }

    It 'keeps no copy for the next month where none is wanted' {
        Save-ImgImage $image.Name -Source North -DestinationPath "$cache-3" -KeepSpare:$false | Out-Null
        Get-ChildItem -LiteralPath "$cache-3" -Recurse -Filter spare.bin | Should -BeNullOrEmpty
    }

    It 'is refused: <Name>' -ForEach @(
        @{ Name = 'an image that is not there'; Id = 'ImgNoImageFits'; Block = { Save-ImgImage Other -Source North -DestinationPath $cache } }
        @{ Name = 'another language'; Id = 'ImgNoImageFits'; Block = { Save-ImgImage -Source North -DestinationPath $cache -Architecture Any -Language fr-FR } }
        @{ Name = 'a key that is not trusted'; Id = 'ImgManifestUntrusted'; Block = { Save-ImgImage * -Source $north -DestinationPath $cache -Trust ('0' * 64) } }
        @{ Name = 'nobody who vouches'; Id = 'ImgManifestUntrusted'; Block = { Save-ImgImage * -Source $north -DestinationPath "$cache-2" } }
        @{ Name = 'a token that is not there'; Id = 'ImgSecretUnavailable'; Block = { Save-ImgImage * -Source http://127.0.0.1:9/ -DestinationPath $cache -Token @{ Environment = 'IMG_NO_SUCH' } } }
    ) {
        (Get-ImgTestError $Block).FullyQualifiedErrorId | Should -Be "$Id,Save-ImgImage"
    }
}
