BeforeAll {
    Import-Module "$PSScriptRoot/ImgTest.psm1"
    $site = New-ImgTestSite -Image
}
AfterAll { Remove-ImgTestSite $site }

Describe 'Get-ImgImageIndex' {
    It 'shows each Windows in <Name>' -ForEach @(
        @{ Name = 'a registered image'; Block = { Get-ImgImageIndex -Name 'Windows 11 Enterprise' } }
        @{ Name = 'a file'; Block = { Get-ImgImageIndex -Path $site.File } }
        @{ Name = 'an image from the pipeline'; Block = { Get-ImgImage | Get-ImgImageIndex } }
        @{ Name = 'a file from the pipeline'; Block = { Get-Item -LiteralPath $site.File | Get-ImgImageIndex } }
    ) {
        $indexes = & $Block

        $indexes.Name | Should -Be 'Windows 11 Enterprise', 'Windows 11 Pro'
        $indexes[0].Revision | Should -Be '26100.4061'
        $indexes[0].Created.Kind | Should -Be 'Utc'
    }

    It 'finds a file <Name>' -ForEach @(
        @{ Name = 'by a drive of the caller'; Location = 'Env:'; Path = { 'ImgTest:/images/install.wim' } }
        @{ Name = 'by its full path from a drive of another provider'; Location = 'Env:'; Path = { $site.File } }
        @{ Name = 'by a relative path'; Location = 'ImgTest:/images'; Path = { 'install.wim' } }
        # Windows has no files with a star in their name.
        @{ Name = 'whose name has wildcards and a quote'; Location = 'ImgTest:/'; Path = { "./it's [1]$(if ([System.IO.Path]::DirectorySeparatorChar -eq '/') { '*' }).wim" } }
    ) {
        # A module sees drives of the session, not those of a script's own scope.
        $null = New-PSDrive -Name ImgTest -PSProvider FileSystem -Root $site.Folder -Scope Global
        if ($Name -like '*quote') { Copy-Item -LiteralPath $site.File -Destination "$($site.Folder)/$(& $Path)" }
        Push-Location -LiteralPath $Location
        $indexes = Get-ImgImageIndex -Path (& $Path)
        Pop-Location
        Remove-PSDrive -Name ImgTest

        $indexes | Should -HaveCount 2
    }

    It 'ends with an error for a path of another provider' {
        { Get-ImgImageIndex -Path Env:/PATH } | Should -Throw -ErrorId 'ImgPathInvalid,Get-ImgImageIndex'
    }

    It 'shows each Windows on the medium of an ISO image, <Name>' -ForEach @(
        @{ Name = 'by its path'; Block = { Get-ImgImageIndex -Path "$($site.Folder)/Win11.iso" -Package } }
        @{ Name = 'from the pipeline'; Block = { Get-Item -LiteralPath "$($site.Folder)/Win11.iso" | Get-ImgImageIndex -Package } }
    ) {
        New-ImgTestIso -Image $site.File -Path "$($site.Folder)/Win11.iso"
        $indexes = & $Block

        $indexes.Name | Should -Be 'Windows 11 Enterprise', 'Windows 11 Pro'
        $indexes[0].Packages.Name | Should -Contain 'Package_for_RollupFix'
        $indexes[0].ImagePath | Split-Path -Leaf | Should -Be 'Win11.iso'
    }

    It 'adds the packages on request' {
        $index = Get-ImgImageIndex -Name 'Windows 11 Enterprise' -Index 2 -Package

        $index.Index | Should -Be 2
        $index.Packages.Name | Should -Contain 'Package_for_RollupFix'
        $index.Packages[0].PSObject.TypeNames[0] | Should -Be 'Img.Package'
    }

    It 'shows each Windows in the files of a folder, and an error for a file that cannot be read' {
        $folder = New-Item -ItemType Directory -Path "$($site.Folder)/many"
        foreach ($name in 'a.wim', 'b.esd') { Copy-Item -LiteralPath $site.File -Destination "$folder/$name" }
        Set-Content -LiteralPath "$folder/c.swm" -Value 'no image'

        $indexes = Get-ImgImageIndex -Path $folder -Index 2 -ErrorVariable failed -ErrorAction SilentlyContinue

        $indexes.ImagePath | Split-Path -Leaf | Should -Be 'a.wim', 'b.esd'
        $indexes.Name | Should -Be 'Windows 11 Pro', 'Windows 11 Pro'
        $failed.FullyQualifiedErrorId | Should -Contain 'ImgNotAWim,Get-ImgImageIndex'
        $failed[0].TargetObject | Split-Path -Leaf | Should -Be 'c.swm'
    }

    It 'shows a split set once, whichever parts are piped in, and two sets both' {
        New-ImgTestSplitSet -Image $site.File -Folder "$($site.Folder)/set"
        New-ImgTestSplitSet -Image (Get-ImgTestImage) -Folder "$($site.Folder)/set-2"
        foreach ($name in 'install.swm', 'install2.swm') {
            $other = [System.IO.File]::ReadAllBytes("$($site.Folder)/set-2/$name")
            $other[24] = $other[24] -bxor 1
            [System.IO.File]::WriteAllBytes("$($site.Folder)/set-2/$name", $other)
        }

        $one = Get-ChildItem -Path "$($site.Folder)/set/*.swm" | Get-ImgImageIndex
        $last = Get-Item -Path "$($site.Folder)/set/install2.swm" | Get-ImgImageIndex
        $both = Get-ChildItem -Path "$($site.Folder)/set*/*.swm" | Get-ImgImageIndex

        $one.Name | Should -Be 'Windows 11 Enterprise', 'Windows 11 Pro'
        $last.Count | Should -Be 2
        $both.Count | Should -Be 4
    }

    It 'shows it once to each cmdlet of a pipeline, and again to the next pipeline' {
        New-ImgTestSplitSet -Image $site.File -Folder "$($site.Folder)/again"
        $parts = Get-ChildItem -Path "$($site.Folder)/again/*.swm"

        @($parts | Test-ImgImage).Count | Should -Be 1
        @($parts | Test-ImgImage).Count | Should -Be 1
        @($parts | Get-ImgImageFile -Index 1).Count | Should -Be @(Get-ImgImageFile -Path $parts[0].FullName -Index 1).Count
        @($parts | Get-ImgInstalledUpdate -Index 1).Count | Should -Be @(Get-ImgInstalledUpdate -Path $parts[0].FullName -Index 1).Count
    }

    It 'writes an error for an index that is not there' {
        (Get-ImgTestError { Get-ImgImageIndex -Name 'Windows 11 Enterprise' -Index 7 }).FullyQualifiedErrorId | Should -Be 'ImgIndexNotFound,Get-ImgImageIndex'
    }

    It 'writes the engine''s error for a file that is no image' {
        (Get-ImgTestError { Get-ImgImageIndex -Path $PSCommandPath }).FullyQualifiedErrorId | Should -Be 'ImgNotAWim,Get-ImgImageIndex'
    }
}
