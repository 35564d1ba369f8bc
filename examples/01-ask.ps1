# Ask: what is in an image, which update it needs, and why. No elevation, no mount, any operating system.
#   pwsh examples/01-ask.ps1 -ImageName 'Windows 11 Enterprise'
param([string] $Module = "$PSScriptRoot/../dist/ImgUpdate", [string] $ImageName = 'Windows 11 Enterprise')

Import-Module $Module

# (Out-Host ends each table; at a prompt it is not needed.)

# Every index: which Windows, at which revision.
Get-ImgImage $ImageName | Get-ImgImageIndex | Out-Host

# The updates inside, with the KB where catalog or release table know it.
Get-ImgImage $ImageName | Get-ImgInstalledUpdate | Out-Host

# The update that is right now, and what was rejected.
Get-ImgUpdate -ApplicableTo $ImageName -Kind CumulativeUpdate -Latest -Explain |
    Select-Object -First 5 | Out-Host

# The same question for a bad month: one back, and without out-of-band updates.
Get-ImgUpdate -ApplicableTo $ImageName -Kind CumulativeUpdate -Latest -Previous 1 -OutOfBand Exclude | Out-Host
