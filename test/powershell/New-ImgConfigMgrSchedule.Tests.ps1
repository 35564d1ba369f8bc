BeforeAll {
    Import-Module "$PSScriptRoot/ImgTest.psm1"
    $site = New-ImgTestSite -Catalog
    $before = @{ Path = $env:PSModulePath }
    $env:PSModulePath = "$PSScriptRoot/stubs" + [System.IO.Path]::PathSeparator + $env:PSModulePath
    $env:IMGUPDATE_STUB_SITE = "$($site.Folder)/cm.json"
    $env:IMGUPDATE_STUB_LOG = "$($site.Folder)/calls.txt"
    $update = @{
        CI_ID = 1; CI_UniqueID = $site.Update; ArticleID = '5060842'; LocalizedDisplayName = 'An update'; RevisionNumber = 200
        DatePosted = '2025-06-10T17:00:00Z'; DateRevised = '2025-06-10T17:00:00Z'; IsExpired = $false
        IsOfflineServiceable = $true; IsContentProvisioned = $false
    }
    ConvertTo-Json -Depth 8 -InputObject @{ updates = @($update); images = @(@{ Name = 'Windows 11'; PackageID = 'ABC00042' }) } |
        Set-Content -LiteralPath $env:IMGUPDATE_STUB_SITE
    # The engine takes its environment when it is started.
    & (Get-Module -Name ImgUpdate) { Disconnect-ImgEngine }
    Invoke-ImgTestEngine -Command source, add -Request @{ name = 'cm'; type = 'configmgr'; settings = @{ siteCode = 'ABC'; siteServer = 'cm01' } }
}
AfterAll {
    $env:PSModulePath = $before.Path
    Remove-Item -Path Env:IMGUPDATE_STUB_SITE, Env:IMGUPDATE_STUB_LOG
    & (Get-Module -Name ImgUpdate) { Disconnect-ImgEngine }
    Remove-ImgTestSite $site
}

Describe 'New-ImgConfigMgrSchedule' {
    It 'makes nothing with -WhatIf, and shows what it would' {
        $schedule = New-ImgConfigMgrSchedule 'Windows 11' -Update KB5060842 -WhatIf -WarningAction SilentlyContinue

        $schedule.Applied | Should -BeFalse
        $schedule.Updates.UniqueId | Should -Be $site.Update
        Get-Content -LiteralPath $env:IMGUPDATE_STUB_LOG | Should -Not -Match '^New-CM'
    }

    It 'makes a schedule for updates of the pipeline, and warns of content that is missing there' {
        $schedule = Get-ImgUpdate -UniqueId $site.Update |
            New-ImgConfigMgrSchedule -ImageName ABC00042 -CustomSchedule '2030-01-08T22:00:00Z' -RemoveSupersededUpdates $true -WarningVariable warned -WarningAction SilentlyContinue

        $schedule.PSObject.TypeNames[0] | Should -Be 'Img.ConfigMgrSchedule'
        $schedule.ScheduleId | Should -Be 'ABC00007'
        $schedule.At | Should -BeOfType datetime
        $warned | Should -Match 'not downloaded'
        $call = Get-Content -LiteralPath $env:IMGUPDATE_STUB_LOG | Where-Object { $_ -match '^New-CM' }
        $call | Should -Match '-CustomSchedule 2030-01-08T22:00:00 Utc .*-RemoveSupersededUpdates True'
    }

    It 'writes an error for an image that the site has not' {
        (Get-ImgTestError { New-ImgConfigMgrSchedule -ImageName none -Update KB5060842 }).FullyQualifiedErrorId | Should -Be 'ImgImageNotFound,New-ImgConfigMgrSchedule'
    }
}
