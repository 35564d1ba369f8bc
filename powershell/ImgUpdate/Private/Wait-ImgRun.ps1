function Wait-ImgRun {
    <#
    .SYNOPSIS
    Follows a run to its end with a progress bar and outputs it. A run that failed or was cancelled also gives an error.
    #>
    [CmdletBinding()]
    [OutputType([psobject])]
    param(
        [Parameter(Mandatory)] [System.Management.Automation.PSCmdlet] $Cmdlet,
        [Parameter(Mandatory)] [string] $RunId,
        # Seconds; 0 waits as long as it takes.
        [int] $Timeout = 0,
        [object] $Target
    )

    $clock = [System.Diagnostics.Stopwatch]::StartNew()
    $run = $null
    $problem = $null
    try {
        while ($true) {
            $shown = Invoke-ImgEngine -Cmdlet $Cmdlet -Method run.show -Request @{ runId = $RunId } -Target $Target
            if ($null -eq $shown) {
                return
            }
            $run = $shown.Run
            Write-ImgProgress -Activity "$($run.ImageName)" -Status "$($run.Phase)" -Percent ([math]::Max(0, [math]::Min(100, [int]$run.PercentComplete)))
            $slice = 1
            if ($Timeout -gt 0) {
                $slice = [math]::Max(0.1, [math]::Min(1, $Timeout - $clock.Elapsed.TotalSeconds))
            }
            $answer = Send-ImgRequest -Cmdlet $Cmdlet -Method run.wait -Request @{ runId = $RunId; timeout = $slice } -Activity "$($run.ImageName)" -KeepProgress
            if ($null -eq $answer.Error) {
                $run = $answer.Result.Run
                break
            }
            $problem = $answer.Error.Data
            if ($problem.Id -ne 'ImgOperationTimeout') {
                break
            }
            if ($Timeout -gt 0 -and $clock.Elapsed.TotalSeconds -ge $Timeout) {
                break
            }
            $problem = $null
        }
    } catch {
        $Cmdlet.ThrowTerminatingError($_)
    } finally {
        Write-Progress -Id $script:ProgressId -Activity $script:ProgressActivity -Completed
    }

    if ($null -ne $problem) {
        $shown = Invoke-ImgEngine -Cmdlet $Cmdlet -Method run.show -Request @{ runId = $RunId } -Target $Target
        $run = $shown.Run
    } elseif ('Failed', 'Canceled' -contains $run.Status) {
        $problem = @($run.Errors)[0]
    }
    Write-ImgRunError -Cmdlet $Cmdlet -Run $run -Problem $problem
    ConvertTo-ImgObject -TypeName Img.ServicingRun -InputObject $run
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
