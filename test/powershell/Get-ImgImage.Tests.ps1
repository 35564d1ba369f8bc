BeforeAll {
    Import-Module "$PSScriptRoot/ImgTest.psm1"
    $site = New-ImgTestSite -Image
    Copy-Item -LiteralPath $site.File -Destination "$($site.Folder)/other.wim"
    $null = New-ImgImage -Name 'Star * and [brackets]' -Path "$($site.Folder)/other.wim" -AcceptEula
}
AfterAll { Remove-ImgTestSite $site }

Describe 'Get-ImgImage' {
    It 'gets all images, newest first' {
        (Get-ImgImage).Name | Should -Be 'Star * and [brackets]', 'Windows 11 Enterprise'
    }

    It 'takes <Pattern> as name' -ForEach @(
        @{ Pattern = 'windows 11*'; Found = 'Windows 11 Enterprise' }
        @{ Pattern = 'Windows ?? Enterprise'; Found = 'Windows 11 Enterprise' }
        @{ Pattern = 'Star*[brackets]'; Found = 'Star * and [brackets]' }
        @{ Pattern = 'nothing*'; Found = $null }
    ) {
        (Get-ImgImage $Pattern).Name | Should -Be $Found
    }

    It 'takes the name literally on request' {
        (Get-ImgImage 'Star * and [brackets]' -DisableWildcardHandling).Name | Should -Be 'Star * and [brackets]'
        (Get-ImgTestError { Get-ImgImage 'Star *' -DisableWildcardHandling }).FullyQualifiedErrorId | Should -Be 'ImgImageNotFound,Get-ImgImage'
    }

    It 'gets an image by id, also from objects' {
        (Get-ImgImage -Id $site.Image.Id).Name | Should -Be 'Windows 11 Enterprise'
        ([pscustomobject]@{ PackageId = $site.Image.Id } | Get-ImgImage).Name | Should -Be 'Windows 11 Enterprise'
    }

    It 'has the names of Configuration Manager beside its own' {
        $image = Get-ImgOperatingSystemImage -Name 'Windows 11 Enterprise'

        $image.PackageID | Should -Be $image.Id
        $image.PkgSourcePath | Should -Be $image.Path
        $image.Architecture | Should -Be 'x64'
    }

    It 'writes an error for each name that is not there' {
        $found = Get-ImgImage -Name 'Nobody', 'Windows 11 Enterprise' -ErrorAction SilentlyContinue -ErrorVariable failures

        $found.Name | Should -Be 'Windows 11 Enterprise'
        $failures[0].FullyQualifiedErrorId | Should -Be 'ImgImageNotFound,Get-ImgImage'
        $failures[0].TargetObject | Should -Be 'Nobody'
    }

    It 'reads the file again with -Reload' {
        (Get-ImgImage 'Windows 11 Enterprise' -Reload).Sha256 | Should -Be $site.Image.Sha256
    }
}
