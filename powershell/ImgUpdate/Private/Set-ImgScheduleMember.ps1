function Get-ImgScheduleChange {
    <#
    .SYNOPSIS
    Makes the request of schedule.set from the bound parameters of Set-ImgUpdateSchedule.
    #>
    [CmdletBinding()]
    [OutputType([System.Collections.Specialized.OrderedDictionary])]
    param(
        [Parameter(Mandatory)] [System.Management.Automation.PSCmdlet] $Cmdlet,
        [Parameter(Mandatory)] [System.Collections.IDictionary] $Bound,
        [Parameter(Mandatory)] [AllowEmptyString()] [string] $ScheduleId,
        [AllowEmptyCollection()] [string[]] $Update = @()
    )

    $request = Add-ImgServicingOption -Cmdlet $Cmdlet -Bound $Bound -Image $ScheduleId -Update $Update
    $request.Remove('image')
    $request['scheduleId'] = $ScheduleId
    if ($Bound.ContainsKey('CustomSchedule')) { $request['at'] = ConvertTo-ImgTime -Time $Bound['CustomSchedule'] -AssumeUtc:([bool]$Bound['Utc']) }
    if ($Bound.ContainsKey('Schedule')) { $request['schedule'] = ConvertTo-ImgRecurrence -InputObject $Bound['Schedule'] }
    if ($Bound.ContainsKey('Enabled')) { $request['enabled'] = [bool]$Bound['Enabled'] }
    if ($Bound.ContainsKey('ScheduleName')) { $request['name'] = $Bound['ScheduleName'] }
    if ($Bound.ContainsKey('Description')) { $request['description'] = $Bound['Description'] }
    if ($Bound.ContainsKey('Maintenance')) { $request['maintenance'] = ConvertTo-ImgMaintenanceRequest -Bound $Bound['Maintenance'] }
    if ($Bound.ContainsKey('Reset')) {
        $request['reset'] = @(foreach ($each in $Bound['Reset']) { $each.Substring(0, 1).ToLowerInvariant() + $each.Substring(1) })
    }
    $request
}

function Set-ImgScheduleMember {
    <#
    .SYNOPSIS
    Changes one schedule and outputs it.
    #>
    [Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseShouldProcessForStateChangingFunctions', '', Justification = 'The cmdlet that calls it asks.')]
    [CmdletBinding()]
    [OutputType([psobject])]
    param(
        [Parameter(Mandatory)] [System.Management.Automation.PSCmdlet] $Cmdlet,
        [Parameter(Mandatory)] [System.Collections.IDictionary] $Request
    )

    $result = Invoke-ImgEngine -Cmdlet $Cmdlet -Method schedule.set -Request $Request -Target $Request['scheduleId']
    if ($null -ne $result) { ConvertTo-ImgObject -TypeName Img.UpdateSchedule -InputObject $result.Schedule }
}
