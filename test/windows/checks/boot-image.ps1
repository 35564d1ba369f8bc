<#
.SYNOPSIS
boot.wim of the media, registered for its own sake, takes the cumulative update in every index; DISM tells its revision.
#>
param([Parameter(Mandatory)] [hashtable] $Context)

$media = Assert-RealMedia -Context $Context -WithPackage
$windows = Get-ImgUpgradePackage 'Media' | Get-ImgImageIndex | Select-Object -First 1
$boot = Join-Path -Path $Context.Folder -ChildPath 'boot.wim'
Copy-Item -LiteralPath (Join-Path -Path $media -ChildPath 'sources\boot.wim') -Destination $boot
$null = New-ImgBootImage -Name 'PE' -Path $boot
$run = Start-ImgServicing 'PE' -Update (Add-RealPackage -Context $Context -Index $windows) -Wait
Assert-That -Holds ($run.Status -eq 'Succeeded') -Otherwise "the run ended as $($run.Status)"
foreach ($index in $run.Proof.Indexes) {
    $told = (Get-WindowsImage -ImagePath $boot -Index $index.Index).Version
    Assert-That -Holds ($told.EndsWith($index.After)) -Otherwise "index $($index.Index): the proof says $($index.After), DISM says $told"
}
"$(@($run.Proof.Indexes).Count) indexes at $($run.Proof.Indexes[0].After)"
