<#
Runs the Pester files over the built module and writes what came of each test to -Result, as JSON.
Exit code 0: the file was written. Exit code 3: Pester 5 or newer is not installed.
#>
param(
    [Parameter(Mandatory)] [string] $ModulePath,
    [Parameter(Mandatory)] [string] $Result,
    [string[]] $Path = @($PSScriptRoot)
)

$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
$pester = Get-Module -Name Pester -ListAvailable | Where-Object { $_.Version.Major -ge 5 } | Select-Object -First 1
if ($null -eq $pester) {
    exit 3
}
Import-Module -Name $pester.Path
$env:IMGUPDATE_TEST_MODULE = $ModulePath
$configuration = New-PesterConfiguration
$configuration.Run.Path = $Path
$configuration.Run.PassThru = $true
$configuration.Output.Verbosity = 'None'
$run = Invoke-Pester -Configuration $configuration
$tests = foreach ($test in $run.Tests) {
    [ordered]@{
        name     = '{0}: {1}' -f [System.IO.Path]::GetFileName($test.ScriptBlock.File), $test.ExpandedPath
        result   = $test.Result
        seconds  = $test.Duration.TotalSeconds
        messages = @(foreach ($failure in $test.ErrorRecord) { "$failure`n$($failure.ScriptStackTrace)" })
    }
}
$broken = foreach ($container in @($run.FailedContainers) + @($run.FailedBlocks)) {
    foreach ($failure in $container.ErrorRecord) { "$container : $failure`n$($failure.ScriptStackTrace)" }
}
$report = [ordered]@{ tests = @($tests); broken = @($broken | Where-Object { $_ }) }
[System.IO.File]::WriteAllText($Result, (ConvertTo-Json -InputObject $report -Depth 5))
Remove-Item -Path (Join-Path -Path ([System.IO.Path]::GetTempPath()) -ChildPath "imgupdate-pester-$PID") -Recurse -Force -ErrorAction Ignore
