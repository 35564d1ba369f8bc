<#
.SYNOPSIS
A WSUS of this machine is a source: its module answers in Windows PowerShell 5.1, and where it is missing the source says so.
#>
param([Parameter(Mandatory)] [hashtable] $Context)

Assert-That -Holds (Test-Path -LiteralPath $Context.Folder) -Otherwise 'the check has no folder'
$null = New-ImgUpdateSource -Name 'acceptance-wsus' -Type Wsus
$checks = @(Test-ImgUpdateSource -Name 'acceptance-wsus')
$told = ($checks | ForEach-Object { "$($_.Status) $($_.Message)" }) -join ' '
$module = Get-Module -ListAvailable -Name UpdateServices
if (-not $module) {
    Assert-That -Holds ($told -like '*UpdateServices*') -Otherwise "without the module the source says: $told"
    "without the module: $told"
} else {
    Assert-That -Holds (Test-ImgUpdateSource -Name 'acceptance-wsus' -Quiet) -Otherwise "with the module the source says: $told"
    "with the module: $told"
}
