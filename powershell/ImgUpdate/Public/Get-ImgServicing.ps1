function Get-ImgServicing {
    <#
    .SYNOPSIS
    Gets runs, newest first.
    .DESCRIPTION
    Outputs what is running and what has run: the steps, what became of each update, the proof that was read back from
    the image, and the file that was published. Stall is set while the servicing tool of a run is silent for longer than
    is usual for what it is doing, with what to do about it; the table then shows since when, in place of the step.
    .PARAMETER InputObject
    From the pipeline: images, schedules or runs.
    .PARAMETER RunId
    Ids of runs.
    .PARAMETER Name
    Names of images, with the wildcards * and ?.
    .PARAMETER ImageId
    Ids of images.
    .PARAMETER Status
    Only runs with this status.
    .PARAMETER History
    Only runs that have ended.
    .PARAMETER Last
    At most so many.
    .INPUTS
    Img.Image, Img.UpdateSchedule, Img.ServicingRun
    .OUTPUTS
    Img.ServicingRun
    .EXAMPLE
    Get-ImgServicing -Last 1 | Format-List

    Shows the newest run with all of its members.
    .EXAMPLE
    Get-ImgImage 'Windows 11 Enterprise' | Get-ImgServicing -History

    Shows the history of an image.
    .LINK
    Wait-ImgServicing
    #>
    [CmdletBinding(DefaultParameterSetName = 'ByName')]
    [OutputType('Img.ServicingRun')]
    param(
        [Parameter(Mandatory, ValueFromPipeline, ParameterSetName = 'ByValue')] [psobject] $InputObject,
        [Parameter(Mandatory, ParameterSetName = 'ByRun')] [string[]] $RunId,
        [Parameter(Position = 0, ParameterSetName = 'ByName')] [SupportsWildcards()] [Alias('ImageName', 'OperatingSystemImageName')] [string[]] $Name = @('*'),
        [Parameter(Mandatory, ParameterSetName = 'ById')] [Alias('Id', 'PackageId', 'OperatingSystemImageId')] [string[]] $ImageId,
        [ValidateSet('Pending', 'Running', 'Succeeded', 'SucceededWithErrors', 'Failed', 'Canceled')] [string] $Status,
        [switch] $History,
        [ValidateRange(1, 2147483647)] [int] $Last
    )

    process {
        $requests = switch ($PSCmdlet.ParameterSetName) {
            'ByName' { foreach ($each in $Name) { @{ image = $each } } }
            'ById' { foreach ($each in $ImageId) { @{ image = $each } } }
            'ByRun' { foreach ($each in $RunId) { @{ runId = $each } } }
            default { Get-ImgRunFilter -Cmdlet $PSCmdlet -InputObject $InputObject }
        }
        $open = 'Pending', 'Running'
        $runs = foreach ($request in $requests) {
            if ($request.ContainsKey('runId')) {
                $shown = Invoke-ImgEngine -Cmdlet $PSCmdlet -Method run.show -Request $request -Target $request['runId']
                ConvertTo-ImgObject -TypeName Img.ServicingRun -InputObject $shown.Run
                continue
            }
            if ($Status) { $request['status'] = $Status }
            $most = $Last
            if ($History) { $most = 0 }
            Get-ImgList -Cmdlet $PSCmdlet -Method run.list -Request $request -Member Runs -TypeName Img.ServicingRun -Last $most
        }
        $kept = $runs | Where-Object { (-not $History -or $open -notcontains $_.Status) -and (-not $Status -or $_.Status -eq $Status) }
        if ($Last -gt 0) {
            $kept = $kept | Select-Object -First $Last
        }
        $kept
    }
}
