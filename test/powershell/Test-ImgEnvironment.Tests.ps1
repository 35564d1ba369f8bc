BeforeAll {
    Import-Module "$PSScriptRoot/ImgTest.psm1"
    $site = New-ImgTestSite -Image
}
AfterAll { Remove-ImgTestSite $site }

Describe 'Test-ImgEnvironment' {
    It 'tells of this PowerShell, the engine and the site, and finds nothing that fails' {
        $checks = @(Test-ImgEnvironment)

        $checks[0].PSObject.TypeNames[0] | Should -Be 'Img.EnvironmentCheck'
        ($checks | Where-Object -Property Id -EQ 'PowerShell').Message | Should -Match ([regex]::Escape([string]$PSVersionTable.PSVersion))
        ($checks | Where-Object -Property Id -EQ 'Database').Status | Should -Be 'ok'
        $checks | Where-Object -Property Status -EQ 'failed' | Where-Object -Property Id -NE 'ServicingTool' | Should -BeNullOrEmpty
    }

    It 'says what to do in cmdlets, not in commands of the engine' {
        Set-ImgConfiguration -DismPath "$($site.Folder)/missing.exe"
        $tool = Test-ImgEnvironment | Where-Object -Property Id -EQ 'ServicingTool'

        $tool.Status | Should -Be 'failed'
        $tool.Remedy | Should -Match 'Set-ImgConfiguration -DismPath PATH'
        $tool.Remedy | Should -Not -Match 'imgupdate |`'
    }

    It 'is false with -Quiet when a check failed' {
        Set-ImgConfiguration -DismPath "$($site.Folder)/missing.exe"

        Test-ImgEnvironment -Quiet | Should -BeExactly $false
    }

    It 'looks at the image that is piped in' {
        $space = Get-ImgImage | Test-ImgEnvironment | Where-Object -Property Id -EQ 'FreeSpace'

        $space.Message | Should -Match 'Windows 11 Enterprise needs'
    }

    It 'tells what runs and a verification of the largest image take of the memory' {
        $memory = Get-ImgImage | Test-ImgEnvironment | Where-Object -Property Id -EQ 'Memory'

        $memory.Status | Should -BeIn 'ok', 'warning'
        $memory.Message | Should -Match 'of memory, .+ free; a run takes about 256 MB, verifying Windows 11 Enterprise up to '
    }

    It 'is an error for an image that is not registered' {
        (Get-ImgTestError { Test-ImgEnvironment -Name 'None' }).FullyQualifiedErrorId | Should -Be 'ImgImageNotFound,Test-ImgEnvironment'
    }

    It 'reads well at 80 columns: no line is cut, none ends inside a word, and what to do stands below what was found' {
        $checks = Test-ImgEnvironment
        $text = $checks | Out-String -Width 80
        $lines = $text -split '\r?\n'

        $lines | Where-Object { $_.Length -gt 80 } | Should -BeNullOrEmpty
        $text | Should -Not -Match "\.\.\.|$([char]0x2026)"
        $text | Should -Match 'Status +Check +Finding'
        $text | Should -Match '(?m)^ {20,}-> '
        # No line ends inside a word, as long as the words are no longer than a line.
        $flat = $text -replace '\s+', ' '
        $broken = $checks.Message + $checks.Remedy | Where-Object { $_ -and -not ($_ -match '\S{58,}') -and -not $flat.Contains($_) }
        $broken | Should -BeNullOrEmpty
    }
}
