# What -WhatIf says: words of people. Identities and names of JSON members are no words.
BeforeAll {
    Import-Module "$PSScriptRoot/ImgTest.psm1"
    $site = New-ImgTestSite -Image -Catalog -Content
    $script:Schedule = New-ImgUpdateSchedule -ImageName 'Windows 11 Enterprise' -Latest -CustomSchedule '2099-12-10 22:00'
    $null = New-ImgUpdateSource -Name microsoft -Type Server -Enabled $false
    $title = (Get-ImgUpdate -UniqueId $site.Update).Title

    # Messages of ShouldProcess go to the host alone; a transcript holds them.
    function Get-Said {
        param([scriptblock] $Block)
        $file = "$($site.Folder)/said.txt"
        $null = Start-Transcript -LiteralPath $file -Force
        try { $null = & $Block } finally { $null = Stop-Transcript }
        $text = [System.IO.File]::ReadAllText($file) -replace '\s+', ' '
        Remove-Item -LiteralPath $file
        @([regex]::Matches($text, 'What if: Performing the operation "(.*?)" on target "(.*?)"\.(?= What if:| \*{5}|$)') | ForEach-Object { "$($_.Groups[1].Value) | $($_.Groups[2].Value)" })
    }
}
AfterAll { Remove-ImgTestSite $site }

Describe 'What -WhatIf says of <Name>' -ForEach @(
    @{ Name = 'content by age'; Block = { Clear-ImgUpdateContent -OlderThan 90 -Superseded -MaximumSize 50GB -WhatIf }; Said = 'Remove 0 files (0 bytes) | Content library: files older than 90 days; files of superseded or expired updates; the oldest files above 50 GB' }
    @{ Name = 'content of an update'; Block = { Clear-ImgUpdateContent -UniqueId $site.Update -IncludeNeeded -WhatIf }; Said = 'Remove 1 file (* KB) | Content library: files of {title}; also what a run or a schedule needs' }
    @{ Name = 'a save of an update'; Block = { Save-ImgUpdate $site.Update -WhatIf }; Said = 'Download 1 file (1 byte): windows11.0-kb5060842-x64.msu | {title}' }
    @{ Name = 'a save for an image'; Block = { Save-ImgUpdate -ImageName 'Windows 11 Enterprise' -Role CumulativeUpdate -WhatIf }; Said = 'Download 1 file (1 byte): windows11.0-kb5060842-x64.msu | What Windows 11 Enterprise needs, only CumulativeUpdate' }
    @{ Name = 'a save for a schedule'; Block = { Save-ImgUpdate -ScheduleId $script:Schedule.ScheduleId -WhatIf }; Said = 'Download 1 file (1 byte): windows11.0-kb5060842-x64.msu | Schedule* for Windows 11 Enterprise, next 2099-12-*Z' }
    @{ Name = 'maintenance'; Block = { Invoke-ImgMaintenance -Part Content -WhatIf }; Said = 'Maintain | This site: 0 files would be removed from the content library, *.' }
    @{ Name = 'settings'; Block = { Set-ImgConfiguration -MinimumFreeSpace 20GB -RetainVersion 5 -SyncBeforeRun $false -Proxy 'http://me:hush@proxy:8080' -WhatIf }; Said = 'Set | Configuration: minimum free space 20 GB, retain version 5, sync before run no, proxy http://`*`*`*@proxy:8080' }
    @{ Name = 'a schedule that changes'; Block = { Set-ImgUpdateSchedule -ScheduleId $script:Schedule.ScheduleId -ContinueOnError $true -WhatIf }; Said = 'Change | Schedule* for Windows 11 Enterprise, next 2099-12-*Z' }
    @{ Name = 'a schedule that is suspended'; Block = { $script:Schedule | Suspend-ImgUpdateSchedule -WhatIf }; Said = 'Suspend | Schedule* for Windows 11 Enterprise, *' }
    @{ Name = 'a schedule that is removed'; Block = { Clear-ImgUpdateSchedule -ScheduleId $script:Schedule.ScheduleId -WhatIf }; Said = 'Remove | Schedule* for Windows 11 Enterprise, *' }
    @{ Name = 'a schedule that is run'; Block = { Start-ImgServicing -ScheduleId $script:Schedule.ScheduleId -WhatIf }; Said = 'Start servicing | Schedule* for Windows 11 Enterprise, *' }
    @{ Name = 'an update that is hidden'; Block = { Set-ImgUpdate -Id $site.Update -Hidden $true -Note x -WhatIf }; Said = 'Hide update, Set note | {title}' }
    @{ Name = 'updates that are declined'; Block = { Clear-ImgUpdate -UniqueId $site.Update -WhatIf }; Said = 'Decline updates | {title}' }
    @{ Name = 'updates that are declined by rule'; Block = { Clear-ImgUpdate -Rule UnusedRelease -WhatIf }; Said = 'Decline updates | * (unused release)' }
    @{ Name = 'a schedule that is made'; Block = { New-ImgSchedule -PatchTuesday -OffsetDay 2 -Start '22:00' -WhatIf }; Said = 'Make schedule | Patch Tuesday and 2 days' }
    @{ Name = 'Patch Tuesday alone'; Block = { New-ImgSchedule -PatchTuesday -Start '22:00' -WhatIf }; Said = 'Make schedule | Patch Tuesday' }
    @{ Name = 'days before Patch Tuesday'; Block = { New-ImgSchedule -PatchTuesday -OffsetDay -2 -WhatIf }; Said = 'Make schedule | 2 days before Patch Tuesday' }
    @{ Name = 'a weekday of every second month'; Block = { New-ImgSchedule -DayOfWeek Tuesday -WeekOrder Second -OffsetDay 1 -RecurCount 2 -WhatIf }; Said = 'Make schedule | the Second Tuesday of every 2 months and 1 day' }
    @{ Name = 'the last day by number'; Block = { New-ImgSchedule -DayOfMonth 0 -WhatIf }; Said = 'Make schedule | the last day of every month' }
    @{ Name = 'a day of every quarter'; Block = { New-ImgSchedule -DayOfMonth 15 -RecurCount 3 -WhatIf }; Said = 'Make schedule | day 15 of every 3 months' }
    @{ Name = 'every second week'; Block = { New-ImgSchedule -DayOfWeek Monday, Friday -RecurCount 2 -WhatIf }; Said = 'Make schedule | every 2 weeks on Monday, Friday' }
    @{ Name = 'an interval of one'; Block = { New-ImgSchedule -RecurInterval Days -RecurCount 1 -WhatIf }; Said = 'Make schedule | every day' }
    @{ Name = 'one time'; Block = { New-ImgSchedule -Nonrecurring -Start '2099-01-01 10:00' -WhatIf }; Said = 'Make schedule | one time, 2099-01-01 10:00' }
    @{ Name = 'categories'; Block = { Get-ImgUpdateCategory 'Tools' | Set-ImgUpdateCategory -Add -WhatIf }; Said = 'Add to the chosen categories of updates | classifications Tools' }
) {
    It 'is in words' {
        $told = @(Get-Said $Block)

        $told.Count | Should -Be 1
        $told[0] | Should -BeLike $Said.Replace('{title}', [System.Management.Automation.WildcardPattern]::Escape($title))
        $told[0] | Should -Not -Match '[0-9a-f]{8}-[0-9a-f]{4}'
    }
}
