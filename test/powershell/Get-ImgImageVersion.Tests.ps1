BeforeAll {
    Import-Module "$PSScriptRoot/ImgTest.psm1"
    $site = New-ImgTestSite -Image -Content
    $null = Start-ImgServicing 'Windows 11 Enterprise' -Latest -Wait
}
AfterAll { Remove-ImgTestSite $site }

Describe 'Get-ImgImageVersion' {
    It 'shows the current version and the one before' {
        $versions = Get-ImgImage | Get-ImgImageVersion

        $versions[0].PSObject.TypeNames[0] | Should -Be 'Img.ImageVersion'
        $versions.SourceVersion | Should -Be 2, 1
        $versions.Current | Should -Be $true, $false
        $versions.Revision | Should -Be '26100.4349', '26100.4061'
        $versions[0].Published.Kind | Should -Be 'Utc'
    }

    It 'writes an error for <Name>' -ForEach @(
        @{ Name = 'an image that is not there'; Block = { Get-ImgImageVersion 'Nobody' } }
        @{ Name = 'a file, which has no versions'; Block = { Get-Item -LiteralPath $site.File | Get-ImgImageVersion } }
    ) {
        (Get-ImgTestError $Block).FullyQualifiedErrorId | Should -Be 'ImgImageNotFound,Get-ImgImageVersion'
    }
}
