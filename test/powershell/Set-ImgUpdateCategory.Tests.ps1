BeforeAll {
    Import-Module "$PSScriptRoot/ImgTest.psm1"
    $site = New-ImgTestSite
    $null = New-ImgUpdateSource -Name microsoft -Type Server
}
AfterAll { Remove-ImgTestSite $site }

Describe 'Set-ImgUpdateCategory' {
    BeforeEach { Set-ImgUpdateCategory -Reset }

    It 'chooses products by name and leaves the rest' {
        $chosen = Set-ImgUpdateCategory 'Windows 11', '*-24h2' -PassThru
        @($chosen | Where-Object Kind -EQ product).Name | Should -Be 'Microsoft Server operating system-24H2', 'Windows 11'
        @($chosen | Where-Object Kind -EQ classification).Count | Should -Be 5
        @(Get-ImgUpdateCategory -Subscribed $true -Kind Product).Count | Should -Be 2
    }

    It 'takes categories from the pipeline, and adds' {
        $before = @(Get-ImgUpdateCategory -Subscribed $true).Count
        $chosen = Get-ImgUpdateCategory 'Feature Packs', 'Tools' | Set-ImgUpdateCategory -Add -PassThru
        @($chosen).Count | Should -Be ($before + 2)
    }

    It 'goes back to the usual choice' {
        Set-ImgUpdateCategory -Product 'Windows 11'
        $usual = Set-ImgUpdateCategory -Reset -PassThru
        $usual.Name | Should -Contain 'Windows 10 and later Dynamic Update'
        $usual.Name | Should -Contain 'Microsoft Server operating system-21H2'
        $usual.Name | Should -Not -Contain 'Definition Updates'
    }

    It 'changes nothing with -WhatIf' {
        Set-ImgUpdateCategory -Product 'Windows 11' -WhatIf
        @(Get-ImgUpdateCategory -Subscribed $true -Kind Product).Count | Should -BeGreaterThan 5
    }

    It 'names what it does not know, and what cannot be chosen' {
        (Get-ImgTestError { Set-ImgUpdateCategory -Product 'Windows 95' }).FullyQualifiedErrorId | Should -Be 'ImgCategoryNotFound,Set-ImgUpdateCategory'
        (Get-ImgTestError { Get-ImgUpdateCategory Microsoft -Kind Company | Set-ImgUpdateCategory }).FullyQualifiedErrorId | Should -Be 'ImgArgumentInvalid,Set-ImgUpdateCategory'
        (Get-ImgTestError { Set-ImgUpdateCategory }).FullyQualifiedErrorId | Should -Be 'ImgArgumentInvalid,Set-ImgUpdateCategory'
    }
}
