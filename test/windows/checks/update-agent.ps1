<#
.SYNOPSIS
The Windows Update Agent is asked what is missing (Install-ImgUpdate -WhatIf); nothing is installed.
#>
param([Parameter(Mandatory)] [hashtable] $Context)

Assert-That -Holds (Test-Path -LiteralPath $Context.Folder) -Otherwise 'the check has no folder'
$problem = $null
$step = Install-ImgUpdate -WhatIf -ErrorVariable problem -ErrorAction SilentlyContinue
Assert-That -Holds ($null -ne $step) -Otherwise "the agent could not be asked: $problem"
Assert-That -Holds ($step.Status -eq 'Scanned' -and -not $step.Applied) -Otherwise "the scan ended as $($step.Status)"
$step.Detail
