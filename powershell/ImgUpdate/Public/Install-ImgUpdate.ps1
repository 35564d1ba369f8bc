function Install-ImgUpdate {
    <#
    .SYNOPSIS
    Installs software updates on this computer, as the task sequence step Install Software Updates does.
    .DESCRIPTION
    Asks the Windows Update Agent for what is missing, installs it and scans again until nothing is left. Called again
    after a restart, it goes on where it was. Works on Windows alone, in an elevated session.
    .PARAMETER Target
    All: what the update server offers. Mandatory: without updates that are optional.
    .PARAMETER CachedScan
    Every scan but the first evaluates cached scan results; $true when left out.
    .PARAMETER AcceptLicenseTerms
    Accepts the licence terms of updates. Without it, an update that has some is skipped.
    .PARAMETER Restart
    Restarts the computer where an update asks for it. Without it, the status is RestartRequired.
    .PARAMETER ScanTimeout
    Seconds that a scan may take; 3600 when left out.
    .PARAMETER LocationTimeout
    Seconds until the content must be located; 3600 when left out.
    .PARAMETER DownloadTimeout
    Seconds that the content of one update may take; 3600 when left out.
    .PARAMETER InactivePointTimeout
    Seconds that the place of the content may send nothing; 3600 when left out.
    .PARAMETER InactivityTimeout
    Seconds in which an installation may not move; 28800 when left out.
    .PARAMETER SecondRestartWait
    Seconds to wait after a restart, because an update may restart twice; 0 when left out.
    .PARAMETER RetryCount
    Unexpected restarts after which the step begins again; 2 when left out.
    .PARAMETER MaximumRounds
    Rounds after which updates that come back are a failure; 10 when left out.
    .INPUTS
    None
    .OUTPUTS
    Img.UpdateInstallation: Status, ReasonCode, Detail, Rounds, Updates, Applied
    .EXAMPLE
    (Install-ImgUpdate -WhatIf).Updates | Format-Table Title, Status, Reason

    Scans, and shows what would be installed.
    .EXAMPLE
    $step = Install-ImgUpdate -Target Mandatory -AcceptLicenseTerms -Confirm:$false

    Installs everything that is not optional; $step.Status says whether a restart is wanted.
    .LINK
    Start-ImgServicing
    #>
    [CmdletBinding(SupportsShouldProcess, ConfirmImpact = 'High')]
    [OutputType('Img.UpdateInstallation')]
    param(
        [ValidateSet('All', 'Mandatory')] [string] $Target,
        [bool] $CachedScan,
        [switch] $AcceptLicenseTerms,
        [switch] $Restart,
        [ValidateRange(1, 604800)] [int] $ScanTimeout,
        [ValidateRange(1, 604800)] [int] $LocationTimeout,
        [ValidateRange(1, 604800)] [int] $DownloadTimeout,
        [ValidateRange(1, 604800)] [int] $InactivePointTimeout,
        [ValidateRange(1, 604800)] [int] $InactivityTimeout,
        [ValidateRange(0, 604800)] [int] $SecondRestartWait,
        [ValidateRange(0, 5)] [int] $RetryCount,
        [ValidateRange(1, 100)] [int] $MaximumRounds
    )

    end {
        $request = [ordered]@{}
        foreach ($name in 'Target', 'CachedScan', 'ScanTimeout', 'LocationTimeout', 'DownloadTimeout', 'InactivePointTimeout', 'InactivityTimeout', 'SecondRestartWait', 'RetryCount', 'MaximumRounds') {
            if ($PSBoundParameters.ContainsKey($name)) {
                $request[$name.Substring(0, 1).ToLowerInvariant() + $name.Substring(1)] = $PSBoundParameters[$name]
            }
        }
        if ($AcceptLicenseTerms) { $request['acceptLicenseTerms'] = $true }
        if ($Restart) { $request['restart'] = $true }
        $isReal = $PSCmdlet.ShouldProcess([System.Environment]::MachineName, 'Install software updates')
        if (-not $isReal -and -not $WhatIfPreference) {
            return
        }
        $result = Invoke-ImgEngine -Cmdlet $PSCmdlet -Method update.install -Request $request -Target $Target -Activity 'Install software updates' -DryRun:(-not $isReal)
        if ($null -eq $result) {
            return
        }
        if ($result.Status -eq 'Failed') { $PSCmdlet.WriteWarning("The step failed: $($result.Detail)") }
        ConvertTo-ImgObject -TypeName Img.UpdateInstallation -InputObject $result
    }
}
