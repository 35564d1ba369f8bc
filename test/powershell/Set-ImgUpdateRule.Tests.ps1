BeforeAll {
    Import-Module "$PSScriptRoot/ImgTest.psm1"
    $site = New-ImgTestSite -Image -Catalog
}
AfterAll { Remove-ImgTestSite $site }

Describe 'Set-ImgUpdateRule' {
    BeforeAll { $null = New-ImgUpdateRule -Name Monthly -DeferralDay 3 -Hold 5060842 }

    It 'changes what is named and leaves the rest' {
        $rule = Get-ImgUpdateRule Monthly | Set-ImgUpdateRule -Preview Include -PassThru

        $rule.Preview | Should -Be 'include'
        $rule.DeferralDays | Should -Be 3
    }

    It 'takes members out and gives another name' {
        $rule = Set-ImgUpdateRule -Name Monthly -Reset Holds -NewName 'Every month' -PassThru

        $rule.Name | Should -Be 'Every month'
        $rule.PSObject.Properties.Name | Should -Not -Contain 'Holds'
    }

    It 'takes criteria out by the names of their parameters, and the age with Any' {
        $null = New-ImgUpdateRule -Name Criteria -DateReleasedOrRevised 28 -ContentSize '>1', '<9' -Superseded $false -Hold 5060842
        $rule = Set-ImgUpdateRule -Name Criteria -DateReleasedOrRevised Any -Reset ContentSize, Superseded, Hold -PassThru

        $rule.PSObject.Properties.Name | Where-Object { $_ -match 'Posted|Size|Superseded|Holds' } | Should -BeNullOrEmpty
    }

    It 'changes nothing with -WhatIf' {
        Set-ImgUpdateRule -Name 'Every month' -DeferralDay 9 -WhatIf

        (Get-ImgUpdateRule 'Every month').DeferralDays | Should -Be 3
    }

    It 'ends with the engine''s id for <Name>' -ForEach @(
        @{ Name = 'no change'; Parameters = @{ Name = 'Every month' }; Id = 'ImgArgumentInvalid' }
        @{ Name = 'a negative deferral'; Parameters = @{ Name = 'Every month'; DeferralDay = -1 }; Id = 'ImgRequestInvalid' }
    ) {
        { Set-ImgUpdateRule @Parameters } | Should -Throw -ErrorId "$Id,Set-ImgUpdateRule"
    }
}
