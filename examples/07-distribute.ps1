# From a published image to a client: a distribution point, what is sent there, and what a machine fetches from it.
#   pwsh examples/07-distribute.ps1 -Work D:\work
param(
    [string] $Module = "$PSScriptRoot/../dist/ImgUpdate",
    [Parameter(Mandatory)] [string] $Work
)

Import-Module $Module

# Once: where published images go. Every month after that: Update-ImgDistributionPoint, or a schedule does it.
$north = Join-Path -Path $Work -ChildPath 'north'
New-ImgDistributionPoint -Name North -Path $north -Group Schools | Out-Host
Start-ImgContentDistribution 'Windows 11 Enterprise' -DistributionPointGroupName Schools
Get-ImgContentDistributionStatus | Out-Host

# Another site, or a machine with the module: by name, folder or address. The second month only what changed travels.
$cache = Join-Path -Path $Work -ChildPath 'cache'
Save-ImgImage 'Windows 11 Enterprise' -Source North -DestinationPath $cache | Out-Host

# A client that has nothing but PowerShell, and the fingerprint of the site's key.
$key = (Get-ImgConfiguration).BundleKey.Fingerprint
$client = Join-Path -Path $Work -ChildPath 'client'
& "$Module/Client/Save-ImgPreCache.ps1" -Source $north -DestinationPath $client -Trust $key -Architecture x64 -Language en-US |
    Format-Table Name, Revision, State | Out-Host
