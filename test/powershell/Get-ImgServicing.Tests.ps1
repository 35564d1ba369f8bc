BeforeAll {
    Import-Module "$PSScriptRoot/ImgTest.psm1"
    $site = New-ImgTestSite -Image -Content
    $run = Start-ImgServicing 'Windows 11 Enterprise' -Latest -Wait
}
AfterAll { Remove-ImgTestSite $site }

Describe 'Get-ImgServicing' {
    It 'gets runs by <Name>' -ForEach @(
        @{ Name = 'nothing in particular'; Block = { Get-ImgServicing } }
        @{ Name = 'id'; Block = { Get-ImgServicing -RunId $run.RunId } }
        @{ Name = 'wildcard'; Block = { Get-ImgServicing 'windows*' } }
        @{ Name = 'id of the image'; Block = { Get-ImgServicing -ImageId $site.Image.Id } }
        @{ Name = 'status'; Block = { Get-ImgServicing -Status Succeeded } }
        @{ Name = 'history'; Block = { Get-ImgServicing -History -Last 1 } }
        @{ Name = 'image from the pipeline'; Block = { Get-ImgImage | Get-ImgServicing } }
        @{ Name = 'run from the pipeline'; Block = { $run | Get-ImgServicing } }
    ) {
        (& $Block).RunId | Should -Be $run.RunId
    }

    It 'shows nothing that was not asked for' {
        Get-ImgServicing -Status Failed | Should -BeNullOrEmpty
        Get-ImgServicing -RunId $run.RunId -Status Failed | Should -BeNullOrEmpty
    }

    It 'feeds Get-ImgUpdateStatus' {
        (Get-ImgServicing -Last 1 | Get-ImgUpdateStatus | Where-Object UpdateStatus -EQ Installed).KB | Should -Contain '5060842'
    }

    It 'shows on screen that it was a rehearsal' {
        (Get-ImgServicing | Format-Table | Out-String -Width 200) | Should -Match 'Succeeded.*ok +yes'
    }
}

Describe 'A run whose tool is silent' {
    BeforeAll {
        # As a worker leaves its row while that is so; no test waits for half an hour.
        $stall = @{ since = '2025-07-01T22:14:05.000Z'; command = 'Add-Package'; caption = ''; usualMinutes = 30; usual = 'It expands.'; remedy = 'Stop it.' }
        $env:IMGUPDATE_TEST_STALL = ConvertTo-Json -InputObject $stall -Compress
        $script = @(
            'const database = new (require("node:sqlite").DatabaseSync)(process.argv[1]);'
            'database.prepare("UPDATE run SET status = ?, stall_json = ?").run("Running", process.env.IMGUPDATE_TEST_STALL);'
        ) -join ''
        $node = & (Get-Module -Name ImgUpdate) { Find-ImgNode }
        $told = & $node --no-warnings -e ($script -replace '"', "'") (Join-Path -Path $env:IMGUPDATE_SITE -ChildPath 'site.db') 2>&1
        if ($LASTEXITCODE -ne 0) { throw "$told" }
        $silent = Get-ImgServicing -Status Running
    }
    AfterAll { Remove-Item -Path env:IMGUPDATE_TEST_STALL }

    It 'says since when, as a time, and what to do' {
        $silent.Stall.Since | Should -BeOfType datetime
        $silent.Stall.Since.ToString('s') | Should -Be '2025-07-01T22:14:05'
        $silent.Stall.Remedy | Should -Be 'Stop it.'
    }

    It 'shows it on screen in place of the step, at 80 columns beside all others' {
        $table = Get-ImgTestTable $silent
        $lines, $ruler = $table.Lines, $table.Ruler
        $table.Columns | Should -Be 7
        $lines | Where-Object { $_.Length -gt 80 } | Should -BeNullOrEmpty
        # The cells of the column, one below the other. Where a line ends depends on the language of the system.
        $start = $lines[$ruler - 1].IndexOf('Status')
        $cells = foreach ($line in $lines[($ruler + 1)..($lines.Count - 1)]) { if ($line.Length -gt $start) { $line.Substring($start, [Math]::Min(10, $line.Length - $start)).Trim() } }
        (@($cells) -join '') -replace ' ' | Should -Be 'silentsince07-0122:14Z'
    }
}
