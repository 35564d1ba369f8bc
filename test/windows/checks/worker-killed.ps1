<#
.SYNOPSIS
A worker that taskkill ends in the middle of a run is recovered by the next one, and no process of it is left.
#>
param([Parameter(Mandatory)] [hashtable] $Context)

# Before the engine starts: it knows the environment of its start.
$env:IMGUPDATE_DISM_PACE = '20'
New-RehearsalMonth -Context $Context
try {
    $run = Start-ImgServicing 'Acceptance' -Latest
    $worker = $null
    for ($attempt = 0; $null -eq $worker -and $attempt -lt 100; $attempt++) {
        Start-Sleep -Milliseconds 200
        $worker = Get-CimInstance -ClassName Win32_Process -Filter "Name = 'node.exe'" |
            Where-Object { $_.CommandLine -like '*imgupdate.cjs*worker*run*' -and $_.CommandLine -like '*acceptance*' } | Select-Object -First 1
    }
    Assert-That -Holds ($null -ne $worker) -Otherwise 'no worker was seen'
    & taskkill.exe /F /PID $worker.ProcessId | Out-Null
} finally {
    $env:IMGUPDATE_DISM_PACE = $null
}
$null = Invoke-Engine -Command worker, run -Request @{ once = $true }
$after = Get-ImgServicing -RunId $run.RunId
Assert-That -Holds ($after.Status -eq 'Succeeded') -Otherwise "the run ended as $($after.Status)"
$left = @(Get-CimInstance -ClassName Win32_Process | Where-Object { $_.CommandLine -like "*$($run.RunId)*" })
Assert-That -Holds ($left.Count -eq 0) -Otherwise "$($left.Count) processes of the run are left"
"attempt $($after.Attempt)"
