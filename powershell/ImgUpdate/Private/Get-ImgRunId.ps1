function Get-ImgRunId {
    <#
    .SYNOPSIS
    Outputs the ids of the runs that -RunId or -InputObject of a cmdlet means. -Open: of an image or schedule only the
    runs that have not ended.
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param(
        [Parameter(Mandatory)] [System.Management.Automation.PSCmdlet] $Cmdlet,
        [Parameter(Mandatory)] [System.Collections.IDictionary] $Bound,
        [switch] $Open
    )

    if ($Bound.ContainsKey('RunId')) {
        return $Bound['RunId']
    }
    $object = $Bound['InputObject']
    if ($object -isnot [string] -and $object.RunId) {
        return [string]$object.RunId
    }
    $filter = Get-ImgRunFilter -Cmdlet $Cmdlet -InputObject $object
    if ($null -eq $filter) {
        return
    }
    foreach ($run in Get-ImgList -Cmdlet $Cmdlet -Method run.list -Request $filter -Member Runs -TypeName Img.ServicingRun -Target $object) {
        if (-not $Open -or 'Pending', 'Running' -contains $run.Status) {
            $run.RunId
        }
    }
}

function Get-ImgRunFilter {
    <#
    .SYNOPSIS
    Makes the request that finds the runs of an object: of a run itself, of a schedule, or of an image.
    #>
    [CmdletBinding()]
    [OutputType([hashtable])]
    param(
        [Parameter(Mandatory)] [System.Management.Automation.PSCmdlet] $Cmdlet,
        [Parameter(Mandatory)] [psobject] $InputObject
    )

    $isSchedule = $InputObject.PSObject.TypeNames -match 'Img\.UpdateSchedule$'
    if ($InputObject -isnot [string] -and $InputObject.RunId -and -not $isSchedule) {
        return @{ runId = [string]$InputObject.RunId }
    }
    if ($InputObject -isnot [string] -and $InputObject.ScheduleId) {
        return @{ scheduleId = [string]$InputObject.ScheduleId }
    }
    $target = Resolve-ImgTarget -Cmdlet $Cmdlet -InputObject $InputObject
    if ($null -ne $target -and $target.Member -eq 'image') {
        return @{ image = $target.Value }
    }
}
