# On a Windows that has Task Scheduler nothing is registered here: test/windows/acceptance.ps1 does.
BeforeDiscovery {
    Import-Module "$PSScriptRoot/ImgTest.psm1"
    $onThisWindows = [System.Environment]::OSVersion.Platform -eq 'Win32NT'
    $note = Get-ImgTestSchedulerNote
    $taskNote = Get-ImgTestNote -Without (-not $onThisWindows) -Why 'only Windows has a Task Scheduler'
    $systemdNote = Get-ImgTestNote -Without $onThisWindows -Why 'Windows has no systemd'
}
BeforeAll {
    Import-Module "$PSScriptRoot/ImgTest.psm1"
    $tasks = Set-ImgTestScheduler
    $site = New-ImgTestSite -Catalog -Image
    $onWindows = [System.Environment]::OSVersion.Platform -eq 'Win32NT'
    function Get-TestTask {
        # What the system was told: the tasks of Task Scheduler, or the units of systemd.
        param([string] $Name)
        $file = "$tasks/units/$Name"
        if ($onWindows) { $file = "$tasks/$Name.json" }
        if (Test-Path -LiteralPath $file) { [System.IO.File]::ReadAllText($file) }
    }
}
AfterAll {
    Remove-ImgTestSite $site
    Clear-ImgTestScheduler
}

Describe 'Register-ImgScheduledTask' {
    It 'registers nothing with -WhatIf, and shows what it would' {
        $task = Register-ImgScheduledTask -WhatIf -WarningAction SilentlyContinue

        $task.PSObject.TypeNames[0] | Should -Be 'Img.ScheduledTask'
        $task.State | Should -Be 'Missing'
        ($task.Definition.Text -join "`n") | Should -Match 'worker"? "?run"? "?--once'
        Get-ChildItem -LiteralPath $tasks | Should -BeNullOrEmpty
    }

    Context "with a stub for the scheduler$note" -Skip:($note -ne '') {
        It 'makes the third line of the month work as it is typed' {
            New-ImgUpdateSchedule -ImageName 'Windows 11 Enterprise' -Rule (New-ImgUpdateRule -Latest) `
                -Schedule (New-ImgSchedule -PatchTuesday -OffsetDay 2 -Start '22:00') -RemoveSupersededUpdates $true -WarningAction SilentlyContinue
            $task = Register-ImgScheduledTask

            $task.Name | Should -Be 'ImgUpdate'
            $task.State | Should -Be 'Ready'
            $task.WakeComputer | Should -BeTrue
            $task.WakeTimes | Should -HaveCount 12
            $task.Registered | Should -BeOfType datetime
            $task.Command[-2] | Should -Be "--site=$((Get-ImgConfiguration).Folder)"
        }

        It "tells Task Scheduler account, rights, waking and missed runs$taskNote" -Skip:($taskNote -ne '') {
            $told = Get-TestTask -Name 'ImgUpdate+ImgUpdate' | ConvertFrom-Json
            $waking = Get-TestTask -Name 'ImgUpdate+ImgUpdate wake' | ConvertFrom-Json

            $told.Principal.UserId | Should -Be SYSTEM
            $told.Principal.RunLevel | Should -Be Highest
            $told.Settings.StartWhenAvailable | Should -BeTrue
            $told.Settings.WakeToRun | Should -BeFalse
            $told.Actions.Arguments | Should -Match 'worker run --once'
            $waking.Settings.WakeToRun | Should -BeTrue
            $waking.Triggers | Should -HaveCount 12
        }

        It "tells systemd the same$systemdNote" -Skip:($systemdNote -ne '') {
            Get-TestTask -Name imgupdate.service | Should -Match '"worker" "run" "--once"'
            Get-TestTask -Name imgupdate.timer | Should -Match 'OnUnitInactiveSec=5min'
            [System.IO.File]::ReadAllText("$tasks/calls.txt") | Should -Match 'enable imgupdate.timer'
        }

        It 'changes the same task when it is typed again' {
            $null = Register-ImgScheduledTask -RepetitionInterval 00:02 -WakeComputer $false -WarningAction SilentlyContinue

            $task = Get-ImgScheduledTask
            $task | Should -HaveCount 1
            $task.RepetitionMinutes | Should -Be 2
            $task.WakeTimes | Should -BeNullOrEmpty
        }

        It 'lets no schedule say that nothing starts it' {
            $null = Get-ImgUpdateSchedule -WarningVariable warned
            $warned | Should -BeNullOrEmpty
            (Test-ImgEnvironment | Where-Object Id -EQ Wakers).Status | Should -Be ok
        }
    }

    It 'keeps a distribution point served' {
        $null = New-ImgDistributionPoint Web -Type Http -Path (Join-Path -Path $site.Folder -ChildPath 'web')
        $task = Register-ImgScheduledTask -Serve Web -WarningAction SilentlyContinue
        $task.Name, $task.Serves, $task.WakeComputer | Should -Be 'ImgUpdate-serve-Web', 'Web', $false
        $task.Command | Should -Contain 'serve'
        Unregister-ImgScheduledTask -Name ImgUpdate-serve-Web -Confirm:$false -WarningAction SilentlyContinue
        Get-ImgScheduledTask -Name ImgUpdate-serve-Web -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
    }

    It 'takes the name of a secret for it, and says what keeps a variable of yours from it' {
        $env:IMGUPDATE_TEST_TOKEN = 'the token itself'
        $null = New-ImgDistributionPoint Named -Type Http -Path (Join-Path -Path $site.Folder -ChildPath 'named')
        try {
            $secret = Register-ImgScheduledTask -Serve Named -Token ([ordered]@{ Secret = 'Images'; Vault = 'Site' }) -WhatIf -WarningVariable quiet -WarningAction SilentlyContinue
            $variable = Register-ImgScheduledTask -Serve Named -Token @{ Environment = 'IMGUPDATE_TEST_TOKEN' } -WhatIf -WarningVariable warned -WarningAction SilentlyContinue
        } finally {
            Remove-Item -Path Env:IMGUPDATE_TEST_TOKEN
        }
        $secret.Command | Should -Contain '--token={"secret":"Images","vault":"Site"}'
        "$quiet" | Should -Not -Match 'environment of yours'
        "$warned" | Should -Match 'IMGUPDATE_TEST_TOKEN reaches it only where .+ SecretManagement .+-Token @\{ Secret'
        ($variable, $secret | ConvertTo-Json -Depth 5) | Should -Not -Match 'the token itself'
    }

    It 'refuses <What>' -ForEach @(
        @{ What = 'a token of a task that serves nothing'; Id = 'ImgRequestInvalid'; Block = { Register-ImgScheduledTask -Token @{ Secret = 'x' } } }
        @{ What = 'a token in two places'; Id = 'ImgPointInvalid'; Block = { Register-ImgScheduledTask -Serve Named -Token @{ Secret = 'x'; Environment = 'Y' } } }
    ) {
        (Get-ImgTestError $Block).FullyQualifiedErrorId | Should -Be "$Id,Register-ImgScheduledTask"
    }

    It 'refuses a name that is none' {
        (Get-ImgTestError { Register-ImgScheduledTask -Name '..\x' }).FullyQualifiedErrorId | Should -Be 'ImgRequestInvalid,Register-ImgScheduledTask'
    }

    It 'refuses a part of a minute' {
        (Get-ImgTestError { Register-ImgScheduledTask -RepetitionInterval 00:00:30 }).FullyQualifiedErrorId | Should -Be 'ImgRequestInvalid,Register-ImgScheduledTask'
    }
}
