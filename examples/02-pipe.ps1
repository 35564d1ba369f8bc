# Pipe: choose the update and put it in now. The run belongs to a worker that outlives this console; -Wait follows it.
#   pwsh examples/02-pipe.ps1 -ImageName 'Windows 11 Enterprise'
param([string] $Module = "$PSScriptRoot/../dist/ImgUpdate", [string] $ImageName = 'Windows 11 Enterprise')

Import-Module $Module

# First look at the steps that would be taken.
Get-ImgUpdate -Product 'Windows 11' -Version 24H2 -Architecture x64 -Kind CumulativeUpdate -Latest |
    New-ImgUpdateSchedule -ImageName $ImageName -RunNow -WhatIf | Out-Host

$run = Get-ImgUpdate -Product 'Windows 11' -Version 24H2 -Architecture x64 -Kind CumulativeUpdate -Latest |
    New-ImgUpdateSchedule -ImageName $ImageName -RunNow -RemoveSupersededUpdates $true -Wait
$run | Out-Host

# What was expected in the image, and what was read back from it.
$run.Proof.Indexes | Format-Table Index, Before, Expected, After | Out-Host

# The way back, for when a month turns out bad.
Restore-ImgImage $ImageName -Force -PassThru | Out-Host
