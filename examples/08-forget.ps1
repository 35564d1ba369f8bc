# Forget: every month, two days after Patch Tuesday at 22:00, the update that is the latest then.
#   pwsh examples/08-forget.ps1 -ImageName 'Windows 11 Enterprise'
# On Windows from an elevated prompt. Unregister-ImgScheduledTask and Clear-ImgUpdateSchedule take it back.
param([string] $Module = "$PSScriptRoot/../dist/ImgUpdate", [string] $ImageName = 'Windows 11 Enterprise')

Import-Module $Module

New-ImgUpdateSchedule -ImageName $ImageName -Rule (New-ImgUpdateRule -Latest) `
    -Schedule (New-ImgSchedule -PatchTuesday -OffsetDay 2 -Start '22:00') -RemoveSupersededUpdates $true | Out-Host
Register-ImgScheduledTask | Out-Host

# When it runs, and when the computer is woken for it.
Get-ImgUpdateSchedule -Name $ImageName -Next 3 | Out-Host
(Get-ImgScheduledTask).WakeTimes | Select-Object -First 3 | Out-Host
Test-ImgEnvironment | Where-Object Id -EQ Wakers | Out-Host
