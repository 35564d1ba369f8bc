function Wait-ImgServicing {
    <#
    .SYNOPSIS
    Follows runs to their end.
    .DESCRIPTION
    Shows the progress of all runs in one view and outputs each when it has ended. A run that failed or was cancelled also
    gives an error.
    .PARAMETER InputObject
    From the pipeline: runs, or images and schedules whose open runs are meant.
    .PARAMETER RunId
    Ids of runs.
    .PARAMETER Timeout
    Seconds to wait at most. The runs go on.
    .INPUTS
    Img.ServicingRun, Img.Image, Img.UpdateSchedule
    .OUTPUTS
    Img.ServicingRun
    .EXAMPLE
    Start-ImgServicing -Name 'Windows 11 Enterprise' -Latest | Wait-ImgServicing

    Starts a run and waits for its end.
    .EXAMPLE
    Get-ImgServicing -Status Running | Wait-ImgServicing -Timeout 3600

    Waits at most an hour for the runs that are under way, and shows how far each of them is.
    .LINK
    Get-ImgServicing
    #>
    [CmdletBinding(DefaultParameterSetName = 'ByRun')]
    [OutputType('Img.ServicingRun')]
    param(
        [Parameter(Mandatory, ValueFromPipeline, ParameterSetName = 'ByValue')] [psobject] $InputObject,
        [Parameter(Mandatory, Position = 0, ParameterSetName = 'ByRun')] [string[]] $RunId,
        [ValidateRange(1, 2147483647)] [int] $Timeout
    )

    begin {
        $ids = New-Object System.Collections.Generic.List[string]
    }

    process {
        foreach ($id in Get-ImgRunId -Cmdlet $PSCmdlet -Bound $PSBoundParameters -Open) {
            $ids.Add($id)
        }
    }

    end {
        if ($ids.Count -gt 0) {
            Wait-ImgRun -Cmdlet $PSCmdlet -RunId $ids -Timeout $Timeout
        }
    }
}
