function Get-ImgServicingLog {
    <#
    .SYNOPSIS
    Reads the log of a run, or of the site.
    .DESCRIPTION
    The engine's log is written as OfflineServicingMgr.log is; the tool's is dism.log of the run.
    .PARAMETER InputObject
    From the pipeline: runs.
    .PARAMETER RunId
    Id of a run; default is the log of the site.
    .PARAMETER Source
    Engine (default) or Dism.
    .PARAMETER Tail
    Only the last so many entries.
    .PARAMETER Wait
    Follows the log: outputs entries as they are written, until the run has ended; of the site until it is interrupted.
    .PARAMETER Level
    Only entries of this level or worse: Error, Warning, Info.
    .INPUTS
    Img.ServicingRun
    .OUTPUTS
    Img.LogEntry
    .EXAMPLE
    Get-ImgServicing -Last 1 | Get-ImgServicingLog -Level Warning

    Shows warnings and errors of the newest run.
    .EXAMPLE
    Get-ImgServicingLog -Tail 20

    Shows the last twenty entries of the site's log.
    .EXAMPLE
    Start-ImgServicing 'Windows 11 Enterprise' -Latest | Get-ImgServicingLog -Tail 5 -Wait

    Starts a run and shows its log until it has ended.
    .LINK
    Get-ImgServicing
    #>
    [CmdletBinding(DefaultParameterSetName = 'ByRun')]
    [OutputType('Img.LogEntry')]
    param(
        [Parameter(Mandatory, ValueFromPipeline, ParameterSetName = 'ByValue')] [psobject] $InputObject,
        [Parameter(Position = 0, ParameterSetName = 'ByRun')] [string] $RunId,
        [ValidateSet('Engine', 'Dism')] [string] $Source,
        [ValidateRange(1, 2147483647)] [int] $Tail,
        [switch] $Wait,
        [ValidateSet('Error', 'Warning', 'Info')] [string] $Level
    )

    process {
        $request = [ordered]@{}
        if ($PSCmdlet.ParameterSetName -eq 'ByValue') {
            foreach ($id in Get-ImgRunId -Cmdlet $PSCmdlet -Bound $PSBoundParameters) { $request['runId'] = $id; break }
            if ($request.Count -eq 0) {
                return
            }
        } elseif ($RunId) {
            $request['runId'] = $RunId
        }
        if ($Source) { $request['source'] = $Source }
        if ($Level) { $request['level'] = $Level }
        if ($PSBoundParameters.ContainsKey('Tail')) { $request['tail'] = $Tail }
        $target = $request['runId']
        if ($Wait) {
            # A little at a time: what was written is output as it comes.
            $request['wait'] = $true
            $request['timeout'] = 0
        }
        do {
            $result = Invoke-ImgEngine -Cmdlet $PSCmdlet -Method log.show -Request $request -Target $target
            if ($null -eq $result) {
                return
            }
            ConvertTo-ImgObject -TypeName Img.LogEntry -InputObject $result.Entries
            $request['after'] = $result.Next
            $request['timeout'] = 1
            $request.Remove('tail')
        } while ($Wait -and -not $result.Over)
    }
}
