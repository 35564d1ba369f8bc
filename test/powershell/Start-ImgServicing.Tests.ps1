BeforeAll {
    Import-Module "$PSScriptRoot/ImgTest.psm1"
    $site = New-ImgTestSite -Image -Content
}
AfterAll { Remove-ImgTestSite $site }

Describe 'Start-ImgServicing' {
    It 'shows the plan with -WhatIf and starts nothing' {
        $steps = Start-ImgServicing 'Windows 11 Enterprise' -Latest -WhatIf

        $steps[0].PSObject.TypeNames[0] | Should -Be 'Img.PlanStep'
        Get-ImgServicing | Should -BeNullOrEmpty
    }

    It 'shows the plan of what a rule chooses' {
        $rule = New-ImgUpdateRule -Name Monthly
        $steps = Start-ImgServicing 'Windows 11 Enterprise' -Rule $rule -WhatIf

        $steps.Kind | Should -Contain 'add-update'
        (Get-ImgTestError { Start-ImgServicing 'Windows 11 Enterprise' -Rule Nobody }).FullyQualifiedErrorId | Should -Be 'ImgRuleNotFound,Start-ImgServicing'
    }

    It 'ends with an error when <Name>' -ForEach @(
        @{ Name = 'no update is named'; Parameters = @{ Name = 'Windows 11 Enterprise' } }
        @{ Name = 'a rule and -Latest are named'; Parameters = @{ Name = 'Windows 11 Enterprise'; Rule = 'any'; Latest = $true } }
        @{ Name = 'a schedule shall get other options'; Parameters = @{ ScheduleId = 'any'; ContinueOnError = $true } }
    ) {
        { Start-ImgServicing @Parameters } | Should -Throw -ErrorId 'ImgArgumentInvalid,Start-ImgServicing'
    }

    It 'writes an error for <Name>' -ForEach @(
        @{ Name = 'an image that is not there'; Block = { 'Nobody' | Start-ImgServicing -Latest }; Id = 'ImgImageNotFound' }
        @{ Name = 'a schedule that is not there'; Block = { Start-ImgServicing -ScheduleId none }; Id = 'ImgScheduleNotFound' }
        @{ Name = 'an update that is not there'; Block = { Start-ImgServicing 'Windows 11 Enterprise' -Update KB1 }; Id = 'ImgUpdateNotFound' }
    ) {
        (Get-ImgTestError $Block).FullyQualifiedErrorId | Should -Be "$Id,Start-ImgServicing"
    }

    It 'runs a schedule now and outputs the run as it ended' {
        $schedule = New-ImgUpdateSchedule -Name 'Windows 11 Enterprise' -Update $site.Update -CustomSchedule ([datetime]::UtcNow.AddDays(3))
        $run = $schedule | Start-ImgServicing -Wait

        $run.PSObject.TypeNames[0] | Should -Be 'Img.ServicingRun'
        $run.ScheduleId | Should -Be $schedule.ScheduleId
        $run.Status | Should -Be 'Succeeded'
        $run.Result | Should -Be 'Succeeded'
        $run.Rehearsal | Should -BeTrue
        $run.Proof.Ok | Should -BeTrue
        $run.Proof.Indexes.After | Should -Be '26100.4349', '26100.4349'
        $run.UpdateResult.KB | Select-Object -Unique | Should -Be '5060842'
        $run.UpdateResult[0].PSObject.TypeNames[0] | Should -Be 'Img.UpdateResult'
        $run.Steps[0].Started.Kind | Should -Be 'Utc'
        (Get-ImgImage).OSVersion | Should -Be '26100.4349'
    }

    It 'outputs the runs of all images of a schedule' {
        $copy = "$($site.Folder)/images/second.wim"
        Copy-Item -LiteralPath (Get-ImgTestImage) -Destination $copy
        $null = New-ImgImage -Name 'Windows 11 Second' -Path $copy -AcceptEula
        $schedule = New-ImgUpdateSchedule -ImageName 'Windows 11 *' -Latest -CustomSchedule (Get-Date).AddDays(1)
        $runs = Start-ImgServicing -ScheduleId $schedule.ScheduleId -Wait

        $runs.ImageName | Sort-Object | Should -Be 'Windows 11 Enterprise', 'Windows 11 Second'
        $runs.Status | Sort-Object -Unique | Should -Be 'Succeeded'
        Remove-ImgImage 'Windows 11 Second' -Force
    }

    It 'finds nothing left to do for an image that has the update' {
        (Get-ImgTestError { Start-ImgServicing 'Windows 11 Enterprise' -Update $site.Update -Wait -ErrorAction Stop }) | Should -BeNullOrEmpty

        (Get-ImgServicing -Last 1).Published | Should -BeNullOrEmpty
    }
}

Describe 'Start-ImgServicing without content' {
    BeforeAll { $bare = New-ImgTestSite -Image -Catalog }
    AfterAll { Remove-ImgTestSite $bare }

    It 'writes an error that names what is missing' {
        $failure = Get-ImgTestError { Start-ImgServicing 'Windows 11 Enterprise' -Latest -Wait }

        $failure.FullyQualifiedErrorId | Should -Be 'ImgContentMissing,Start-ImgServicing'
        $failure.ErrorDetails.RecommendedAction | Should -Match 'Add-ImgUpdateContent'
    }
}
