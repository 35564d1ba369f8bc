<#
.SYNOPSIS
Test-ImgEnvironment tells elevation, dism.exe, long paths and rights of the site as Windows itself shows them.
#>
param([Parameter(Mandatory)] [hashtable] $Context)

$checks = @(Test-ImgEnvironment)
$elevation = $checks | Where-Object -Property Id -EQ 'Elevation'
Assert-That -Holds (($elevation.Status -eq 'ok') -eq $Context.Elevated) -Otherwise "elevation is told as $($elevation.Status)"
$told = ($checks | Where-Object -Property Id -EQ 'ServicingTool').Message
$version = (Get-Item -LiteralPath "$env:SystemRoot\System32\dism.exe").VersionInfo
Assert-That -Holds ($told -like "*$($version.FileBuildPart)*") -Otherwise "dism is told as: $told"
($checks | ForEach-Object { "$($_.Id) $($_.Status)" }) -join ', '
