# What every cmdlet of the module keeps to.
BeforeDiscovery {
    Import-Module "$PSScriptRoot/ImgTest.psm1"
    $cmdlets = foreach ($command in Get-Command -Module ImgUpdate -CommandType Function) { @{ Name = $command.Name; Command = $command } }
    $files = Get-ChildItem -Path (Get-ImgTestModulePath) -Recurse -File -Include '*.ps1', '*.psm1', '*.psd1', '*.ps1xml', '*.txt' |
        Where-Object { $_.FullName -notmatch '[\\/]licences[\\/]' } | ForEach-Object { @{ Name = $_.Name; File = $_.FullName } }
}

Describe 'The module' {
    BeforeAll {
        Import-Module "$PSScriptRoot/ImgTest.psm1"
        $module = Get-ImgTestModulePath
    }

    It 'has a valid manifest for both editions' {
        $manifest = Test-ModuleManifest -Path "$module/ImgUpdate.psd1" -ErrorAction Stop

        $manifest.CompatiblePSEditions | Should -Be 'Desktop', 'Core'
        $manifest.PowerShellVersion | Should -Be ([version]'5.1')
    }

    It 'exports one function for each public file' {
        $files = Get-ChildItem -Path "$module/Public" -Filter '*.ps1' | ForEach-Object BaseName | Sort-Object

        (Get-Module -Name ImgUpdate).ExportedFunctions.Keys | Sort-Object | Should -Be $files
    }

    It 'exports the aliases that the cmdlets declare, and no other' {
        $declared = Get-Command -Module ImgUpdate -CommandType Function |
            ForEach-Object { $_.ScriptBlock.Attributes | Where-Object { $_ -is [System.Management.Automation.AliasAttribute] } } |
            ForEach-Object AliasNames | Sort-Object

        (Get-Module -Name ImgUpdate).ExportedAliases.Keys | Sort-Object | Should -Be $declared
    }

    It 'exports nothing with the prefix of Configuration Manager' {
        (Get-Module -Name ImgUpdate).ExportedCommands.Keys -match '-CM' | Should -BeNullOrEmpty
    }

    It 'ships <_>' -ForEach @(
        'engine/imgupdate.cjs', 'engine/imgupdate-dism.cjs', 'engine/version.json', 'engine/schemas/v1/update.list.request.json'
        'LICENSE', 'licences/kysely@0.29.9.txt', 'licences/yargs@18.2.0.txt', 'en-US/about_ImgUpdate.help.txt'
    ) {
        Test-Path -LiteralPath "$module/$_" | Should -BeTrue
    }

    It 'has views that PowerShell can read, each for a type that it knows' {
        $known = ([xml][System.IO.File]::ReadAllText("$module/ImgUpdate.Types.ps1xml")).Types.Type.Name + 'Img.Package'
        $views = ([xml][System.IO.File]::ReadAllText("$module/ImgUpdate.Format.ps1xml")).Configuration.ViewDefinitions.View

        $views.ViewSelectedBy.TypeName | Where-Object { $known -notcontains $_ } | Should -BeNullOrEmpty
        foreach ($view in $views) {
            @($view.TableControl.TableHeaders.TableColumnHeader).Count | Should -Be @($view.TableControl.TableRowEntries.TableRowEntry.TableColumnItems.TableColumnItem).Count
        }
    }

    It 'explains itself in about topics' {
        (Get-Help -Name about_ImgForConfigMgrAdmins) | Should -Match 'replace CM by Img'
    }

    It 'loads when a caller has switched strict mode on' {
        $power, [object[]]$leading = Get-ImgTestPowerShell
        $text = & $power @leading -NoProfile -Command "Set-StrictMode -Version Latest; `$ErrorActionPreference = 'Stop'; Import-Module '$module/ImgUpdate.psd1'; `$env:IMGUPDATE_SITE = '$([System.IO.Path]::GetTempPath())imgupdate-strict-$PID'; (Get-ImgConfiguration).RetainVersion; @(Get-ImgImage).Count"
        Remove-Item -LiteralPath "$([System.IO.Path]::GetTempPath())imgupdate-strict-$PID" -Recurse -Force

        $text | Should -Be '2', '0'
    }

    It 'is ASCII, so that Windows PowerShell reads it: <Name>' -ForEach $files {
        $text = [System.IO.File]::ReadAllBytes($File)

        @($text | Where-Object { $_ -gt 127 }).Count | Should -Be 0
    }
}

Describe '<Name>' -ForEach $cmdlets {
    BeforeAll {
        $common = [System.Management.Automation.PSCmdlet]::CommonParameters + [System.Management.Automation.PSCmdlet]::OptionalCommonParameters
        $help = Get-Help -Name $Name -Full
    }

    It 'has a test file' {
        Test-Path -LiteralPath "$PSScriptRoot/$Name.Tests.ps1" | Should -BeTrue
    }

    It 'has an approved verb' {
        (Get-Verb).Verb | Should -Contain $Command.Verb
    }

    It 'has synopsis, description, outputs and two examples in its help' {
        $help.Synopsis | Should -Match '\.$'
        $help.Description.Text | Should -Not -BeNullOrEmpty
        $help.returnValues | Should -Not -BeNullOrEmpty
        @($help.examples.example).Count | Should -BeGreaterOrEqual 2
    }

    It 'explains every parameter in its help' {
        $parameters = $Command.Parameters.Keys | Where-Object { $common -notcontains $_ } | Sort-Object
        $explained = @($help.parameters.parameter | Where-Object { $_.description.Text } | ForEach-Object name | Where-Object { $common -notcontains $_ } | Sort-Object)

        $explained | Should -Be @($parameters)
    }

    It 'asks before it changes something, and never else' {
        $changes = 'Get', 'Wait', 'Compare', 'Test', 'Convert' -notcontains $Command.Verb

        $Command.Parameters.ContainsKey('WhatIf') | Should -Be $changes
    }

    It 'fits in 150 lines' {
        @(Get-Content -LiteralPath "$(Get-ImgTestModulePath)/Public/$Name.ps1").Count | Should -BeLessOrEqual 150
    }
}

Describe '<Name>, which takes something away' -ForEach @($cmdlets | Where-Object { 'Remove', 'Restore', 'Clear' -contains $_.Command.Verb }) {
    It 'asks by default, and not with -Force' {
        $attribute = $Command.ScriptBlock.Attributes | Where-Object { $_ -is [System.Management.Automation.CmdletBindingAttribute] }

        $attribute.ConfirmImpact | Should -Be 'High'
        $Command.Parameters.Keys | Should -Contain 'Force'
    }
}
