# The module's side of the pipe to the engine, over a stand-in that misbehaves.
BeforeAll {
    Import-Module "$PSScriptRoot/ImgTest.psm1"
    # The stand-in takes the place of the engine for a copy of the module that ships none.
    $script:Bare = Join-Path -Path ([System.IO.Path]::GetTempPath()) -ChildPath "imgupdate-bare-$PID"
    $node = & (Get-Module -Name ImgUpdate) { Find-ImgNode }
    Remove-Module -Name ImgUpdate
    Copy-Item -LiteralPath (Get-ImgTestModulePath) -Destination $script:Bare -Recurse
    Remove-Item -LiteralPath "$script:Bare/engine" -Recurse
    $env:IMGUPDATE_NODE = $node
    $env:IMGUPDATE_ENGINE = "$PSScriptRoot/fixtures/fake-engine.cjs"
    $env:FAKE_ENGINE_LOG = "$script:Bare/log"
    Import-Module -Name "$script:Bare/ImgUpdate.psd1" -Global

    function Set-FakeEngine {
        param([string] $Behaviour)
        & (Get-Module -Name ImgUpdate) { Disconnect-ImgEngine }
        $env:FAKE_ENGINE = $Behaviour
        [System.IO.File]::WriteAllText($env:FAKE_ENGINE_LOG, '')
    }
}

AfterAll {
    Remove-Module -Name ImgUpdate
    foreach ($name in 'IMGUPDATE_ENGINE', 'FAKE_ENGINE', 'FAKE_ENGINE_LOG', 'IMGUPDATE_SITE') {
        Remove-Item -LiteralPath "Env:$name" -ErrorAction Ignore
    }
    Remove-Item -LiteralPath $script:Bare -Recurse -Force
    Import-Module -Name "$(Get-ImgTestModulePath)/ImgUpdate.psd1" -Global
}

Describe 'The engine process' {
    It 'is one for the whole session' {
        Set-FakeEngine answers

        (Get-ImgConfiguration).Folder | Should -Be (Get-ImgConfiguration).Folder
    }

    It 'is another one for another site' {
        Set-FakeEngine answers
        $first = (Get-ImgConfiguration).Folder
        $env:IMGUPDATE_SITE = "$script:Bare/other"
        $second = (Get-ImgConfiguration).Folder
        $env:IMGUPDATE_SITE = $null

        $second | Should -Not -Be $first
    }

    It 'ends with the module' {
        Set-FakeEngine answers
        $id = [int]((Get-ImgConfiguration).Folder -replace '\D')
        Remove-Module -Name ImgUpdate
        Import-Module -Name "$script:Bare/ImgUpdate.psd1" -Global

        Get-Process -Id $id -ErrorAction Ignore | Should -BeNullOrEmpty
    }

    It 'ends with the session' {
        Set-FakeEngine answers
        $power, [object[]]$leading = Get-ImgTestPowerShell
        $text = & $power @leading -NoProfile -NonInteractive -Command "Import-Module '$script:Bare/ImgUpdate.psd1'; (Get-ImgConfiguration).Folder"
        $id = [int]($text -replace '\D')
        Wait-Process -Id $id -Timeout 10 -ErrorAction Ignore

        $text | Should -Match '^started \d+$'
        Get-Process -Id $id -ErrorAction Ignore | Should -BeNullOrEmpty
    }

    It 'gives one clear error with what it wrote when it dies, and is started again' {
        Set-FakeEngine dies
        $failure = Get-ImgTestError { Get-ImgConfiguration }
        $env:FAKE_ENGINE = 'answers'

        $failure.FullyQualifiedErrorId | Should -Be 'ImgEngineProtocol,Get-ImgConfiguration'
        $failure.CategoryInfo.Category | Should -Be 'ProtocolError'
        $failure.Exception.Message | Should -Match 'exit code 7.*out of luck'
        (Get-ImgConfiguration).Folder | Should -Match '^started'
    }

    It 'is started again without a word when it was ended between two commands' {
        Set-FakeEngine answers
        $id = [int]((Get-ImgConfiguration).Folder -replace '\D')
        Stop-Process -Id $id -Force
        Wait-Process -Id $id -Timeout 10 -ErrorAction Ignore

        (Get-ImgConfiguration).Folder | Should -Match '^started'
    }

    It 'gives an error when it writes something else than JSON' {
        Set-FakeEngine garbage

        (Get-ImgTestError { Get-ImgConfiguration }).FullyQualifiedErrorId | Should -Be 'ImgEngineProtocol,Get-ImgConfiguration'
    }
}

Describe 'A request' {
    It 'crosses in UTF-8 with every character, one line a message' {
        Set-FakeEngine words
        $text = "C:\Caf$([char]0xe9) $([char]0x2603) `$(Get-Date) ""quoted"" 'single'`nnext line"

        & (Get-Module -Name ImgUpdate) { param($text, $cmdlet) (Send-ImgRequest -Cmdlet $cmdlet -Method site.set -Request @{ servicingDrive = $text }).Result.Folder } $text $PSCmdlet |
            Should -BeExactly $text
    }

    It 'that is stopped is cancelled, and its late answer is dropped' {
        Set-FakeEngine silent
        $shell = [powershell]::Create()
        $waiting = $shell.AddScript("Import-Module '$script:Bare/ImgUpdate.psd1'; Get-ImgConfiguration").BeginInvoke()
        $until = [datetime]::UtcNow.AddSeconds(20)
        while ([System.IO.File]::ReadAllText($env:FAKE_ENGINE_LOG) -notmatch 'site.show' -and [datetime]::UtcNow -lt $until) { Start-Sleep -Milliseconds 50 }
        $shell.Stop()
        { $shell.EndInvoke($waiting) } | Should -Throw
        $shell.Commands.Clear()
        $answer = $shell.AddScript('Get-ImgConfiguration').Invoke()
        $failures = @($shell.Streams.Error)
        $shell.Dispose()

        $failures | Should -BeNullOrEmpty
        $answer[0].Folder | Should -Be 'answer of the second request'
        Get-Content -LiteralPath $env:FAKE_ENGINE_LOG | Should -Contain '{"jsonrpc":"2.0","method":"$/cancelRequest","params":{"id":1}}'
    }

    It 'passes events on to the streams of PowerShell' {
        Set-FakeEngine events
        $all = @(Get-ImgConfiguration -Verbose -InformationAction Continue *>&1)

        ($all | Where-Object { $_ -is [System.Management.Automation.WarningRecord] }).Message | Should -Be 'take care'
        ($all | Where-Object { $_ -is [System.Management.Automation.VerboseRecord] }).Message | Should -Contain 'said in passing'
        ($all | Where-Object { $_ -is [System.Management.Automation.InformationRecord] }).MessageData | Should -Be 'a step is done'
        $all[-1].Folder | Should -Be 'after the events'
    }
}

Describe 'The search for Node' {
    It 'says which one is too old (not run on Windows: the old Node is a shell script)' -Skip:([System.IO.Path]::DirectorySeparatorChar -eq '\') {
        $old = "$script:Bare/old-node"
        [System.IO.File]::WriteAllText($old, "#!/bin/sh`necho v20.1.0`n")
        chmod +x $old
        $before = $env:IMGUPDATE_NODE
        $env:IMGUPDATE_NODE = $old
        $failure = Get-ImgTestError { Get-ImgConfiguration }
        $env:IMGUPDATE_NODE = $before

        $failure.FullyQualifiedErrorId | Should -Be 'ImgNodeTooOld,Get-ImgConfiguration'
        $failure.Exception.Message | Should -Match 'old-node is version 20\.1\.0'
    }
}
