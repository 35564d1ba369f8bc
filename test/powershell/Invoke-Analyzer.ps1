<#
Holds the module and its tests against PSScriptAnalyzer, in a process of its own: inside a session that has run Pester its
rules do not always find the commands that they look up. Prints one line for each finding.
#>
$ErrorActionPreference = 'Stop'
$root = [System.IO.Path]::GetFullPath("$PSScriptRoot/../..")
$settings = "$root/powershell/PSScriptAnalyzerSettings.psd1"
# Blocks of Pester share variables in a way that the analyzer does not see, and tests type aliases on purpose.
$ofTests = 'PSUseDeclaredVarsMoreThanAssignments', 'PSAvoidUsingCmdletAliases'
$found = @(Invoke-ScriptAnalyzer -Path "$root/powershell" -Recurse -Settings $settings)
$found += @(Invoke-ScriptAnalyzer -Path "$root/test/powershell" -Recurse -Settings $settings -ExcludeRule $ofTests)
foreach ($each in $found) {
    '{0}:{1} {2}: {3}' -f $each.ScriptName, $each.Line, $each.RuleName, $each.Message
}
