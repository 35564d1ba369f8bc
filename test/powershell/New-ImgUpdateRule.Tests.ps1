BeforeAll {
    Import-Module "$PSScriptRoot/ImgTest.psm1"
    $site = New-ImgTestSite -Image -Catalog
}
AfterAll { Remove-ImgTestSite $site }

Describe 'New-ImgUpdateRule' {
    It 'stores filter and policy by name' {
        $rule = New-ImgUpdateRule -Name Monthly -Title '*Windows 11*', '-*arm64*' -Architecture X64 -DeferralDay 3 -OutOfBand PreferRegular

        $rule.PSObject.TypeNames[0] | Should -Be 'Img.UpdateRule'
        $rule.Title | Should -Be '*Windows 11*', '-*arm64*'
        $rule.Architecture | Should -Be 'x64'
        $rule.DeferralDays | Should -Be 3
        $rule.OutOfBand | Should -Be 'prefer-regular'
        $rule.Created.Kind | Should -Be 'Utc'
    }

    It 'takes holds and pins as articles, tables and updates' {
        $until = [datetime]::SpecifyKind([datetime]'2030-01-01', 'Utc')
        $rule = New-ImgUpdateRule -Name Held -Hold 'KB5060842', @{ ArticleId = '5058411'; Reason = 'Printing'; Until = $until } -Pin 5060531

        $rule.Holds.ArticleId | Should -Be '5060842', '5058411'
        $rule.Holds[1].Reason | Should -Be 'Printing'
        $rule.Pins.ArticleId | Should -Be '5060531'
    }

    It 'gives -Latest a name, and the same rule again' {
        (New-ImgUpdateRule -Latest).Name | Should -Be 'Latest'
        (New-ImgUpdateRule -Latest).Name | Should -Be 'Latest'
    }

    It 'stores nothing with -WhatIf' {
        New-ImgUpdateRule -Name Nothing -WhatIf

        Get-ImgUpdateRule 'Noth*' | Should -BeNullOrEmpty
    }

    It 'writes an error for a name that exists' {
        (Get-ImgTestError { New-ImgUpdateRule -Name monthly }).FullyQualifiedErrorId | Should -Be 'ImgRuleExists,New-ImgUpdateRule'
    }

    It 'ends for a filter without a name' {
        { New-ImgUpdateRule -Release 24H2 } | Should -Throw -ErrorId 'ImgArgumentInvalid,New-ImgUpdateRule'
    }
}
