# One bar for all work of the engine; its activity is the image (or file) that is worked on.
$script:ProgressId = 26100
$script:ProgressActivity = 'ImgUpdate'
# What was drawn last, by the id of the bar.
$script:ProgressDrawn = @{}

function Write-ImgEvent {
    <#
    .SYNOPSIS
    Passes an event of the engine to the streams of PowerShell. Outputs whether a progress bar was drawn.
    #>
    [CmdletBinding()]
    [OutputType([bool])]
    param(
        [Parameter(Mandatory)] [psobject] $EngineEvent,
        [string] $Activity = '',
        # Bars of several runs by their ids: Id, ParentId and Activity of each.
        [System.Collections.IDictionary] $Bar = @{}
    )

    if ($null -ne $EngineEvent.Progress) {
        $share = 0
        if ($EngineEvent.Progress.Total -gt 0) {
            $share = [int][math]::Max(0, [math]::Min(100, [math]::Floor(100 * $EngineEvent.Progress.Done / $EngineEvent.Progress.Total)))
        }
        $own = $Bar["$($EngineEvent.RunId)"]
        if ($null -ne $own) {
            # Its message begins with the name of the image, which the bar shows already.
            $status = "$($EngineEvent.Message)" -replace "^$([regex]::Escape($own.Activity)): ", ''
            Write-ImgProgress -Bar $own -Activity $own.Activity -Status $status -Percent $share
        } else {
            Write-ImgProgress -Activity $Activity -Status $EngineEvent.Message -Percent $share
        }
        return $true
    }
    # An entry of a log that is followed is output as an object.
    if ($EngineEvent.Type -eq 'log.entry') {
        return $false
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
    Draws the progress bar of the module, or that of one of several runs below it.
    #>
    [CmdletBinding()]
    param(
        [string] $Activity,
        [string] $Status,
        [int] $Percent,
        # Id and ParentId of another bar than that of the module.
        [System.Collections.IDictionary] $Bar = @{ Id = $script:ProgressId; ParentId = -1 }
    )

    if (-not $Activity) {
        $Activity = 'ImgUpdate'
    }
    if (-not $Status) {
        $Status = ' '
    }
    # Windows PowerShell draws slowly: at most five times a second, unless the text is another.
    $drawn = $script:ProgressDrawn[$Bar.Id]
    if ($null -eq $drawn) {
        $drawn = @{ Text = ''; At = [System.Diagnostics.Stopwatch]::StartNew() }
        $script:ProgressDrawn[$Bar.Id] = $drawn
    }
    if ($drawn.Text -eq "$Activity|$Status" -and $drawn.At.ElapsedMilliseconds -lt 200) {
        return
    }
    $drawn.Text = "$Activity|$Status"
    $drawn.At.Restart()
    if ($Bar.Id -eq $script:ProgressId) {
        $script:ProgressActivity = $Activity
    }
    Write-Progress -Id $Bar.Id -ParentId $Bar.ParentId -Activity $Activity -Status $Status -PercentComplete $Percent
}
