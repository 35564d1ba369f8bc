# Air gap: packages from a connected site to one without a network, and there into an image.
#   pwsh examples/05-air-gap.ps1 -PackageFolder D:\packages -ImageFile D:\images\install.wim -Work D:\air-gap
param(
    [string] $Module = "$PSScriptRoot/../dist/ImgUpdate",
    [Parameter(Mandatory)] [string] $PackageFolder,
    [Parameter(Mandatory)] [string] $ImageFile,
    # Two sites are made below it, and the folder that is carried from one to the other.
    [Parameter(Mandatory)] [string] $Work
)

Import-Module $Module
$stick = "$Work/stick"

# The connected site: what lies in a folder becomes its catalog and its content.
$env:IMGUPDATE_SITE = "$Work/connected"
New-ImgUpdateSource -Name packages -Type Folder -Path $PackageFolder | Out-Host
Sync-ImgUpdate | Out-Host
Get-ChildItem -Path $PackageFolder -Filter *.msu | Add-ImgUpdateContent | Out-Host

# All of it in one folder, signed with the key of this site.
$bundle = Export-ImgBundle -DestinationPath $stick
$bundle | Format-List Updates, Releases, Contents, Copied, Fingerprint | Out-Host

# The site without a network takes it, because somebody compared the fingerprint.
$env:IMGUPDATE_SITE = "$Work/island"
Import-ImgBundle -Path $stick -Trust $bundle.Fingerprint -Inventory "$stick/inventory.json" |
    Format-List Source, Copied, Present, Errors | Out-Host

# From here on it is a site like any other.
$image = New-ImgImage -Name 'Windows 11 Enterprise' -Path $ImageFile -AcceptEula
Get-ImgUpdate -ApplicableTo $image.Name -Kind CumulativeUpdate -Latest | Format-Table KB, Revision, Title | Out-Host
$run = Start-ImgServicing $image.Name -Latest -Wait
$run | Out-Host
$run.Proof.Indexes | Format-Table Index, Before, Expected, After | Out-Host

# Next month: back at the connected site, only what the other one lacks.
$env:IMGUPDATE_SITE = "$Work/connected"
Export-ImgBundle -DestinationPath "$Work/next" -For "$stick/inventory.json" | Format-List Contents, Copied, LeftOut | Out-Host
