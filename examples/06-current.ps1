# From nothing to a current image: an empty site, a source, what an image needs, its files, the run and the proof.
#   pwsh examples/06-current.ps1 -ImageFile D:\images\install.wim -Type Server
#   pwsh examples/06-current.ps1 -ImageFile D:\images\install.wim -Type Folder -Path D:\packages
param(
    [string] $Module = "$PSScriptRoot/../dist/ImgUpdate",
    [Parameter(Mandatory)] [string] $ImageFile,
    [string] $Type = 'Server',
    [string] $Path
)

Import-Module $Module

# Once: where updates come from, and the image.
$where = @{}
if ($Path) { $where['Path'] = $Path }
New-ImgUpdateSource -Name updates -Type $Type @where | Out-Host
$image = New-ImgImage -Name 'Windows 11 Enterprise' -Path $ImageFile -AcceptEula

# Every month: what is new, and what of it this image needs.
Sync-ImgUpdate | Out-Host
Get-ImgUpdate -ApplicableTo $image.Name -Kind CumulativeUpdate -Latest | Format-Table KB, Revision, Title | Out-Host

# Its files, verified; then in with it.
Save-ImgUpdate -ImageName $image.Name -Role CumulativeUpdate | Out-Host
$run = Start-ImgServicing $image.Name -Latest -Wait
$run | Out-Host
$run.Proof.Indexes | Format-Table Index, Before, Expected, After | Out-Host
