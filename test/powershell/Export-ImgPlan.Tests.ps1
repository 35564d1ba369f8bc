BeforeAll {
    Import-Module "$PSScriptRoot/ImgTest.psm1"
    $site = New-ImgTestSite -Image -Content
    $strange = New-Item -ItemType Directory -Path (Join-Path $TestDrive "o'brien `$(1) $([char]0x2019)") -Force
    Set-Content -LiteralPath "$strange/net.inf" -Value '[Version]', 'Signature="$Windows NT$"', 'CatalogFile=net.cat'
    Set-Content -LiteralPath "$strange/net.cat" -Value 'catalog'
    $script:Number = 0

    function Export-Sample([hashtable] $Parameters = @{}) {
        $script:Number++
        Export-ImgPlan -Name 'Windows 11 Enterprise' -Update $site.Update -DestinationPath "$TestDrive/plan-$script:Number.ps1" @Parameters
    }

    # Runs a script in a PowerShell of its own, against cmdlets that write down how they were called.
    function Invoke-Sample([System.IO.FileInfo] $Script, [string] $Fail = '', [int] $Revision = 4349, [string] $Image = '') {
        if ($Image) { $script:Number++ } else { Copy-Item -LiteralPath $site.File -Destination ($Image = "$TestDrive/image $script:Number.wim") }
        $env:IMGUPDATE_TEST_CALLS = "$TestDrive/calls-$script:Number.jsonl"
        $env:IMGUPDATE_TEST_FAIL = $Fail
        $env:IMGUPDATE_TEST_REVISION = $Revision
        $modules = $env:PSModulePath
        $env:PSModulePath = "$PSScriptRoot/stubs$([System.IO.Path]::PathSeparator)$modules"
        try {
            $program, $leading = Get-ImgTestPowerShell
            $leading = @($leading | Where-Object { $null -ne $_ })
            $output = & $program @leading -NoProfile -File $Script.FullName -Image $Image -WorkFolder "$TestDrive/work-$script:Number" 2>&1
            $code = $LASTEXITCODE
        } finally {
            $env:PSModulePath = $modules
            $env:IMGUPDATE_TEST_CALLS = $env:IMGUPDATE_TEST_FAIL = $env:IMGUPDATE_TEST_REVISION = $null
        }
        $calls = @(if (Test-Path "$TestDrive/calls-$script:Number.jsonl") { Get-Content "$TestDrive/calls-$script:Number.jsonl" | ConvertFrom-Json })
        [pscustomobject]@{ Code = $code; Output = "$output"; Calls = $calls; Image = $Image; Work = "$TestDrive/work-$script:Number" }
    }
}
AfterAll { Remove-ImgTestSite $site }

Describe 'Export-ImgPlan' {
    It 'writes a script that parses, each step under its reason' {
        $file = Export-Sample @{ RemoveSupersededUpdates = $true; DriverFolder = $strange.FullName }

        $file | Should -BeOfType System.IO.FileInfo
        $errors = $null
        $null = [System.Management.Automation.Language.Parser]::ParseFile($file.FullName, [ref] $null, [ref] $errors)
        $errors | Should -BeNullOrEmpty
        $text = [System.IO.File]::ReadAllText($file.FullName)
        $text | Should -Match '# 03-mount-1: '
        $text | Should -Match '# Superseded updates are removed for good'
        [System.IO.File]::ReadAllBytes($file.FullName)[0..2] | Should -Be 0xEF, 0xBB, 0xBF
    }

    It 'writes what calls DISM in the order of the plan, with every value as it is' {
        $result = Invoke-Sample (Export-Sample @{ RemoveSupersededUpdates = $true; DriverFolder = $strange.FullName; Index = 1 })

        $result.Code | Should -Be 0 -Because $result.Output
        $result.Calls.name | Should -Be @(
            'Mount-WindowsImage', 'Add-WindowsPackage', 'Repair-WindowsImage', 'Add-WindowsDriver'
            'Dismount-WindowsImage', 'Export-WindowsImage', 'Export-WindowsImage', 'Get-WindowsImage'
        )
        $result.Calls[0].arguments.ImagePath | Should -Be (Join-Path $result.Work 'image.wim')
        $result.Calls[2].arguments.ResetBase | Should -BeTrue
        $result.Calls[3].arguments.Driver | Should -Be (Join-Path $strange.FullName 'net.inf')
        $result.Calls[4].arguments.Save | Should -BeTrue
        Get-Content -LiteralPath $result.Image | Should -Be 'exported 1', 'exported 2'
        (Get-FileHash -LiteralPath "$($result.Image).before").Hash | Should -Be (Get-FileHash -LiteralPath $site.File).Hash
        Test-Path -LiteralPath $result.Work | Should -BeFalse
    }

    It 'writes what takes nothing back that is published when its folder is in use' {
        $result = Invoke-Sample (Export-Sample @{ RemoveSupersededUpdates = $true }) -Fail 'Remove-Item'

        $result.Code | Should -Be 0 -Because $result.Output
        $result.Output | Should -Match 'The image is published'
        Get-Content -LiteralPath $result.Image | Should -Be 'exported 1', 'exported 2'
        Test-Path -LiteralPath $result.Work | Should -BeTrue
    }

    It 'writes languages and features before the update' {
        $folder = New-ImgTestFeature -Path "$TestDrive/it's features"
        $wish = @{ Index = 1; Language = 'de-DE'; Capability = 'Language.Basic~~~de-DE~0.0.1.0'; CapabilitySource = $folder }

        $result = Invoke-Sample (Export-Sample $wish)

        $result.Code | Should -Be 0 -Because $result.Output
        $result.Calls.name | Select-Object -First 4 |
            Should -Be 'Mount-WindowsImage', 'Add-WindowsPackage', 'Add-WindowsCapability', 'Add-WindowsPackage'
        $result.Calls[1].arguments.PackagePath | Should -Be (Join-Path $folder 'Microsoft-Windows-Client-Language-Pack_x64_de-de.cab')
        $result.Calls[2].arguments.Name | Should -Be 'Language.Basic~~~de-DE~0.0.1.0'
        $result.Calls[2].arguments.Source | Should -Be $folder
        $result.Calls[2].arguments.LimitAccess | Should -BeTrue
    }

    It 'writes what discards the mount and leaves the image when <Name>' -ForEach @(
        @{ Name = 'a package fails'; Fail = 'Add-WindowsPackage'; Revision = 4349; Last = 'Dismount-WindowsImage'; Discard = $true }
        @{ Name = 'nothing went in although DISM succeeded'; Fail = ''; Revision = 4061; Last = 'Get-WindowsImage'; Discard = $null }
    ) {
        $result = Invoke-Sample (Export-Sample) -Fail $Fail -Revision $Revision

        $result.Code | Should -Not -Be 0
        $result.Calls[-1].name | Should -Be $Last
        $result.Calls[-1].arguments.Discard | Should -Be $Discard
        (Get-FileHash -LiteralPath $result.Image).Hash | Should -Be (Get-FileHash -LiteralPath $site.File).Hash
    }

    It 'writes what begins nothing with a package that was changed' {
        $file = Export-Sample
        $package = (Get-ImgUpdateContent)[0].Path
        $bytes = [System.IO.File]::ReadAllBytes($package)
        [System.IO.File]::WriteAllBytes($package, [byte[]](1, 2, 3))
        try {
            $result = Invoke-Sample $file
        } finally {
            [System.IO.File]::WriteAllBytes($package, $bytes)
        }

        $result.Code | Should -Not -Be 0
        $result.Output | Should -Match 'has the SHA-256'
        $result.Calls | Should -BeNullOrEmpty
    }

    Context 'of media' {
        BeforeAll {
            $media = "$TestDrive/media"
            $windows = @{ installationType = 'Client'; release = '24H2'; build = 26100; revision = 4061; architecture = 'x64'; language = 'en-US'; winre = $true }
            $spec = @{ upgradePackage = $true; indexes = @(@{ name = 'Windows 11 Enterprise'; edition = 'Enterprise' } + $windows) }
            Invoke-ImgTestEngine -Command rehearsal, image -Request @{ out = $media; spec = $spec }
            $dynamic = @(
                @{ uniqueId = 'a5060843-0000-4000-8000-000000000001'; articleId = '5060843'; kind = 'SafeOSDynamicUpdate'; words = 'Safe OS Dynamic Update' }
                @{ uniqueId = 'a5060614-0000-4000-8000-000000000001'; articleId = '5060614'; kind = 'SetupDynamicUpdate'; words = 'Setup Dynamic Update' }
            )
            foreach ($each in $dynamic) {
                $package = "$TestDrive/$($each.articleId).cab"
                $facts = @{ form = 'cab'; kind = $each.kind; articleId = $each.articleId; release = '24H2'; installationType = 'Client'; build = 26100; revision = 4340; architecture = 'x64' }
                Invoke-ImgTestEngine -Command rehearsal, package -Request @{ out = $package; spec = $facts }
                $line = @{
                    uniqueId = $each.uniqueId; articleId = $each.articleId; products = @('Windows 11'); datePosted = '2025-06-10T17:00:00Z'
                    title = "2025-06 $($each.words) for Windows 11 Version 24H2 for x64-based Systems (KB$($each.articleId))"
                    files = @(@{ name = "$($each.articleId).cab"; size = (Get-Item $package).Length; sha256 = (Get-FileHash $package).Hash.ToLowerInvariant() })
                }
                [System.IO.File]::WriteAllText("$TestDrive/line.jsonl", (ConvertTo-Json -InputObject $line -Depth 5 -Compress))
                $null = Import-ImgUpdate -LiteralPath "$TestDrive/line.jsonl" -ErrorAction Stop
                $null = Add-ImgUpdateContent -LiteralPath $package -ErrorAction Stop
            }
            $null = New-ImgUpgradePackage -Name Media -Path $media -AcceptEula -ErrorAction Stop
            $all = @($site.Update) + $dynamic.uniqueId
            Export-ImgPlan -Name Media -Update $all -ServicingProfile media -UpdateBootManager 2023 -DestinationPath "$TestDrive/media.ps1"
            # What every image of the stub holds.
            foreach ($folder in 'Windows/System32/Recovery', 'sources', 'Windows/Boot/EFI', 'Windows/Boot/EFI_EX', 'Windows/Boot/FONTS_EX', 'Windows/Boot/DVD_EX/EFI/en-US') { $null = New-Item -ItemType Directory -Path "$TestDrive/mounted/$folder" -Force }
            Set-Content -LiteralPath "$TestDrive/mounted/Windows/System32/Recovery/winre.wim" -Value 'winre' -NoNewline
            foreach ($name in 'EFI/bootmgfw.efi', 'EFI/bootmgr.efi', 'EFI/boot.stl', 'EFI_EX/bootmgfw_EX.efi', 'FONTS_EX/wgl4_boot_EX.ttf', 'DVD_EX/EFI/en-US/efisys_EX.bin') {
                Set-Content -LiteralPath "$TestDrive/mounted/Windows/Boot/$name" -Value $name -NoNewline
            }
            foreach ($name in 'setup.exe', 'setuphost.exe') { Set-Content -LiteralPath "$TestDrive/mounted/sources/$name" -Value 'of boot.wim' -NoNewline }
        }
        BeforeEach {
            $copy = "$TestDrive/copy-$([guid]::NewGuid())"
            Copy-Item -LiteralPath $media -Destination $copy -Recurse
            function Invoke-Written([int] $Stack, [string] $Fail = '') {
                $env:IMGUPDATE_TEST_MOUNTED = "$TestDrive/mounted"
                $env:IMGUPDATE_TEST_STACK = $Stack
                try {
                    Invoke-Sample (Get-Item "$TestDrive/media.ps1") -Fail $Fail -Image "$copy/sources/install.wim"
                } finally {
                    $env:IMGUPDATE_TEST_MOUNTED = $env:IMGUPDATE_TEST_STACK = $null
                }
            }
            function Get-State { (Get-ChildItem -LiteralPath $copy -Recurse -File | Sort-Object FullName | ForEach-Object { "$($_.FullName) $((Get-FileHash -LiteralPath $_.FullName).Hash)" }) -join "`n" }
        }

        It 'writes what services all of it, and keeps what it replaces' {
            $result = Invoke-Written -Stack 1

            $result.Code | Should -Be 0 -Because $result.Output
            $mounted = $result.Calls | Where-Object name -EQ 'Mount-WindowsImage'
            $mounted.arguments.ImagePath | ForEach-Object { Split-Path -Leaf $_ } |
                Should -Be 'image.wim', 'winre1.wim', 'image.wim', 'boot.wim', 'boot.wim', 'boot.wim', 'boot.wim', 'boot.wim'
            $mounted.arguments.ReadOnly | Where-Object { $_ } | Should -HaveCount 4
            Get-Content "$copy/sources/setup.exe" | Should -Be 'of boot.wim'
            Get-Content "$copy/sources/setuphost.exe" | Should -Be 'of boot.wim'
            Get-Content "$copy/sources/setupcore.dll" | Should -Be 'of the dynamic update'
            Get-Content "$copy/efi/boot/bootx64.efi" | Should -Be 'EFI_EX/bootmgfw_EX.efi'
            Get-Content "$copy/bootmgr.efi" | Should -Be 'EFI/bootmgr.efi'
            Get-Content "$copy/efi/microsoft/boot/boot.stl" | Should -Be 'EFI/boot.stl'
            Get-Content "$copy/efi/microsoft/boot/fonts/wgl4_boot.ttf" | Should -Be 'FONTS_EX/wgl4_boot_EX.ttf'
            Get-Content "$copy/efi/microsoft/boot/efisys_ex.bin" | Should -Be 'DVD_EX/EFI/en-US/efisys_EX.bin'
            Get-Content "$copy/sources/boot.wim" | Should -Be 'exported 1', 'exported 2'
            Get-Content "$copy/sources/install.wim" | Should -Be 'exported 1'
            foreach ($name in 'boot.wim', 'setup.exe', 'setuphost.exe') {
                (Get-FileHash "$copy/sources/install.wim.media.before/sources/$name").Hash | Should -Be (Get-FileHash "$media/sources/$name").Hash
            }
            Test-Path -LiteralPath $result.Work | Should -BeFalse
        }

        It 'writes what leaves a program of Setup that is newer on the media' {
            $low, $high = [object].Assembly.Location, [psobject].Assembly.Location | Sort-Object -Property { (Get-Item -LiteralPath $_).VersionInfo.FileMajorPart }
            $expanded = New-Item -ItemType Directory -Path "$TestDrive/expanded" -Force
            foreach ($place in @{ ahead = $high; behind = $low }, @{ ahead = $low; behind = $high }) {
                $folder = if ($place.ahead -eq $high) { "$copy/sources" } else { $expanded.FullName }
                foreach ($name in 'ahead', 'behind') { Copy-Item -LiteralPath $place[$name] -Destination "$folder/$name.dll" }
            }
            $env:IMGUPDATE_TEST_EXPANDED = $expanded.FullName
            try { $result = Invoke-Written -Stack 1 } finally { $env:IMGUPDATE_TEST_EXPANDED = $null }

            $result.Code | Should -Be 0 -Because $result.Output
            $result.Output | Should -Match 'ahead\.dll is newer on the media, and stays\.'
            $result.Output | Should -Not -Match 'behind\.dll is newer'
            foreach ($name in 'ahead', 'behind') { (Get-FileHash "$copy/sources/$name.dll").Hash | Should -Be (Get-FileHash $high).Hash }
        }

        It 'writes what takes 0x8007007e of an index of boot.wim once' {
            $before = Get-State
            $result = Invoke-Written -Stack 2
            $result.Code | Should -Not -Be 0
            $result.Calls[-2].arguments.Path | Split-Path -Leaf | Should -Be 'mount-boot1'
            $result.Calls[-1].arguments.Discard | Should -BeTrue
            Get-State | Should -Be $before
        }

        It 'writes what lets an index stay that reports 0x8007371b, where it may' {
            $script = [System.Management.Automation.Language.Parser]::ParseFile("$TestDrive/media.ps1", [ref] $null, [ref] $null)
            $function = $script.Find({ param($each) $each -is [System.Management.Automation.Language.FunctionDefinitionAst] -and $each.Name -eq 'Add-ToWindowsPE' }, $true)
            . ([scriptblock]::Create($function.Extent.Text))
            function Add-WindowsPackage { throw (New-Object -TypeName System.Runtime.InteropServices.COMException -ArgumentList 'Incomplete.', -2147010789) }
            $mount = $scratch = $TestDrive
            $stayed = New-Object -TypeName System.Collections.Generic.List[int]

            Add-ToWindowsPE -Package update.msu -MayStay 2 3>&1 | Should -BeLike 'Index 2 keeps what it has: *'
            { Add-ToWindowsPE -Package update.msu } | Should -Throw
            $stayed | Should -Be 2
        }

        It 'writes what leaves the media as it was when <_> fails' -ForEach 'Get-WindowsImage', 'expand.exe', 'Export-WindowsImage' {
            $before = Get-State
            (Invoke-Written -Stack 1 -Fail $_).Code | Should -Not -Be 0
            Get-State | Should -Be $before
        }
    }

    It 'writes nothing with -WhatIf, and overwrites nothing' {
        Get-ImgImage | Export-ImgPlan -Latest -DestinationPath "$TestDrive/no.ps1" -WhatIf
        Test-Path "$TestDrive/no.ps1" | Should -BeFalse
        Set-Content "$TestDrive/there.ps1" -Value 'mine'

        (Get-ImgTestError { Export-ImgPlan 'Windows 11 Enterprise' -Latest -DestinationPath "$TestDrive/there.ps1" }).FullyQualifiedErrorId |
            Should -Be 'ImgFileExists,Export-ImgPlan'
        Get-Content "$TestDrive/there.ps1" | Should -Be 'mine'
    }

    It 'says that nothing says what goes in' {
        (Get-ImgTestError { Export-ImgPlan 'Windows 11 Enterprise' -DestinationPath "$TestDrive/none.ps1" }).FullyQualifiedErrorId |
            Should -Be 'ImgNothingApplicable,Export-ImgPlan'
    }
}
