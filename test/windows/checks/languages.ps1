<#
.SYNOPSIS
A language, its basic feature and the cumulative update behind them go into a copy of the image; Get-WindowsPackage and
Get-WindowsCapability find them, and DISM tells no revision but that of the update.
#>
param([Parameter(Mandatory)] [hashtable] $Context)

$copy = Assert-RealImage -Context $Context -WithPackage
Assert-Feature -Context $Context
$null = New-ImgImage -Name 'Real' -Path $copy -AcceptEula
$update = Add-RealPackage -Context $Context -Index (Get-ImgImage 'Real' | Get-ImgImageIndex | Select-Object -First 1)
$capability = "Language.Basic~~~$($Context.Language)~0.0.1.0"
$run = Start-ImgServicing 'Real' -Update $update -Index 1 -Language $Context.Language -Capability $capability -CapabilitySource $Context.Feature -Wait
Assert-That -Holds ($run.Status -eq 'Succeeded') -Otherwise "the run ended as $($run.Status)"
Use-Mount -Context $Context -Path $copy -Index 1 -Script {
    param($Mount)
    $packages = @(Get-WindowsPackage -Path $Mount | Where-Object -Property PackageName -Like "*LanguagePack*~$($Context.Language)~*")
    Assert-That -Holds ($packages.Count -gt 0) -Otherwise "Get-WindowsPackage lists no language pack of $($Context.Language)"
    $state = (Get-WindowsCapability -Path $Mount -Name $capability).State
    Assert-That -Holds ("$state" -eq 'Installed') -Otherwise "Get-WindowsCapability says $state of $capability"
}
$told = (Get-WindowsImage -ImagePath $copy -Index 1).Version
Assert-That -Holds ($told.EndsWith($run.Proof.Indexes[0].After)) -Otherwise "the proof says $($run.Proof.Indexes[0].After), DISM says $told"
"$($Context.Language) at $told"
