BeforeAll {
    Import-Module "$PSScriptRoot/ImgTest.psm1"
    $site = New-ImgTestSite -Image -Content
}
AfterAll { Remove-ImgTestSite $site }

Describe 'Wait-ImgServicing' {
    It 'follows a run from the pipeline to its end' {
        $run = Start-ImgServicing 'Windows 11 Enterprise' -Latest

        'Pending', 'Running' | Should -Contain $run.Status
        $run.Result | Should -BeNullOrEmpty
        ($run | Wait-ImgServicing).Status | Should -Be 'Succeeded'
    }

    It 'shows progress under the name of the image, and takes it away at the end' {
        $null = Restore-ImgImage 'Windows 11 Enterprise' -Force
        $shell = [powershell]::Create()
        $null = $shell.AddScript("Import-Module '$(Get-ImgTestModulePath)/ImgUpdate.psd1'; Start-ImgServicing 'Windows 11 Enterprise' -Latest | Wait-ImgServicing")
        $run = $shell.Invoke()
        $bars = @($shell.Streams.Progress | Where-Object Activity -EQ 'Windows 11 Enterprise')
        $null = $shell.AddScript('Remove-Module ImgUpdate').Invoke()
        $shell.Dispose()

        $run.Status | Should -Be 'Succeeded'
        $bars.Count | Should -BeGreaterThan 1
        $bars.ActivityId | Select-Object -Unique | Should -HaveCount 1
        $bars[-1].RecordType | Should -Be 'Completed'
    }

    It 'outputs a run that has ended at once' {
        (Wait-ImgServicing -RunId (Get-ImgServicing -Last 1).RunId -Timeout 5).Status | Should -Be 'Succeeded'
    }

    It 'writes an error for a run that failed, and outputs it too' {
        $null = Restore-ImgImage 'Windows 11 Enterprise' -Force
        $tool = "$($site.Folder)/tool.cjs"
        [System.IO.File]::WriteAllText($tool, 'console.log("no dism at all"); process.exitCode = 1;')
        Set-ImgTestEmulator -Script $tool
        $run = Start-ImgServicing 'Windows 11 Enterprise' -Latest | Wait-ImgServicing -ErrorAction SilentlyContinue -ErrorVariable failures
        Set-ImgTestEmulator

        $run.Status | Should -Be 'Failed'
        $run.ErrorCount | Should -BeGreaterThan 0
        $failures[0].FullyQualifiedErrorId | Should -Match '^ImgDism\w+,Wait-ImgServicing$'
        $failures[0].TargetObject | Should -Be $run.RunId
    }

    It 'stops waiting at the time-out and leaves the run alone' {
        $tool = "$($site.Folder)/slow.cjs"
        $emulator = "$(Get-ImgTestModulePath)/engine/imgupdate-dism.cjs".Replace('\', '/')
        [System.IO.File]::WriteAllText($tool, "process.argv.includes('/Mount-Image') ? setTimeout(() => {}, 60000) : require('$emulator');")
        Set-ImgTestEmulator -Script $tool
        $run = Start-ImgServicing 'Windows 11 Enterprise' -Latest
        $seen = Wait-ImgServicing -RunId $run.RunId -Timeout 2 -ErrorAction SilentlyContinue -ErrorVariable failures
        $run | Stop-ImgServicing -Wait -Timeout 60
        Set-ImgTestEmulator

        $failures[0].FullyQualifiedErrorId | Should -Be 'ImgOperationTimeout,Wait-ImgServicing'
        'Pending', 'Running' | Should -Contain $seen.Status
        (Get-ImgServicing -RunId $run.RunId).Status | Should -Be 'Canceled'
    }

    It 'writes an error for a run that is not there' {
        (Get-ImgTestError { Wait-ImgServicing -RunId none }).FullyQualifiedErrorId | Should -Be 'ImgRunNotFound,Wait-ImgServicing'
    }
}

Describe 'Wait-ImgServicing for several runs' {
    BeforeAll {
        foreach ($name in 'First', 'Second') {
            Copy-Item -LiteralPath (Get-ImgTestImage) -Destination "$($site.Folder)/images/$name.wim"
            $null = New-ImgImage -Name $name -Path "$($site.Folder)/images/$name.wim" -AcceptEula
        }
        Set-ImgConfiguration -MaximumConcurrency 2
    }

    It 'gives an error for each of several runs that failed, and outputs all' {
        $tool = "$($site.Folder)/tool.cjs"
        [System.IO.File]::WriteAllText($tool, 'console.log("no dism at all"); process.exitCode = 1;')
        Set-ImgTestEmulator -Script $tool
        $started = 'First', 'Second' | ForEach-Object { Start-ImgServicing $_ -Latest }
        $runs = $started | Wait-ImgServicing -ErrorAction SilentlyContinue -ErrorVariable failures
        Set-ImgTestEmulator

        $runs.Status | Should -Be 'Failed', 'Failed'
        $failures.TargetObject | Sort-Object | Should -Be ($started.RunId | Sort-Object)
    }

    It 'shows a bar for each below a common one, and outputs each as it ends' {
        $shell = [powershell]::Create()
        $null = $shell.AddScript("Import-Module '$(Get-ImgTestModulePath)/ImgUpdate.psd1'; 'First', 'Second' | ForEach-Object { Start-ImgServicing `$_ -Latest } | Wait-ImgServicing")
        $runs = $shell.Invoke()
        $bars = @($shell.Streams.Progress)
        $null = $shell.AddScript('Remove-Module ImgUpdate').Invoke()
        $shell.Dispose()

        $runs.Status | Should -Be 'Succeeded', 'Succeeded'
        $runs.ImageName | Sort-Object | Should -Be 'First', 'Second'
        $common = @($bars | Where-Object Activity -EQ '2 runs')
        $own = @($bars | Where-Object ParentActivityId -EQ $common[0].ActivityId)
        $own.Activity | Sort-Object -Unique | Should -Be 'First', 'Second'
        $own.ActivityId | Sort-Object -Unique | Should -HaveCount 2
        foreach ($id in $own.ActivityId + $common.ActivityId | Sort-Object -Unique) {
            @($bars | Where-Object ActivityId -EQ $id)[-1].RecordType | Should -Be 'Completed'
        }
    }
}
