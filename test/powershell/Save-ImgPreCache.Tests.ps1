# The script for clients, as they run it: by itself, against a distribution point that is served, and against a folder.
BeforeAll {
    Import-Module "$PSScriptRoot/ImgTest.psm1"
    $script = Join-Path -Path (Get-ImgTestModulePath) -ChildPath 'Client/Save-ImgPreCache.ps1'
    $site = New-ImgTestSite -Image
    $image = Get-ImgImage
    $root = Join-Path -Path $site.Folder -ChildPath 'web'
    $null = New-ImgDistributionPoint Web -Type Http -Path $root -Setting @{ Token = @{ Environment = 'IMG_TEST_TOKEN' } }
    Start-ImgContentDistribution $image.Name -DistributionPointName Web
    $env:IMG_TEST_TOKEN = 'open-sesame'
    $server = Start-ImgTestPointServer -Name Web
    $fits = @{ Architecture = 'x64'; Language = 'en-US'; Trust = $server.Fingerprint; Wait = 0 }
    $fits['Token'] = [System.Net.NetworkCredential]::new('', 'open-sesame').SecurePassword
    function Get-Cache { Join-Path -Path $site.Folder -ChildPath "cache-$([guid]::NewGuid())" }
}
AfterAll {
    Stop-ImgTestPointServer $server
    $env:IMG_TEST_TOKEN = $null
    Remove-ImgTestSite $site
}

Describe 'Save-ImgPreCache.ps1' {
    It 'fetches what fits from <Name>, the same bytes, and nothing the second time' -ForEach @(
        @{ Name = 'a server'; From = { $server.Url } }
        @{ Name = 'a folder'; From = { $root } }
    ) {
        $cache = Get-Cache
        $saved = & $script (& $From) $cache @fits
        $saved.State | Should -Be Saved
        $saved.Name | Should -Be $image.Name
        (Get-FileHash -LiteralPath $saved.Path).Hash | Should -Be $image.Sha256
        (& $script (& $From) $cache @fits).State | Should -Be Present
        Get-ChildItem -LiteralPath $cache -Filter *.part | Should -BeNullOrEmpty
    }

    It 'goes on where it was cut, and throws away what is wrong: <Name>' -ForEach @(
        @{ Name = 'right bytes'; Change = 0; Told = 0 }
        @{ Name = 'wrong bytes'; Change = 1; Told = 1 }
    ) {
        $cache = Get-Cache
        $null = New-Item -Path $cache -ItemType Directory
        $bytes = [System.IO.File]::ReadAllBytes($image.Path)
        $begun = [byte[]]$bytes[0..($bytes.Length - 101)]
        $begun[50] = $begun[50] -bxor $Change
        [System.IO.File]::WriteAllBytes("$cache/$($image.Sha256).part", $begun)
        $warnings = @()
        $saved = & $script $server.Url $cache @fits -WarningVariable warnings -WarningAction SilentlyContinue
        (Get-FileHash -LiteralPath $saved.Path).Hash | Should -Be $image.Sha256
        $warnings.Count | Should -Be $Told
    }

    It 'shows with -WhatIf what would be fetched, and brings nothing' {
        $cache = Get-Cache
        & $script $server.Url $cache @fits -WhatIf
        $cache | Should -Not -Exist
    }

    It 'is refused: <Name>' -ForEach @(
        @{ Name = 'a key that is not trusted'; Change = @{ Trust = '0' * 64 }; Message = '*is not trusted*' }
        @{ Name = 'another language'; Change = @{ Language = 'fr-FR' }; Message = '*no image like*' }
        @{ Name = 'another architecture'; Change = @{ Architecture = 'arm64' }; Message = '*no image like*' }
        @{ Name = 'another name'; Change = @{ ImageName = 'Other*' }; Message = '*no image like*' }
        @{ Name = 'no token'; Change = @{ Token = $null; Attempt = 1 }; Message = '*401*' }
    ) {
        $cache = Get-Cache
        $with = $fits.Clone()
        foreach ($name in $Change.Keys) { if ($null -eq $Change[$name]) { $with.Remove($name) } else { $with[$name] = $Change[$name] } }
        { & $script $server.Url $cache @with } | Should -Throw -ExpectedMessage $Message
        $cache | Should -Not -Exist
    }

    It 'believes no manifest that was changed' {
        $copy = Get-Cache
        Copy-Item -LiteralPath $root -Destination $copy -Recurse
        $manifest = "$copy/manifest.json"
        $text = [System.IO.File]::ReadAllText($manifest)
        foreach ($wrong in $text.Replace('Windows 11', 'Windows 12'), '{}', 'x') {
            [System.IO.File]::WriteAllText($manifest, $wrong)
            { & $script $copy (Get-Cache) @fits } | Should -Throw
        }
    }

    It 'never takes the place of a file that somebody else put there' {
        $cache = Get-Cache
        $null = New-Item -Path $cache -ItemType Directory
        $file = Join-Path -Path $cache -ChildPath "$($image.Name).wim"
        Set-Content -LiteralPath $file -Value 'mine'
        { & $script $server.Url $cache @fits } | Should -Throw -ExpectedMessage '*is not replaced*'
        Get-Content -LiteralPath $file | Should -Be 'mine'
    }
}

Describe 'Its signatures' {
    BeforeAll {
        $tree = [System.Management.Automation.Language.Parser]::ParseFile($script, [ref] $null, [ref] $null)
        $function = $tree.Find({ param($Node) $Node -is [System.Management.Automation.Language.FunctionDefinitionAst] -and $Node.Name -eq 'Test-Ed25519Signature' }, $true)
        . ([scriptblock]::Create($function.Extent.Text))
        function ConvertFrom-Hex([string] $Text) {
            , [byte[]]@(for ($at = 0; $at -lt $Text.Length; $at += 2) { [Convert]::ToByte($Text.Substring($at, 2), 16) })
        }
    }

    # The first three of RFC 8032, section 7.1.
    It 'are those of RFC 8032: <Message>' -ForEach @(
        @{ Message = ''; Key = 'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a'; Signature = 'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b' }
        @{ Message = '72'; Key = '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c'; Signature = '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00' }
        @{ Message = 'af82'; Key = 'fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025'; Signature = '6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a' }
    ) {
        $message, $bytes, $key = $Message, $Signature, $Key | ForEach-Object { , (ConvertFrom-Hex $_) }
        Test-Ed25519Signature -Message $message -Signature $bytes -PublicKey $key | Should -BeTrue
        Test-Ed25519Signature -Message ([byte[]]($message + 1)) -Signature $bytes -PublicKey $key | Should -BeFalse
        foreach ($at in 0, 31, 32, 62) {
            $other = [byte[]]$bytes.Clone()
            $other[$at] = $other[$at] -bxor 1
            Test-Ed25519Signature -Message $message -Signature $other -PublicKey $key | Should -BeFalse
        }
        # The same signature with the order of the group added is another one of the same message: not taken.
        $order = [bigint]::Pow(2, 252) + [bigint]::Parse('27742317777372353535851937790883648493')
        $large = ([bigint]::new([byte[]]($bytes[32..63] + 0)) + $order).ToByteArray()
        $second = [byte[]]($bytes[0..31] + $large + [byte[]]::new(32))[0..63]
        Test-Ed25519Signature -Message $message -Signature $second -PublicKey $key | Should -BeFalse
        Test-Ed25519Signature -Message $message -Signature $bytes -PublicKey ([byte[]](, 0xff * 32)) | Should -BeFalse
        Test-Ed25519Signature -Message $message -Signature ([byte[]]$bytes[0..62]) -PublicKey $key | Should -BeFalse
    }
}
