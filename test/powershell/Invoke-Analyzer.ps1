<#
Holds the module and its tests against PSScriptAnalyzer, in a process of its own, and prints one line for each finding.
The rules of the analyzer run side by side; two that look up commands at the same time can trip over each other, so the
one that looks up every word (PSUseCorrectCasing) has a pass of its own.
#>
$ErrorActionPreference = 'Stop'
$root = [System.IO.Path]::GetFullPath("$PSScriptRoot/../..")
$settings = "$root/powershell/PSScriptAnalyzerSettings.psd1"
$casing = 'PSUseCorrectCasing'
# Blocks of Pester share variables in a way that the analyzer does not see, and tests type aliases on purpose.
$ofTests = 'PSUseDeclaredVarsMoreThanAssignments', 'PSAvoidUsingCmdletAliases'

$found = @(Invoke-ScriptAnalyzer -Path "$root/powershell" -Recurse -Settings $settings -ExcludeRule $casing)
$found += @(Invoke-ScriptAnalyzer -Path "$root/test/powershell" -Recurse -Settings $settings -ExcludeRule ($ofTests + $casing))
foreach ($folder in 'powershell', 'test/powershell') {
    $found += @(Invoke-ScriptAnalyzer -Path "$root/$folder" -Recurse -Settings $settings -IncludeRule $casing)
}
foreach ($each in $found) {
    '{0}:{1} {2}: {3}' -f $each.ScriptName, $each.Line, $each.RuleName, $each.Message
}
