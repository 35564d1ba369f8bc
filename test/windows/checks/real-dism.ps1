<#
.SYNOPSIS
The real dism.exe puts the package into a copy of the image; the proof agrees with Get-WindowsImage.
#>
param([Parameter(Mandatory)] [hashtable] $Context)

$copy = Assert-RealImage -Context $Context -WithPackage
$null = New-ImgImage -Name 'Real' -Path $copy -AcceptEula
$package = Get-ImgUpdatePackage -LiteralPath $Context.Package
$line = @{ uniqueId = [guid]::NewGuid().ToString(); title = "Acceptance: $($package.ArticleId)"; articleId = $package.ArticleId; kind = $package.Kind; classification = 'Security Updates'; products = @((Get-ImgImage 'Real' | Get-ImgImageIndex | Select-Object -First 1).Family); datePosted = [DateTime]::UtcNow.ToString('o'); architecture = $package.Architecture }
$line.files = @(@{ name = [System.IO.Path]::GetFileName($Context.Package); size = (Get-Item -LiteralPath $Context.Package).Length; sha256 = (Get-Digest -Path $Context.Package).ToLowerInvariant() })
$catalog = Join-Path -Path $Context.Folder -ChildPath 'catalog.jsonl'
[System.IO.File]::WriteAllText($catalog, (ConvertTo-Json -InputObject $line -Compress -Depth 4))
$null = Import-ImgUpdate -LiteralPath $catalog
$null = Add-ImgUpdateContent -LiteralPath $Context.Package -UniqueId $line.uniqueId
$run = Start-ImgServicing 'Real' -Update $line.uniqueId -Wait
Assert-That -Holds ($run.Status -eq 'Succeeded' -and -not $run.Rehearsal) -Otherwise "the run ended as $($run.Status)"
foreach ($index in $run.Proof.Indexes) {
    $told = (Get-WindowsImage -ImagePath $copy -Index $index.Index).Version
    Assert-That -Holds ($told.EndsWith($index.After)) -Otherwise "index $($index.Index): the proof says $($index.After), DISM says $told"
}
"$($run.Proof.Indexes[0].Before) -> $($run.Proof.Indexes[0].After)"
