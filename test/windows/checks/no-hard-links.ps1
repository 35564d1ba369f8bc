<#
.SYNOPSIS
On a volume without hard links (exFAT in a virtual disk) the version before is kept as a copy.
#>
param([Parameter(Mandatory)] [hashtable] $Context)

Assert-Elevated -Context $Context
$disk = Join-Path -Path $Context.Folder -ChildPath 'disk.vhdx'
$folder = Join-Path -Path $Context.Folder -ChildPath 'volume'
$null = New-Item -Path $folder -ItemType Directory
$script = Join-Path -Path $Context.Folder -ChildPath 'diskpart.txt'
$make = "create vdisk file=`"$disk`" maximum=512 type=expandable", 'attach vdisk', 'create partition primary', 'format fs=exfat quick', "assign mount=`"$folder`""
[System.IO.File]::WriteAllLines($script, [string[]]$make)
& diskpart.exe /s $script | Out-Null
try {
    New-RehearsalMonth -Context $Context -Path "$folder\install.wim"
    $before = Get-Digest -Path "$folder\install.wim"
    $run = Start-ImgServicing 'Acceptance' -Latest -Wait
    Assert-That -Holds ($run.Status -eq 'Succeeded') -Otherwise "the run ended as $($run.Status)"
    $kept = @(Get-ChildItem -LiteralPath "$folder\.imgupdate" -Recurse -Filter '1.wim' -Force)
    Assert-That -Holds ($kept.Count -eq 1 -and (Get-Digest -Path $kept[0].FullName) -eq $before) -Otherwise 'the version before was not kept'
} finally {
    & (Get-Module -Name ImgUpdate) { Disconnect-ImgEngine }
    [System.IO.File]::WriteAllLines($script, [string[]]@("select vdisk file=`"$disk`"", 'detach vdisk'))
    & diskpart.exe /s $script | Out-Null
}
