function Send-ImgSchedule {
    <#
    .SYNOPSIS
    Makes one schedule and outputs it; with -Wait it follows the run and outputs that.
    #>
    [CmdletBinding()]
    [OutputType([psobject])]
    param(
        [Parameter(Mandatory)] [System.Management.Automation.PSCmdlet] $Cmdlet,
        [Parameter(Mandatory)] [System.Collections.IDictionary] $Bound,
        [Parameter(Mandatory)] [psobject] $Target,
        [Parameter(Mandatory)] [System.Collections.IDictionary] $Request
    )

    if ($Bound['RunNow']) { $Request['runNow'] = $true }
    if ($Bound.ContainsKey('CustomSchedule')) { $Request['at'] = ConvertTo-ImgTime -Time $Bound['CustomSchedule'] -AssumeUtc:([bool]$Bound['Utc']) }
    if ($Bound.ContainsKey('Schedule')) { $Request['schedule'] = ConvertTo-ImgRecurrence -InputObject $Bound['Schedule'] }
    if ($Bound['Disabled']) { $Request['enabled'] = $false }
    if ($Bound.ContainsKey('ScheduleName')) { $Request['name'] = $Bound['ScheduleName'] }
    if ($Bound.ContainsKey('Description')) { $Request['description'] = $Bound['Description'] }
    $result = Invoke-ImgEngine -Cmdlet $Cmdlet -Method schedule.add -Request $Request -Target $Target.Label -Activity $Target.Label
    if ($null -eq $result) {
        return
    }
    if ($Bound['Wait']) {
        $ids = @($result.Schedule.Images.RunId)
        return Wait-ImgRun -Cmdlet $Cmdlet -RunId $ids -Timeout ([int]$Bound['Timeout']) -Target $Target.Label
    }
    ConvertTo-ImgObject -TypeName Img.UpdateSchedule -InputObject $result.Schedule
}
