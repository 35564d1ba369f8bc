function Wait-ImgRun {
    <#
    .SYNOPSIS
    Follows runs to their ends and outputs each when it has ended. One run has a progress bar of its own, several have one
    each below a common one. A run that failed or was cancelled also gives an error.
    #>
    [CmdletBinding()]
    [OutputType([psobject])]
    param(
        [Parameter(Mandatory)] [System.Management.Automation.PSCmdlet] $Cmdlet,
        [Parameter(Mandatory)] [string[]] $RunId,
        # Seconds; 0 waits as long as it takes.
        [int] $Timeout = 0,
        [object] $Target
    )

    $clock = [System.Diagnostics.Stopwatch]::StartNew()
    $view = New-ImgRunView -RunId $RunId
    $open = @($view.RunId)
    $problem = $null
    try {
        while ($open.Count -gt 0) {
            $left = @()
            foreach ($id in $open) {
                $of = $Target
                if ($null -eq $of) { $of = $id }
                $shown = Invoke-ImgEngine -Cmdlet $Cmdlet -Method run.show -Request @{ runId = $id } -Target $of
                if ($null -eq $shown) {
                    Complete-ImgRunBar -View $view -RunId $id
                } elseif ($null -eq $problem -and 'Pending', 'Running' -contains $shown.Run.Status) {
                    Write-ImgRunBar -View $view -Run $shown.Run
                    $left += $id
                } else {
                    Complete-ImgRunBar -View $view -RunId $id
                    Write-ImgRunEnd -Cmdlet $Cmdlet -Run $shown.Run -Problem $problem
                }
            }
            $open = $left
            if ($open.Count -eq 0) {
                break
            }
            $slice = 1
            if ($Timeout -gt 0) {
                $slice = [math]::Max(0.1, [math]::Min(1, $Timeout - $clock.Elapsed.TotalSeconds))
            }
            $request = [ordered]@{ runId = $open[0]; runIds = @($open | Select-Object -Skip 1); timeout = $slice }
            $answer = Send-ImgRequest -Cmdlet $Cmdlet -Method run.wait -Request $request -Activity $view.Activity -Bar $view.Bars -KeepProgress
            $found = $answer.Error.Data
            $isOver = $Timeout -gt 0 -and $clock.Elapsed.TotalSeconds -ge $Timeout
            # What several runs came to is asked of each; a time that is over, or the problem of one run, is told with it.
            if ($null -ne $found -and ($found.Id -ne 'ImgOperationTimeout' -or $isOver)) {
                $problem = $found
            }
        }
    } catch {
        $Cmdlet.ThrowTerminatingError($_)
    } finally {
        foreach ($id in $open) {
            Complete-ImgRunBar -View $view -RunId $id
        }
        Write-Progress -Id $script:ProgressId -Activity $script:ProgressActivity -Completed
    }
}

function New-ImgRunView {
    <#
    .SYNOPSIS
    Makes what the bars of runs are drawn from: their ids, each once, and with several of them a bar for each.
    #>
    [CmdletBinding()]
    [OutputType([hashtable])]
    [Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseShouldProcessForStateChangingFunctions', '', Justification = 'It only makes a table.')]
    param([Parameter(Mandatory)] [string[]] $RunId)

    $ids = @($RunId | Select-Object -Unique)
    $view = @{ RunId = $ids; Bars = @{}; Percent = @{}; Ended = 0; Activity = ''; Several = $ids.Count -gt 1 }
    if ($view.Several) {
        $view.Activity = "$($ids.Count) runs"
    }
    $view
}

function Write-ImgRunBar {
    <#
    .SYNOPSIS
    Draws how far a run has come: as the bar of the module, or as one below it.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)] [hashtable] $View,
        [Parameter(Mandatory)] [psobject] $Run
    )

    $percent = [math]::Max(0, [math]::Min(100, [int]$Run.PercentComplete))
    if (-not $View.Several) {
        $View.Activity = "$($Run.ImageName)"
        Write-ImgProgress -Activity $View.Activity -Status "$($Run.Phase)" -Percent $percent
        return
    }
    $id = $Run.RunId
    $View.Percent[$id] = $percent
    Write-ImgRunViewBar -View $View
    if (-not $View.Bars.ContainsKey($id)) {
        $number = 1 + [array]::IndexOf($View.RunId, $id)
        $View.Bars[$id] = @{ Id = $script:ProgressId + $number; ParentId = $script:ProgressId; Activity = "$($Run.ImageName)" }
    }
    Write-ImgProgress -Bar $View.Bars[$id] -Activity $View.Bars[$id].Activity -Status "$($Run.Phase)" -Percent $percent
}

function Complete-ImgRunBar {
    <#
    .SYNOPSIS
    Takes the bar of a run that is no longer followed away.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)] [hashtable] $View,
        [Parameter(Mandatory)] [string] $RunId
    )

    if (-not $View.Several) {
        return
    }
    $View.Ended++
    $View.Percent[$RunId] = 100
    $bar = $View.Bars[$RunId]
    if ($null -ne $bar) {
        Write-Progress -Id $bar.Id -ParentId $bar.ParentId -Activity $bar.Activity -Completed
        $View.Bars.Remove($RunId)
    }
    Write-ImgRunViewBar -View $View
}

function Write-ImgRunViewBar {
    <#
    .SYNOPSIS
    Draws the common bar of several runs: how many have ended, and how far they are together.
    #>
    [CmdletBinding()]
    param([Parameter(Mandatory)] [hashtable] $View)

    $sum = ($View.Percent.Values | Measure-Object -Sum).Sum
    Write-ImgProgress -Activity $View.Activity -Status "$($View.Ended) of $($View.RunId.Count) ended" -Percent ([int]($sum / $View.RunId.Count))
}

function Write-ImgRunEnd {
    <#
    .SYNOPSIS
    Outputs a run, and writes what went wrong in it. Problem is one of the waiting: it stands before those of the run.
    #>
    [CmdletBinding()]
    [OutputType([psobject])]
    param(
        [Parameter(Mandatory)] [System.Management.Automation.PSCmdlet] $Cmdlet,
        [Parameter(Mandatory)] [psobject] $Run,
        [psobject] $Problem
    )

    $isOpen = 'Pending', 'Running' -contains $Run.Status
    $own = $null
    if ($isOpen -or ($null -ne $Problem -and $Problem.Instance -eq $Run.RunId)) {
        $own = $Problem
    }
    if (-not $isOpen -and 'Failed', 'Canceled' -contains $Run.Status) {
        $first = @($Run.Errors)[0]
        if ($null -ne $first) { $own = $first }
    }
    Write-ImgRunError -Cmdlet $Cmdlet -Run $Run -Problem $own
    ConvertTo-ImgObject -TypeName Img.ServicingRun -InputObject $Run
}

function Write-ImgRunError {
    <#
    .SYNOPSIS
    Writes what went wrong in a run: an error when it did not succeed, warnings when it succeeded with errors.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)] [System.Management.Automation.PSCmdlet] $Cmdlet,
        [Parameter(Mandatory)] [psobject] $Run,
        [psobject] $Problem
    )

    if ($null -ne $Problem) {
        Write-ImgError -Cmdlet $Cmdlet -Record (ConvertTo-ImgErrorRecord -Problem $Problem -Target $Run.RunId)
    } elseif ('Failed', 'Canceled' -contains $Run.Status) {
        Write-ImgError -Cmdlet $Cmdlet -Record (New-ImgError -Id ImgRunUnfinished -Message "The run of '$($Run.ImageName)' is $($Run.Status)." -Target $Run.RunId)
    } else {
        foreach ($item in $Run.Errors) {
            if ($null -ne $item) {
                Write-Warning -Message $item.Detail
            }
        }
    }
}
