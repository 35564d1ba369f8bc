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

    It 'takes the criteria of an automatic deployment rule' {
        $rule = New-ImgUpdateRule -Name Criteria -DateReleasedOrRevised Last2Months -Superseded $false -Required '>=1' -ContentSize '>=1MB', '< 1.5GB' -UpdateDeploymentWaitDays 2

        $rule.PostedWithin | Should -Be 'P2M'
        $rule.Superseded | Should -BeFalse
        $rule.Required | Should -BeTrue
        $rule.MinimumSize | Should -Be 1MB
        $rule.MaximumSize | Should -Be (1.5GB - 1)
        $rule.DeferralDays | Should -Be 2
    }

    It 'reads the age <Text> as <Stored>' -ForEach @(
        @{ Text = '28'; Stored = 'P28D' }
        @{ Text = 'last1day'; Stored = 'P1D' }
        @{ Text = 'Last12hours'; Stored = 'PT12H' }
        @{ Text = 'LastMonth'; Stored = 'P1M' }
        @{ Text = 'Last1year'; Stored = 'P1Y' }
        @{ Text = 'Any'; Stored = $null }
    ) {
        (New-ImgUpdateRule -Name "Age $Text" -DateReleasedOrRevised $Text).PostedWithin | Should -Be $Stored
    }

    It 'reads the size <Text> as <Member> <Bytes>' -ForEach @(
        @{ Text = '>10'; Member = 'MinimumSize'; Bytes = 11 }
        @{ Text = '<=2.5KB'; Member = 'MaximumSize'; Bytes = 2560 }
        @{ Text = '<5B'; Member = 'MaximumSize'; Bytes = 4 }
        @{ Text = '>= 1TB'; Member = 'MinimumSize'; Bytes = 1TB }
    ) {
        (New-ImgUpdateRule -Name "Size $Text" -ContentSize $Text).$Member | Should -Be $Bytes
    }

    It 'refuses <Name>' -ForEach @(
        @{ Name = 'an age in words'; Parameters = @{ DateReleasedOrRevised = 'a while' } }
        @{ Name = 'a size without an operator'; Parameters = @{ ContentSize = '10MB' } }
        @{ Name = 'a number of computers'; Parameters = @{ Required = '>=5' } }
    ) {
        { New-ImgUpdateRule -Name Never @Parameters } | Should -Throw -ErrorId 'ParameterArgumentValidationError,New-ImgUpdateRule'
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
