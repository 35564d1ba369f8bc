BeforeAll {
    Import-Module "$PSScriptRoot/ImgTest.psm1"
    $site = New-ImgTestSite -Image
}
AfterAll { Remove-ImgTestSite $site }

Describe 'Compare-ImgImage' {
    BeforeAll {
        $after = "$($site.Folder)/after.wim"
        $index = @{ name = 'Windows 11 Enterprise'; edition = 'Enterprise'; installationType = 'Client'; release = '24H2'; build = 26100; revision = 4349; architecture = 'x64'; language = 'en-US'; packages = 3 }
        Invoke-ImgTestEngine -Command rehearsal, image -Request @{ out = $after; spec = @{ indexes = @($index) } }
    }

    It 'shows what a month changed' {
        $lines = Compare-ImgImage 'Windows 11 Enterprise' $after -ReferenceIndex 1

        $lines[0].PSObject.TypeNames[0] | Should -Be 'Img.ImageDifference'
        ($lines | Where-Object Name -EQ revision).Difference | Should -Be '26100.4349'
        ($lines | Where-Object Area -EQ package).Change | Sort-Object | Should -Be 'added', 'removed'
        $lines[0].ReferenceImage | Should -Be 'Windows 11 Enterprise'
    }

    It 'has nothing to say of an image and itself' {
        Compare-ImgImage $site.Image $site.File | Should -BeNullOrEmpty
        Compare-ImgImage $site.Image | Should -BeNullOrEmpty
    }

    It 'shows equal things where it is asked to' {
        Compare-ImgImage $site.Image -IncludeEqual -ReferenceIndex 1 -DifferenceIndex 1 | Select-Object -ExpandProperty Change -Unique | Should -Be 'equal'
    }

    It 'compares files below a folder' {
        $lines = Compare-ImgImage $site.File $after -ReferenceIndex 1 -Under \Windows\System32\config | Where-Object Area -EQ file

        $lines.Name | Should -Contain '\Windows\System32\config\SOFTWARE'
    }

    It 'says in one object which updates, files and bytes changed' {
        $all = Compare-ImgImage 'Windows 11 Enterprise' $after -ReferenceIndex 1 -Summary
        $same = Compare-ImgImage 'Windows 11 Enterprise' -Summary

        $all.PSObject.TypeNames[0] | Should -Be 'Img.ImageComparison'
        $all.DifferenceImage | Should -Be $after
        $all.Equal | Should -BeFalse
        $all.Files.Changed | Should -BeGreaterThan 0
        $all.FilesChanged | Should -Be ($all.Files.Added + $all.Files.Removed + $all.Files.Changed)
        $all.NewBytes | Should -Be $all.Bytes.New
        $same.Equal | Should -BeTrue
        $same.FilesChanged | Should -Be 0
        $same.UpdatesAdded | Should -BeNullOrEmpty
    }

    It 'takes the other image from the pipeline' {
        $lines = Get-Item -LiteralPath $after | Compare-ImgImage -ReferenceImage $site.File -ReferenceIndex 2

        ($lines | Where-Object Name -EQ edition).Reference | Should -Be 'Professional'
    }

    It 'names a version that is not kept' {
        (Get-ImgTestError { Compare-ImgImage 'Windows 11 Enterprise' -ReferenceVersion 9 }).FullyQualifiedErrorId | Should -Be 'ImgVersionNotFound,Compare-ImgImage'
    }
}
