<#
.SYNOPSIS
The real dism.exe puts the package into a copy of the image; the proof agrees with Get-WindowsImage.
#>
param([Parameter(Mandatory)] [hashtable] $Context)

$copy = Assert-RealImage -Context $Context -WithPackage
$null = New-ImgImage -Name 'Real' -Path $copy -AcceptEula
$update = Add-RealPackage -Context $Context -Index (Get-ImgImage 'Real' | Get-ImgImageIndex | Select-Object -First 1)
$run = Start-ImgServicing 'Real' -Update $update -Wait
Assert-That -Holds ($run.Status -eq 'Succeeded' -and -not $run.Rehearsal) -Otherwise "the run ended as $($run.Status)"
foreach ($index in $run.Proof.Indexes) {
    $told = (Get-WindowsImage -ImagePath $copy -Index $index.Index).Version
    Assert-That -Holds ($told.EndsWith($index.After)) -Otherwise "index $($index.Index): the proof says $($index.After), DISM says $told"
}
"$($run.Proof.Indexes[0].Before) -> $($run.Proof.Indexes[0].After)"
