<#
.SYNOPSIS
Every file of the image is verified, and its packages are those that Get-WindowsPackage lists of a mount.
#>
param([Parameter(Mandatory)] [hashtable] $Context)

$copy = Assert-RealImage -Context $Context
$verified = Test-ImgImage -LiteralPath $copy -Detailed
Assert-That -Holds ($verified.Ok) -Otherwise "Test-ImgImage found: $($verified.Bad | ConvertTo-Json -Compress)"
$mount = Join-Path -Path $Context.Folder -ChildPath 'mount'
$null = New-Item -Path $mount -ItemType Directory
$null = Mount-WindowsImage -ImagePath $copy -Index 1 -Path $mount -ReadOnly
try {
    $theirs = @(Get-WindowsPackage -Path $mount | ForEach-Object -MemberName PackageName | Sort-Object)
} finally {
    $null = Dismount-WindowsImage -Path $mount -Discard
}
$ours = @(Invoke-Engine -Command image, inspect -Request @{ path = $copy; index = 1; packages = $true } |
        ForEach-Object { $_.indexes[0].packages } | ForEach-Object -MemberName identity | Sort-Object)
$differing = @(Compare-Object -ReferenceObject $theirs -DifferenceObject $ours)
Assert-That -Holds ($differing.Count -eq 0) -Otherwise "$($differing.Count) packages differ, first $($differing[0].InputObject)"
"$($ours.Count) packages"
