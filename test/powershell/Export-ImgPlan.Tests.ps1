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
    function Invoke-Sample([System.IO.FileInfo] $Script, [string] $Fail = '', [int] $Revision = 4349) {
        $image = "$TestDrive/image $script:Number.wim"
        Copy-Item -LiteralPath $site.File -Destination $image
        $env:IMGUPDATE_TEST_CALLS = "$TestDrive/calls-$script:Number.jsonl"
        $env:IMGUPDATE_TEST_FAIL = $Fail
        $env:IMGUPDATE_TEST_REVISION = $Revision
        $modules = $env:PSModulePath
        $env:PSModulePath = "$PSScriptRoot/stubs$([System.IO.Path]::PathSeparator)$modules"
        try {
            $program, $leading = Get-ImgTestPowerShell
            $leading = @($leading | Where-Object { $null -ne $_ })
            $output = & $program @leading -NoProfile -File $Script.FullName -Image $image -WorkFolder "$TestDrive/work-$script:Number" 2>&1
            $code = $LASTEXITCODE
        } finally {
            $env:PSModulePath = $modules
            $env:IMGUPDATE_TEST_CALLS = $env:IMGUPDATE_TEST_FAIL = $env:IMGUPDATE_TEST_REVISION = $null
        }
        $calls = @(if (Test-Path "$TestDrive/calls-$script:Number.jsonl") { Get-Content "$TestDrive/calls-$script:Number.jsonl" | ConvertFrom-Json })
        [pscustomobject]@{ Code = $code; Output = "$output"; Calls = $calls; Image = $image; Work = "$TestDrive/work-$script:Number" }
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
        $result.Calls.name | Should -Be 'Mount-WindowsImage', 'Add-WindowsPackage', 'Repair-WindowsImage', 'Add-WindowsDriver',
            'Dismount-WindowsImage', 'Export-WindowsImage', 'Export-WindowsImage', 'Get-WindowsImage'
        $result.Calls[0].arguments.ImagePath | Should -Be (Join-Path $result.Work 'image.wim')
        $result.Calls[2].arguments.ResetBase | Should -BeTrue
        $result.Calls[3].arguments.Driver | Should -Be (Join-Path $strange.FullName 'net.inf')
        $result.Calls[4].arguments.Save | Should -BeTrue
        Get-Content -LiteralPath $result.Image | Should -Be 'exported 1', 'exported 2'
        (Get-FileHash -LiteralPath "$($result.Image).before").Hash | Should -Be (Get-FileHash -LiteralPath $site.File).Hash
        Test-Path -LiteralPath $result.Work | Should -BeFalse
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
