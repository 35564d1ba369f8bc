# One bar for all work of the engine; its activity is the image (or file) that is worked on.
$script:ProgressId = 26100
$script:ProgressActivity = 'ImgUpdate'
$script:ProgressDrawn = @{ Text = ''; At = [System.Diagnostics.Stopwatch]::StartNew() }

function Write-ImgEvent {
    <#
    .SYNOPSIS
    Passes an event of the engine to the streams of PowerShell. Outputs whether a progress bar was drawn.
    #>
    [CmdletBinding()]
    [OutputType([bool])]
    param(
        [Parameter(Mandatory)] [psobject] $EngineEvent,
        [string] $Activity = ''
    )

    if ($null -ne $EngineEvent.Progress) {
        $share = 0
        if ($EngineEvent.Progress.Total -gt 0) {
            $share = [int][math]::Max(0, [math]::Min(100, [math]::Floor(100 * $EngineEvent.Progress.Done / $EngineEvent.Progress.Total)))
        }
        Write-ImgProgress -Activity $Activity -Status $EngineEvent.Message -Percent $share
        return $true
    }
    switch ($EngineEvent.Level) {
        'warning' { Write-Warning -Message $EngineEvent.Message }
        'debug' { Write-Debug -Message $EngineEvent.Message }
        # A problem is followed by the answer that carries it.
        'error' { if ($EngineEvent.Type -ne 'problem') { Write-Warning -Message $EngineEvent.Message } }
        default {
            if ($null -ne $EngineEvent.Step -or $EngineEvent.Type -like 'run.*') {
                Write-Information -MessageData $EngineEvent.Message -Tags 'ImgUpdate', $EngineEvent.Type
            }
            Write-Verbose -Message $EngineEvent.Message
        }
    }
    $false
}

function Write-ImgProgress {
    <#
    .SYNOPSIS
    Draws the progress bar of the module.
    #>
    [CmdletBinding()]
    param(
        [string] $Activity,
        [string] $Status,
        [int] $Percent
    )

    if (-not $Activity) {
        $Activity = 'ImgUpdate'
    }
    if (-not $Status) {
        $Status = ' '
    }
    # Windows PowerShell draws slowly: at most five times a second, unless the text is another.
    $drawn = $script:ProgressDrawn
    if ($drawn.Text -eq "$Activity|$Status" -and $drawn.At.ElapsedMilliseconds -lt 200) {
        return
    }
    $drawn.Text = "$Activity|$Status"
    $drawn.At.Restart()
    $script:ProgressActivity = $Activity
    Write-Progress -Id $script:ProgressId -Activity $Activity -Status $Status -PercentComplete $Percent
}
