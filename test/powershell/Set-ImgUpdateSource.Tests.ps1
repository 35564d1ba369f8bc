BeforeAll {
    Import-Module "$PSScriptRoot/ImgTest.psm1"
    $site = New-ImgTestSite
    $packages = Join-Path -Path $site.Folder -ChildPath 'packages'
    $null = New-Item -Path $packages -ItemType Directory
    $null = New-ImgUpdateSource -Name air-gap -Type Folder -Path $packages
}
AfterAll { Remove-ImgTestSite $site }

Describe 'Set-ImgUpdateSource' {
    It 'changes what is named' {
        $changed = 'air-gap' | Set-ImgUpdateSource -NewName another -Enabled $false
        $changed.Name, $changed.Enabled, $changed.Path | Should -Be 'another', $false, $packages
        (Get-ImgUpdateSource | Set-ImgUpdateSource -Setting @{ Recurse = $false }).Settings.Recurse | Should -BeFalse
    }

    It 'takes a path that is relative to where the caller stands' {
        Push-Location -LiteralPath $site.Folder
        try {
            (Set-ImgUpdateSource another -Path packages).Path | Should -Be $packages
        } finally {
            Pop-Location
        }
    }

    It 'refuses an address for a kind that has none' {
        (Get-ImgTestError { Set-ImgUpdateSource another -Url http://localhost }).FullyQualifiedErrorId | Should -Be 'ImgSourceInvalid,Set-ImgUpdateSource'
    }

    It 'writes an error for a source that is not there' {
        (Get-ImgTestError { Set-ImgUpdateSource Nobody -Enabled $true }).FullyQualifiedErrorId | Should -Be 'ImgSourceNotFound,Set-ImgUpdateSource'
    }
}
