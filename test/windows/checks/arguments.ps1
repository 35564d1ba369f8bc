<#
.SYNOPSIS
Paths with blanks, quotes' places and a trailing backslash reach dism.exe as one argument each.
#>
param([Parameter(Mandatory)] [hashtable] $Context)

$copy = Assert-RealImage -Context $Context
$folder = Join-Path -Path $Context.Folder -ChildPath "it's a folder & 100 % (x)"
$null = New-Item -Path $folder -ItemType Directory
$moved = Join-Path -Path $folder -ChildPath 'install file.wim'
Move-Item -LiteralPath $copy -Destination $moved
$null = New-ImgImage -Name 'Real' -Path $moved -AcceptEula
Set-ImgConfiguration -ServicingDrive "$folder\"
$check = Test-ImgImage -LiteralPath $moved
Assert-That -Holds ([bool]$check) -Otherwise 'the image was not read'
$listed = & dism.exe /English /Get-ImageInfo "/ImageFile:$moved"
Assert-That -Holds ($LASTEXITCODE -eq 0) -Otherwise "dism.exe ended with $LASTEXITCODE : $($listed | Select-Object -Last 3)"
