function Stop-ImgServicing {
    <#
    .SYNOPSIS
    Cancels runs.
    .DESCRIPTION
    The registered image stays as it was. Without -Wait the cmdlet returns when the run has been told to stop.
    .PARAMETER InputObject
    From the pipeline: runs, or images and schedules whose open runs shall stop.
    .PARAMETER RunId
    Ids of runs.
    .PARAMETER Wait
    Waits until the run has ended.
    .PARAMETER Timeout
    With -Wait: seconds to wait at most.
    .PARAMETER PassThru
    Outputs the run.
    .INPUTS
    Img.ServicingRun, Img.Image, Img.UpdateSchedule
    .OUTPUTS
    None, or Img.ServicingRun with -PassThru
    .EXAMPLE
    Get-ImgServicing -Status Running | Stop-ImgServicing

    Cancels everything that is running.
    .EXAMPLE
    Get-ImgImage 'Windows 11 Enterprise' | Stop-ImgServicing -Wait -PassThru

    Cancels the run of an image, waits for its end and shows it.
    .LINK
    Start-ImgServicing
    #>
    [CmdletBinding(SupportsShouldProcess, DefaultParameterSetName = 'ByRun')]
    [OutputType('Img.ServicingRun')]
    param(
        [Parameter(Mandatory, ValueFromPipeline, ParameterSetName = 'ByValue')] [psobject] $InputObject,
        [Parameter(Mandatory, Position = 0, ParameterSetName = 'ByRun')] [Alias('Id')] [string[]] $RunId,
        [switch] $Wait,
        [ValidateRange(1, 2147483647)] [int] $Timeout,
        [switch] $PassThru
    )

    process {
        foreach ($id in Get-ImgRunId -Cmdlet $PSCmdlet -Bound $PSBoundParameters -Open) {
            $label = Get-ImgRunText -Cmdlet $PSCmdlet -RunId $id
            if (-not $label -or -not $PSCmdlet.ShouldProcess($label, 'Stop')) {
                continue
            }
            $request = [ordered]@{ runId = $id; wait = [bool]$Wait }
            if ($PSBoundParameters.ContainsKey('Timeout')) { $request['timeout'] = $Timeout }
            $result = Invoke-ImgEngine -Cmdlet $PSCmdlet -Method run.stop -Request $request -Target $id -Activity "Run $id"
            if ($PassThru -and $null -ne $result) {
                ConvertTo-ImgObject -TypeName Img.ServicingRun -InputObject $result.Run
            }
        }
    }
}
