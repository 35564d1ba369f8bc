<#
.SYNOPSIS
An ESD file that was exported from the image is read by DISM; the WIM file that DISM exports from it holds the same files.
#>
param([Parameter(Mandatory)] [hashtable] $Context)

$copy = Assert-RealImage -Context $Context
$esd = Join-Path -Path $Context.Folder -ChildPath 'solid.esd'
$back = Join-Path -Path $Context.Folder -ChildPath 'back.wim'
$null = Export-ImgImage -LiteralPath $copy -Index 1 -DestinationPath $esd -CheckIntegrity
$null = Export-WindowsImage -SourceImagePath $esd -SourceIndex 1 -DestinationImagePath $back -CheckIntegrity
$verified = Test-ImgImage -LiteralPath $back -Detailed
Assert-That -Holds ($verified.Ok) -Otherwise "Test-ImgImage found: $($verified.Bad | ConvertTo-Json -Compress)"
$lists = foreach ($file in $copy, $back) {
    $found = Invoke-Engine -Command image, files -Request @{ path = $file; index = 1; limit = 1000000 }
    , @($found.entries | ForEach-Object -Process { "$($_.path) $($_.size) $($_.sha1)" })
}
$differing = @(Compare-Object -ReferenceObject $lists[0] -DifferenceObject $lists[1])
Assert-That -Holds ($differing.Count -eq 0) -Otherwise "$($differing.Count) files differ, first $($differing[0].InputObject)"
$share = (Get-Item -LiteralPath $esd).Length / (Get-Item -LiteralPath $copy).Length
'{0} files, the ESD has {1:p0} of the bytes of the image' -f $lists[0].Count, $share
