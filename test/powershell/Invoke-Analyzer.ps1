<#
Holds the module, its examples and its tests against PSScriptAnalyzer, in a process of its own, and prints one line for
each finding.
The rules of the analyzer run side by side; two that look up commands at the same time can trip over each other, so the
one that looks up every word (PSUseCorrectCasing) has a pass of its own.
#>
$ErrorActionPreference = 'Stop'
$root = [System.IO.Path]::GetFullPath("$PSScriptRoot/../..")
$settings = "$root/powershell/PSScriptAnalyzerSettings.psd1"
$casing = 'PSUseCorrectCasing'
# Blocks of Pester share variables in a way that the analyzer does not see, and tests type aliases on purpose.
$ofTests = @('PSUseDeclaredVarsMoreThanAssignments', 'PSAvoidUsingCmdletAliases')
# Helpers and stand-ins are called by tests alone: nobody asks them for -WhatIf or for help, and a stand-in has the name of
# what it stands for.
$ofTests += 'PSUseShouldProcessForStateChangingFunctions', 'PSProvideCommentHelp', 'PSAvoidOverwritingBuiltInCmdlets'

$found = @()
foreach ($folder in 'powershell', 'examples') {
    $found += @(Invoke-ScriptAnalyzer -Path "$root/$folder" -Recurse -Settings $settings -ExcludeRule $casing)
}
foreach ($folder in 'test/powershell', 'test/windows') {
    $found += @(Invoke-ScriptAnalyzer -Path "$root/$folder" -Recurse -Settings $settings -ExcludeRule ($ofTests + $casing))
}
foreach ($folder in 'powershell', 'examples', 'test/powershell', 'test/windows') {
    $found += @(Invoke-ScriptAnalyzer -Path "$root/$folder" -Recurse -Settings $settings -IncludeRule $casing)
}
foreach ($each in $found) {
    '{0}:{1} {2}: {3}' -f $each.ScriptName, $each.Line, $each.RuleName, $each.Message
}
