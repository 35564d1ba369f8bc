BeforeAll {
    Import-Module "$PSScriptRoot/ImgTest.psm1"
    $site = New-ImgTestSite
    $media = New-ImgTestMedia -Folder "$($site.Folder)/Win11" -Image $site.File
}
AfterAll { Remove-ImgTestSite $site }

Describe 'New-ImgUpgradePackage' {
    It 'registers a folder with a relative path, and its image under the same name' {
        Push-Location -LiteralPath $site.Folder
        $nothing = New-ImgUpgradePackage -Path ./Win11 -AcceptEula -WhatIf
        $package = New-ImgUpgradePackage -Path ./Win11 -Version '24H2' -AcceptEula
        Pop-Location

        $nothing | Should -BeNullOrEmpty
        $package.PSObject.TypeNames[0] | Should -Be 'Img.UpgradePackage'
        $package.Name, $package.Version, $package.OSVersion | Should -Be 'Win11', '24H2', '26100.4061'
        $package.Added.Kind | Should -Be 'Utc'
        $package.SetupFiles | Should -HaveCount 3
        (Get-ImgImage 'Win11').Path | Should -Be $package.ImagePath
    }

    It 'takes the media out of an ISO image to a new folder, with one index' {
        New-ImgTestIso -Image $site.File -Path "$($site.Folder)/Other.iso"
        $package = New-ImgUpgradePackage -Name 'Other' -Path "$($site.Folder)/Other.iso" -DestinationPath "$($site.Folder)/out" -Index 2 -AcceptEula

        Split-Path -Path $package.Path -Leaf | Should -Be 'out'
        $package.Index.Name | Should -Be 'Windows 11 Pro'
        Test-Path -LiteralPath "$($site.Folder)/out/setup.exe" | Should -BeTrue
    }

    It 'takes upgrade packages of Configuration Manager, which then stand for the registered one' {
        $folder = New-ImgTestMedia -Folder "$($site.Folder)/cm" -Image $site.File
        $object = [pscustomobject]@{ PackageID = 'XYZ00019'; Name = 'From the site'; PkgSourcePath = $folder; Version = '24H2'; Description = 'offices' }
        $object.PSObject.TypeNames.Insert(0, 'IResultObject#SMS_OperatingSystemInstallPackage')
        $package = $object | New-ImgOperatingSystemInstaller -AcceptEula

        $package.Name, $package.Description | Should -Be 'From the site', 'offices'
        ($object | Get-ImgImageIndex).Count | Should -Be 2
    }

    It 'writes an error for <Name>' -ForEach @(
        @{ Name = 'terms that were not accepted'; Parameters = @{ Path = 'Win11' }; Id = 'ImgEulaNotAccepted' }
        @{ Name = 'a folder without media'; Parameters = @{ Path = 'images'; AcceptEula = $true }; Id = 'ImgNotUpgradePackage' }
    ) {
        Push-Location -LiteralPath $site.Folder
        $failure = Get-ImgTestError { New-ImgUpgradePackage @Parameters }
        Pop-Location

        $failure.FullyQualifiedErrorId | Should -Be "$Id,New-ImgUpgradePackage"
    }
}
