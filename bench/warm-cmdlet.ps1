# Prints the median time of Get-ImgConfiguration in milliseconds, in a session that has used the module before.
param([Parameter(Mandatory)] [string]$Module, [int]$Runs = 200)

$ErrorActionPreference = 'Stop'
Import-Module $Module
foreach ($round in 1..20) { $null = Get-ImgConfiguration }
$times = foreach ($round in 1..$Runs) {
    $watch = [System.Diagnostics.Stopwatch]::StartNew()
    $null = Get-ImgConfiguration
    $watch.Elapsed.TotalMilliseconds
}
$sorted = @($times | Sort-Object)
$sorted[[int][math]::Floor($sorted.Count / 2)].ToString([cultureinfo]::InvariantCulture)
