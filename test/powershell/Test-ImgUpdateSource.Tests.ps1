BeforeAll {
    Import-Module "$PSScriptRoot/ImgTest.psm1"
    $site = New-ImgTestSite
    $packages = Join-Path -Path $site.Folder -ChildPath 'packages'
    $null = New-Item -Path $packages -ItemType Directory
    Copy-Item -LiteralPath (Get-ImgTestPackage) -Destination $packages
    $null = New-ImgUpdateSource -Name air-gap -Type Folder -Path $packages
}
AfterAll { Remove-ImgTestSite $site }

Describe 'Test-ImgUpdateSource' {
    It 'says what was tried' {
        (Get-ImgUpdateSource | Test-ImgUpdateSource).Message | Should -BeLike '*1 package file*'
        Test-ImgUpdateSource air-gap -Quiet | Should -BeTrue
    }

    It 'says what does not work' {
        Remove-Item -LiteralPath $packages -Recurse
        $check = Test-ImgUpdateSource air-gap
        $check.Ok | Should -BeFalse
        $check.Message | Should -BeLike '*there is no folder*'
        Test-ImgUpdateSource air-gap -Quiet | Should -BeFalse
    }
}
