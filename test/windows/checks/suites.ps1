<#
.SYNOPSIS
All tests pass with this Windows' Node, and all Pester files in Windows PowerShell 5.1 and in PowerShell 7.
#>
param([Parameter(Mandatory)] [hashtable] $Context)

$node = & (Get-Module -Name ImgUpdate) { Find-ImgNode }
Push-Location -LiteralPath $Context.Root
try {
    $ErrorActionPreference = 'Continue'
    & $node 'node_modules/vitest/vitest.mjs' run --config test/vitest.config.ts --exclude test/powershell.test.ts 2>&1 | Out-Host
    Assert-That -Holds ($LASTEXITCODE -eq 0) -Otherwise 'tests of the engine failed'
    $counts = foreach ($shell in 'powershell', 'pwsh') {
        if (-not (Get-Command -Name $shell -CommandType Application -ErrorAction Ignore)) {
            "$shell is not installed"
            continue
        }
        $result = Join-Path -Path $Context.Folder -ChildPath "$shell.json"
        & $shell -NoProfile -NonInteractive -ExecutionPolicy Bypass -File test/powershell/Invoke-Tests.ps1 -ModulePath $Context.Module -Result $result
        $report = Get-Content -LiteralPath $result -Raw | ConvertFrom-Json
        $failed = @($report.tests | Where-Object { 'Passed', 'Skipped' -notcontains $_.result })
        Assert-That -Holds ($failed.Count + @($report.broken).Count -eq 0) -Otherwise "$shell : $($failed.Count) failed, first $($failed | Select-Object -First 1 -ExpandProperty name)"
        "$shell $(@($report.tests).Count) passed"
    }
} finally {
    Pop-Location
}
$counts -join ', '
