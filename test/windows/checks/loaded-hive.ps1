<#
.SYNOPSIS
A registry hive of the mounted image that is loaded keeps it from being unmounted: it is unloaded, the run succeeds, and a hive from elsewhere stays.
#>
param([Parameter(Mandatory)] [hashtable] $Context)

Assert-Elevated -Context $Context
# The tool rests in the middle of its work, so that there is time to load hives. Set before the engine starts.
$plan = Join-Path -Path $Context.Folder -ChildPath 'faults.json'
[System.IO.File]::WriteAllText($plan, '[{"command":"Add-Package","atPercent":30,"do":"silence","milliseconds":20000,"times":1}]')
$env:IMGUPDATE_DISM_FAULTS = $plan
$reg = Join-Path -Path $env:SystemRoot -ChildPath 'System32\reg.exe'
$keys = @()
try {
    New-RehearsalMonth -Context $Context
    $run = Start-ImgServicing 'Acceptance' -Latest
    $name = "ImgUpdate_OfflineImageServicing\$($run.RunId.Substring($run.RunId.Length - 12))\mount1\Windows\System32\config"
    $config = $null
    for ($attempt = 0; $null -eq $config -and $attempt -lt 300; $attempt++) {
        Start-Sleep -Milliseconds 200
        $busy = (Get-ImgServicing -RunId $run.RunId).Steps | Where-Object { $_.Kind -eq 'add-update' -and $_.Status -eq 'Running' }
        if ($busy) {
            $config = Get-PSDrive -PSProvider FileSystem | ForEach-Object { Join-Path -Path $_.Root -ChildPath $name } |
                Where-Object { Test-Path -LiteralPath $_ } | Select-Object -First 1
        }
    }
    Assert-That -Holds ($null -ne $config) -Otherwise 'no mount of the run was seen'
    foreach ($folder in $config, $Context.Folder) {
        $file = Join-Path -Path $folder -ChildPath 'IMGUPDATE'
        $null = & $reg save HKCU\Environment $file /y
        $key = "{$([guid]::NewGuid())}$($file -replace '\\', '/')"
        $null = & $reg load "HKLM\$key" $file
        Assert-That -Holds ($LASTEXITCODE -eq 0) -Otherwise "$file could not be loaded"
        $keys += $key
    }
    $null = Wait-ImgServicing -RunId $run.RunId -ErrorAction SilentlyContinue
    $after = Get-ImgServicing -RunId $run.RunId
    $left = @($keys | Where-Object { Test-Path -LiteralPath "Registry::HKEY_LOCAL_MACHINE\$_" })
    $said = @(Get-ImgServicingLog -RunId $run.RunId | Where-Object { $_.Message -like 'Unloaded the registry hive*' })
} finally {
    $env:IMGUPDATE_DISM_FAULTS = $null
    # Registry handles of this process would keep them loaded.
    [System.GC]::Collect()
    [System.GC]::WaitForPendingFinalizers()
    $ErrorActionPreference = 'Continue'
    foreach ($key in $keys) { $null = & $reg unload "HKLM\$key" 2>&1 }
    $ErrorActionPreference = 'Stop'
}
Assert-That -Holds ($after.Status -eq 'Succeeded') -Otherwise "the run ended as $($after.Status)"
Assert-That -Holds ($said.Count -eq 1) -Otherwise "the log tells of $($said.Count) hives"
Assert-That -Holds ($left.Count -eq 1 -and $left[0] -eq $keys[1]) -Otherwise "$($left.Count) of two hives are left: $left"
