# A year in a minute, typed as people are shown it. The clock of the engine is set; two workers look each time, as two timers
# would start them.
BeforeDiscovery {
    Import-Module "$PSScriptRoot/ImgTest.psm1"
    $isLane = [System.Environment]::OSVersion.Platform -eq 'Win32NT' -and (Test-Path -LiteralPath 'C:\windows\system32\wineboot.exe')
    $note = Get-ImgTestNote -Without $isLane -Why 'a start of the tool takes seconds in the Windows lane, and a year has hundreds'
}
BeforeAll {
    Import-Module "$PSScriptRoot/ImgTest.psm1"
    $tasks = Set-ImgTestScheduler
    $site = New-ImgTestSite -Image -Content
    $node = & (Get-Module -Name ImgUpdate) { Find-ImgNode }
    $engine = & (Get-Module -Name ImgUpdate) { Find-ImgEngine }

    function Set-TestClock {
        param([string] $Time)
        $env:IMGUPDATE_NOW = $Time
        & (Get-Module -Name ImgUpdate) { Disconnect-ImgEngine }
    }

    function Invoke-TestWorker {
        # Two workers at this moment, side by side. Outputs their exit codes.
        param([string] $Time)
        Set-TestClock -Time $Time
        $workers = foreach ($one in 1, 2) {
            $start = [System.Diagnostics.ProcessStartInfo]::new($node)
            $start.Arguments = """$engine"" worker run --once --events=none ""--site=$env:IMGUPDATE_SITE"""
            $start.UseShellExecute = $false
            $start.RedirectStandardOutput = $true
            [System.Diagnostics.Process]::Start($start)
        }
        foreach ($worker in $workers) {
            $null = $worker.StandardOutput.ReadToEnd()
            $worker.WaitForExit()
            $worker.ExitCode
        }
    }
}
AfterAll {
    $env:IMGUPDATE_NOW = $null
    Remove-ImgTestSite $site
    Clear-ImgTestScheduler
}

Describe "A year of one schedule$note" -Skip:($note -ne '') {
    It 'is said once' {
        Set-TestClock -Time '2025-06-01T00:00:00Z'
        New-ImgUpdateSchedule -ImageName 'Windows 11 Enterprise' -Rule (New-ImgUpdateRule -Latest) `
            -Schedule (New-ImgSchedule -PatchTuesday -OffsetDay 2 -Start '22:00' -TimeZone UTC) -RemoveSupersededUpdates $true -WarningAction SilentlyContinue
        $null = Register-ImgScheduledTask -WarningAction SilentlyContinue

        (Get-ImgUpdateSchedule -Next 12 | Select-Object -ExpandProperty At).ForEach({ $_.ToString('yyyy-MM-dd HH:mm') }) |
            Should -Be '2025-06-12 22:00', '2025-07-10 22:00', '2025-08-14 22:00', '2025-09-11 22:00', '2025-10-16 22:00', '2025-11-13 22:00', '2025-12-11 22:00', '2026-01-15 22:00', '2026-02-12 22:00', '2026-03-12 22:00', '2026-04-16 22:00', '2026-05-14 22:00'
    }

    It 'does nothing before its time' {
        Invoke-TestWorker -Time '2025-06-12T21:59:58Z' | Should -Be 0, 0
        Get-ImgServicing | Should -BeNullOrEmpty
    }

    It 'puts the update of the month in, once' {
        Invoke-TestWorker -Time '2025-06-12T22:00:01Z' | Should -Be 0, 0
        Invoke-TestWorker -Time '2025-06-12T22:05:01Z' | Should -Be 0, 0

        $run = @(Get-ImgServicing)
        $run | Should -HaveCount 1
        $run[0].Result | Should -Be Succeeded
        (Get-ImgImage).OSVersion | Should -Be '26100.4349'
    }

    It 'mounts nothing in <_>, when nothing new came' -ForEach '2025-07-10', '2025-08-14', '2025-09-11', '2025-10-16', '2025-11-13' {
        $before = (Get-ImgImage).SourceVersion
        Invoke-TestWorker -Time "${_}T22:00:01Z" | Should -Be 0, 0

        $run = Get-ImgServicing | Sort-Object -Property Created | Select-Object -Last 1
        $run.Result | Should -Be Succeeded
        $run.Steps | Should -BeNullOrEmpty
        $run.Summary | Should -Not -BeNullOrEmpty
        (Get-ImgImage).SourceVersion | Should -Be $before
    }

    It 'makes up once for two months that were missed' {
        Invoke-TestWorker -Time '2026-01-20T07:00:00Z' | Should -Be 0, 0

        @(Get-ImgServicing) | Should -HaveCount 7
        (Get-ImgUpdateSchedule).NextRun | Should -Be ([datetime]'2026-02-12T22:00:00Z').ToUniversalTime()
    }

    It 'leaves out what is missed where it is told to' {
        Get-ImgUpdateSchedule | Set-ImgUpdateSchedule -Schedule (New-ImgSchedule -PatchTuesday -OffsetDay 2 -Start '22:00' -TimeZone UTC -MissedRun Skip)
        Invoke-TestWorker -Time '2026-02-20T07:00:00Z' | Should -Be 0, 0

        @(Get-ImgServicing) | Should -HaveCount 7
        (Get-ImgUpdateSchedule).NextRun | Should -Be ([datetime]'2026-03-12T22:00:00Z').ToUniversalTime()
    }
}
