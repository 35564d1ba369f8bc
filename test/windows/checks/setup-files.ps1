<#
.SYNOPSIS
After a run with the profile media setup.exe and setuphost.exe in sources are those of boot.wim as DISM mounts it, and the boot
managers of the media are those of 2023 in it.
#>
param([Parameter(Mandatory)] [hashtable] $Context)

$media = Assert-RealMedia -Context $Context -WithPackage
$windows = Get-ImgUpgradePackage 'Media' | Get-ImgImageIndex | Select-Object -First 1
$update = Add-RealPackage -Context $Context -Index $windows
$run = Start-ImgServicing 'Media' -Update $update -ServicingProfile media -UpdateBootManager 2023 -Wait
Assert-That -Holds ($run.Status -eq 'Succeeded') -Otherwise "the run ended as $($run.Status)"
$boot = Join-Path -Path $media -ChildPath 'sources\boot.wim'
$last = @(Get-WindowsImage -ImagePath $boot)[-1].ImageIndex
Use-Mount -Context $Context -Path $boot -Index $last -Script {
    param($Mount)
    foreach ($name in 'sources\setup.exe', 'sources\setuphost.exe') {
        $inside = Join-Path -Path $Mount -ChildPath $name
        if (-not (Test-Path -LiteralPath $inside)) { continue }
        $same = (Get-Digest -Path $inside) -eq (Get-Digest -Path (Join-Path -Path $media -ChildPath $name))
        Assert-That -Holds $same -Otherwise "$name is not the one of boot.wim"
    }
    $manager = Get-Digest -Path (Join-Path -Path $Mount -ChildPath 'Windows\Boot\EFI_EX\bootmgfw_EX.efi')
    $starters = @(Get-ChildItem -LiteralPath (Join-Path -Path $media -ChildPath 'efi\boot') -Filter 'boot*.efi')
    $other = @($starters | Where-Object { (Get-Digest -Path $_.FullName) -ne $manager } | ForEach-Object { $_.Name })
    Assert-That -Holds ($starters.Count -gt 0 -and $other.Count -eq 0) -Otherwise "not the boot manager of 2023: $($other -join ', ')"
}
"starts on: $($run.BootTrust)"
