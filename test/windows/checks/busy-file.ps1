<#
.SYNOPSIS
A run whose image another program holds open without sharing ends with ImgImageBusy after a minute; nothing is lost.
#>
param([Parameter(Mandatory)] [hashtable] $Context)

New-RehearsalMonth -Context $Context
$path = (Get-ImgImage 'Acceptance').Path
$before = Get-Digest -Path $path
$held = [System.IO.File]::Open($path, 'Open', 'Read', 'Read')
try {
    $problem = $null
    $null = Start-ImgServicing 'Acceptance' -Latest -Wait -ErrorAction SilentlyContinue -ErrorVariable problem
} finally {
    $held.Dispose()
}
Assert-That -Holds ("$($problem[0].FullyQualifiedErrorId)" -like 'ImgImageBusy*') -Otherwise "the error is $($problem[0].FullyQualifiedErrorId)"
Assert-That -Holds ((Get-Digest -Path $path) -eq $before) -Otherwise 'the file was changed'
$run = Start-ImgServicing 'Acceptance' -Latest -Wait
Assert-That -Holds ($run.Status -eq 'Succeeded') -Otherwise "the next run ended as $($run.Status)"
