BeforeAll {
    Import-Module "$PSScriptRoot/ImgTest.psm1"
    $site = New-ImgTestSite -Image -Content
    $null = New-ImgUpdateRule -Name Monthly
}
AfterAll { Remove-ImgTestSite $site }

Describe 'Invoke-ImgUpdateRule' {
    It 'shows today''s choice for every image with -WhatIf, and changes nothing' {
        $choice = @(Invoke-ImgUpdateRule -Name Monthly -WhatIf | Where-Object Role -EQ 'CumulativeUpdate')

        $choice.KB | Should -Be '5060842'
        $choice.ImageName | Should -Be 'Windows 11 Enterprise'
        $choice.Indexes | Should -Be 1, 2
        @(Get-ImgUpdateSchedule).Count | Should -Be 0
    }

    It 'obeys a hold of the rule' {
        $null = New-ImgUpdateRule -Name Careful -Hold KB5060842
        $choice = @(Get-ImgUpdateRule Careful | Invoke-ImgUpdateRule -WhatIf)

        $choice.KB | Should -Not -Contain '5060842'
    }

    It 'schedules a run by the rule' {
        $schedule = Invoke-ImgUpdateRule -Name Monthly -ImageName 'Windows 11 Enterprise' -PassThru
        $run = Wait-ImgServicing -RunId $schedule.RunId

        $schedule.Rule | Should -Be 'Monthly'
        $run.Result | Should -Be 'Succeeded'
    }

    It 'writes an error for a rule that is not there' {
        (Get-ImgTestError { Invoke-ImgUpdateRule -Name Nobody -WhatIf }).FullyQualifiedErrorId | Should -Be 'ImgRuleNotFound,Invoke-ImgUpdateRule'
    }
}
