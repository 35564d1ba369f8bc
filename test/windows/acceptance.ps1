<#
.SYNOPSIS
Shows on a real Windows what no other machine can show, and writes a report.
.DESCRIPTION
Every file of the folder checks is one check; its synopsis is its line in docs/windows-checklist.md. Run it at an elevated
prompt after `npm ci` and `npm run module`, in Windows PowerShell 5.1 or PowerShell 7. Everything happens in a folder of
its own, which is removed; the image and the package that are named are only read. A check that needs what is not there
says so. Exit code 0: nothing failed; 1: something failed.
.PARAMETER Image
A real install.wim. Checks of the real DISM copy it.
.PARAMETER Package
The cumulative update (.msu) for that image.
.PARAMETER Media
Real media of the same Windows: an ISO image, or a folder with setup.exe. Checks of boot.wim, Setup and discs copy it.
.PARAMETER Features
Folder or ISO image with languages and features on demand of the release of that image.
.PARAMETER Language
A language that -Features has and the image lacks.
.PARAMETER Only
Names of checks; default is all.
.PARAMETER Report
File that gets the report as JSON; default is acceptance.json in the current folder.
.EXAMPLE
test/windows/acceptance.ps1 -Image D:\sources\install.wim -Package D:\updates\windows11.0-kb5072033-x64.msu

Runs all checks.
.EXAMPLE
test/windows/acceptance.ps1 -Image D:\sources\install.wim -Package D:\updates\lcu.msu -Media D:\Win11.iso -Features D:\LOF.iso

Runs all of them, those of languages, features and media too.
.EXAMPLE
test/windows/acceptance.ps1 -Only protected-site

Runs one check.
#>
[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSAvoidUsingWriteHost', '', Justification = 'It speaks to the person at the prompt; its result is the report.')]
param(
    [string] $Image,
    [string] $Package,
    [string] $Media,
    [string] $Features,
    [string] $Language = 'de-DE',
    [string[]] $Only = @(),
    [string] $Report = (Join-Path -Path (Get-Location).ProviderPath -ChildPath 'acceptance.json')
)

Set-StrictMode -Version 2
$ErrorActionPreference = 'Stop'
Import-Module -Name "$PSScriptRoot/Acceptance.psm1" -Force

$context = New-Context -Image $Image -Package $Package -Media $Media -Feature $Features -Language $Language
$results = @()
try {
    foreach ($file in Get-ChildItem -LiteralPath "$PSScriptRoot/checks" -Filter *.ps1 | Sort-Object -Property Name) {
        if ($Only.Count -gt 0 -and $Only -notcontains $file.BaseName) {
            continue
        }
        $result = Invoke-Check -File $file -Context $context
        $results += $result
        Write-Host -Object ('{0,-8} {1,-28} {2}' -f $result.Result, $result.Name, $result.Detail)
    }
} finally {
    Remove-Context -Context $context
}
$machine = [ordered]@{
    time       = [DateTime]::UtcNow.ToString('o')
    windows    = [string][Environment]::OSVersion.Version
    powershell = [string]$PSVersionTable.PSVersion
    elevated   = $context.Elevated
    results    = @($results)
}
[System.IO.File]::WriteAllText($Report, (ConvertTo-Json -InputObject $machine -Depth 4))
$failed = @($results | Where-Object -Property Result -EQ 'Failed').Count
$passed = @($results | Where-Object -Property Result -EQ 'Passed').Count
Write-Host -Object "$passed passed, $failed failed, $($results.Count - $passed - $failed) skipped; report: $Report"
exit [int]($failed -gt 0)
