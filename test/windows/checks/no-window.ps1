<#
.SYNOPSIS
A worker that is started for -RunNow shows no window.
#>
param([Parameter(Mandatory)] [hashtable] $Context)

# Before the engine starts: it knows the environment of its start.
$env:IMGUPDATE_DISM_PACE = '20'
New-RehearsalMonth -Context $Context
try {
    $run = Start-ImgServicing 'Acceptance' -Latest
    Start-Sleep -Seconds 2
    $windows = @(Get-Process -Name node, conhost -ErrorAction Ignore | Where-Object { $_.MainWindowHandle -ne 0 -and $_.StartTime -gt (Get-Date).AddSeconds(-10) })
    Assert-That -Holds ($windows.Count -eq 0) -Otherwise "a window of $($windows[0].ProcessName) is shown"
} finally {
    $env:IMGUPDATE_DISM_PACE = $null
    $null = Wait-ImgServicing -RunId $run.RunId -Timeout 120
}
