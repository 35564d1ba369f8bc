BeforeAll {
    Import-Module "$PSScriptRoot/ImgTest.psm1"
    $site = New-ImgTestSite -Image -Catalog
    $server = Start-ImgTestServer -Folder (Split-Path -Path (Get-ImgTestPackage) -Parent)
    Import-ImgTestOffer -Site $site -Server $server
}
AfterAll {
    Stop-ImgTestServer $server
    Remove-ImgTestSite $site
}

Describe 'Clear-ImgUpdateContent' {
    It 'says with -WhatIf what would go' {
        $null = Save-ImgUpdate -UniqueId $site.Update
        [System.IO.File]::AppendAllText((Get-ImgUpdateContent).Path, 'damage')
        $null = Test-ImgUpdateContent
        (Clear-ImgUpdateContent -Quarantine -WhatIf).Kind | Should -Be 'quarantine'
        Get-ImgUpdateContent -Quarantined | Should -Not -BeNullOrEmpty
    }

    It 'removes what is asked for' {
        $null = Save-ImgUpdate -UniqueId $site.Update
        (Clear-ImgUpdateContent -Quarantine -Unfinished -Force).Kind | Should -Contain 'quarantine'
        Clear-ImgUpdateContent -OlderThan 1 -Force | Should -BeNullOrEmpty
        (Get-ImgUpdateContent | Clear-ImgUpdateContent -Force).Reason | Should -Be 'it was named'

        Get-ImgUpdateContent -Quarantined | Should -BeNullOrEmpty
        Get-ImgUpdateContent | Should -BeNullOrEmpty
    }

    It 'keeps what a schedule needs, and says so' {
        $null = Save-ImgUpdate -UniqueId $site.Update
        $null = New-ImgUpdateSchedule -ImageName 'Windows 11 Enterprise' -Latest -CustomSchedule ([datetime]'2099-01-01')

        Clear-ImgUpdateContent -UniqueId $site.Update -Force -WarningVariable warnings -WarningAction SilentlyContinue | Should -BeNullOrEmpty
        $warnings | Should -Match 'schedule'
        (Clear-ImgUpdateContent -UniqueId $site.Update -IncludeNeeded -Force).UniqueId | Should -Be $site.Update
    }

    It 'ends with the engine''s id when nothing is named' {
        { Clear-ImgUpdateContent -Force } | Should -Throw -ErrorId 'ImgRequestInvalid,Clear-ImgUpdateContent'
    }
}
