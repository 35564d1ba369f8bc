BeforeAll {
    Import-Module "$PSScriptRoot/ImgTest.psm1"
    $site = New-ImgTestSite -Image -Content
    $run = Start-ImgServicing 'Windows 11 Enterprise' -Latest -Wait
}
AfterAll { Remove-ImgTestSite $site }

Describe 'Get-ImgServicingLog' {
    It 'shows the log of <Name>' -ForEach @(
        @{ Name = 'the site'; Block = { Get-ImgServicingLog } }
        @{ Name = 'a run'; Block = { Get-ImgServicingLog -RunId $run.RunId } }
        @{ Name = 'a run from the pipeline'; Block = { $run | Get-ImgServicingLog } }
    ) {
        $entries = & $Block

        $entries[0].PSObject.TypeNames[0] | Should -Be 'Img.LogEntry'
        $entries[0].Time.Kind | Should -Be 'Utc'
        ($entries.Message -join "`n") | Should -Match 'Windows 11 Enterprise'
    }

    It 'shows the log of the tool' {
        $run | Get-ImgServicingLog -Source Dism | Should -Not -BeNullOrEmpty
    }

    It 'keeps the last entries, and those of a level' {
        Get-ImgServicingLog -Tail 2 | Should -HaveCount 2
        Get-ImgServicingLog -Level Error | Should -BeNullOrEmpty
    }

    It 'follows the log of a run to its end' {
        $null = Restore-ImgImage 'Windows 11 Enterprise' -Force
        $started = Start-ImgServicing 'Windows 11 Enterprise' -Latest
        $followed = $started | Get-ImgServicingLog -Wait
        $ended = Get-ImgServicing -RunId $started.RunId
        $whole = Get-ImgServicingLog -RunId $started.RunId -Tail 100000

        $ended.Status | Should -Be 'Succeeded'
        $followed[-1].Message | Should -Be $ended.Summary
        $followed.Message | Should -Be $whole.Message
        $followed[0].PSObject.TypeNames[0] | Should -Be 'Img.LogEntry'
    }

    It 'has nothing to wait for where the run has ended' {
        $run | Get-ImgServicingLog -Tail 2 -Wait | Should -HaveCount 2
    }

    It 'writes an error for a run that is not there' {
        (Get-ImgTestError { Get-ImgServicingLog -RunId none }).FullyQualifiedErrorId | Should -Be 'ImgRunNotFound,Get-ImgServicingLog'
    }
}
