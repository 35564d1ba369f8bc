BeforeAll {
    Import-Module "$PSScriptRoot/ImgTest.psm1"
    $site = New-ImgTestSite
}
AfterAll { Remove-ImgTestSite $site }

Describe 'New-ImgImage' {
    It 'registers an image with a relative path' {
        Push-Location -LiteralPath $site.Folder
        $image = New-ImgImage -Name 'W11' -Path ./images/install.wim -Version '2025.06' -Description "It's `$(here)" -AcceptEula
        Pop-Location

        $image.PSObject.TypeNames[0] | Should -Be 'Img.Image'
        $image.Name | Should -Be 'W11'
        $image.Description | Should -Be "It's `$(here)"
        $image.Rehearsal | Should -BeTrue
        $image.OSVersion | Should -Be '26100.4061'
        $image.Index.Count | Should -Be 2
        $image.Added.Kind | Should -Be 'Utc'
        $image.Indexes[0].PSObject.TypeNames[0] | Should -Be 'Img.ImageIndex'
    }

    It 'takes files from the pipeline and extracts one index beside the source' {
        $image = Get-ChildItem -LiteralPath $site.File | New-ImgImage -Index 2 -AcceptEula

        $image.Name | Should -Be 'install.wim'
        $image.Index.Name | Should -Be 'Windows 11 Pro'
        $image.Path | Should -Not -Be $site.File
    }

    It 'takes the name of the file where none is given' {
        Copy-Item -LiteralPath $site.File -Destination "$($site.Folder)/unnamed.wim"

        (New-ImgImage -Path "$($site.Folder)/unnamed.wim" -AcceptEula).Name | Should -Be 'unnamed.wim'
    }

    It 'keeps architecture and language for pre-cache, which Set-ImgImage takes away' {
        Copy-Item -LiteralPath $site.File -Destination "$($site.Folder)/ahead.wim"

        $image = New-ImgImage -Path "$($site.Folder)/ahead.wim" -Architecture x64 -Language en-US -AcceptEula
        $set = $image | Set-ImgImage -Architecture '' -Language de-DE -PassThru

        $image.PreCache.Architecture, $image.PreCache.Language | Should -Be 'x64', 'en-US'
        $set.PreCache.Architecture | Should -BeNullOrEmpty
        (Get-ImgImage 'ahead.wim').PreCache.Language | Should -Be 'de-DE'
    }

    It 'takes the image out of an ISO image beside it, and leaves that as it is' {
        New-ImgTestIso -Image $site.File -Path "$($site.Folder)/Win11.iso"
        $before = (Get-FileHash -LiteralPath "$($site.Folder)/Win11.iso").Hash

        $image = New-ImgImage -Path "$($site.Folder)/Win11.iso" -AcceptEula

        $image.Name | Should -Be 'Win11.wim'
        $image.Index.Count | Should -Be 2
        (Get-FileHash -LiteralPath $image.Path).Hash | Should -Be (Get-FileHash -LiteralPath $site.File).Hash
        (Get-FileHash -LiteralPath "$($site.Folder)/Win11.iso").Hash | Should -Be $before
        (Get-ImgTestError { New-ImgImage -Name 'Again' -Path "$($site.Folder)/Win11.iso" -AcceptEula }).FullyQualifiedErrorId | Should -Be 'ImgFileExists,New-ImgImage'
    }

    It 'takes one index out of an ISO image to a relative path' {
        New-ImgTestIso -Image $site.File -Path "$($site.Folder)/Other.iso"
        Push-Location -LiteralPath $site.Folder
        $nothing = New-ImgImage -Path ./Other.iso -Index 2 -DestinationPath ./pro.wim -AcceptEula -WhatIf
        $image = New-ImgImage -Path ./Other.iso -Index 2 -DestinationPath ./pro.wim -AcceptEula
        Pop-Location

        $nothing | Should -BeNullOrEmpty
        $image.Name | Should -Be 'pro.wim'
        $image.Index.Name | Should -Be 'Windows 11 Pro'
        Split-Path -Path $image.Path -Leaf | Should -Be 'pro.wim'
    }

    It 'takes image objects of Configuration Manager' {
        Copy-Item -LiteralPath $site.File -Destination "$($site.Folder)/cm.wim"
        $object = [pscustomobject]@{ PackageID = 'XYZ00018'; Name = 'From the site'; PkgSourcePath = "$($site.Folder)/cm.wim"; Version = '24H2'; Description = 'offices' }
        $object.PSObject.TypeNames.Insert(0, 'IResultObject#SMS_ImagePackage')
        $image = $object | New-ImgOperatingSystemImage -AcceptEula

        $image.Name | Should -Be 'From the site'
        $image.Version | Should -Be '24H2'
    }

    It 'registers nothing with -WhatIf' {
        New-ImgImage -Name 'Nothing' -Path $site.File -AcceptEula -WhatIf

        Get-ImgImage -Name 'Nothing*' | Should -BeNullOrEmpty
    }

    It 'writes an error for <Name> and goes on' -ForEach @(
        @{ Name = 'a name that exists'; Parameters = @{ Name = 'W11'; AcceptEula = $true }; Id = 'ImgImageExists'; Category = 'ResourceExists' }
        @{ Name = 'terms that were not accepted'; Parameters = @{ Name = 'Other' }; Id = 'ImgEulaNotAccepted'; Category = 'PermissionDenied' }
        @{ Name = 'an index that is not there'; Parameters = @{ Name = 'Other'; Index = 9; AcceptEula = $true }; Id = 'ImgIndexNotFound'; Category = 'ObjectNotFound' }
    ) {
        $failure = Get-ImgTestError { New-ImgImage -Path $site.File @Parameters }

        $failure.FullyQualifiedErrorId | Should -Be "$Id,New-ImgImage"
        $failure.CategoryInfo.Category | Should -Be $Category
        $failure.ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
        $failure.Exception.Data['Problem'].Id | Should -Be $Id
    }

    It 'ends when the caller''s preference is Stop, though that is another scope' {
        { $ErrorActionPreference = 'Stop'; New-ImgImage -Name 'W11' -Path $site.File -AcceptEula } | Should -Throw -ErrorId 'ImgImageExists,New-ImgImage'
    }
}
