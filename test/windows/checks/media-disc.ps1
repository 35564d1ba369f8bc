<#
.SYNOPSIS
Media that was taken out of a disc becomes a disc again; Windows mounts it, and every file on it is the one of the folder.
#>
param([Parameter(Mandatory)] [hashtable] $Context)

$media = Assert-RealMedia -Context $Context
$disc = Join-Path -Path $Context.Folder -ChildPath 'out.iso'
$made = Export-ImgMedia -LiteralPath $media -DestinationPath $disc
$mounted = Mount-DiskImage -ImagePath $disc -Access ReadOnly -PassThru
try {
    $root = "$(($mounted | Get-Volume).DriveLetter):\"
    $files = @(Get-ChildItem -LiteralPath $media -Recurse -File -Force | Where-Object -Property FullName -NotLike '*\.imgupdate\*')
    foreach ($file in $files) {
        $there = Join-Path -Path $root -ChildPath $file.FullName.Substring($media.Length + 1)
        $same = (Test-Path -LiteralPath $there) -and (Get-Digest -Path $there) -eq (Get-Digest -Path $file.FullName)
        Assert-That -Holds $same -Otherwise "$there is not the file of the folder"
    }
} finally {
    $null = Dismount-DiskImage -ImagePath $disc
}
"$($files.Count) files, written by $($made.Tool)"
