# Later: one date and time. The update is chosen when the run starts, so it is the latest of that day.
#   pwsh examples/03-later.ps1 -ImageName 'Windows 11 Enterprise'
param([string] $Module = "$PSScriptRoot/../dist/ImgUpdate", [string] $ImageName = 'Windows 11 Enterprise')

Import-Module $Module

New-ImgUpdateSchedule -Name $ImageName -Latest -CustomSchedule '2099-12-10 22:00' -Utc $true -ScheduleName 'December' | Out-Host

# The image shows its next date, as the console of Configuration Manager does.
Get-ImgImage $ImageName | Select-Object Name, ScheduledUpdatesDate, ScheduledUpdatesStatus | Out-Host

# `imgupdate worker run` waits for that date and runs it. Here it is taken back.
Clear-ImgUpdateSchedule -Name $ImageName -Force
Get-ImgUpdateSchedule -Name $ImageName | Out-Host
