function ConvertTo-ImgMaintenanceRequest {
    <#
    .SYNOPSIS
    Makes what a maintenance does from the bound parameters of a cmdlet, or from a table with their names.
    #>
    [CmdletBinding()]
    [OutputType([System.Collections.Specialized.OrderedDictionary])]
    param([Parameter(Mandatory)] [System.Collections.IDictionary] $Bound)

    $request = [ordered]@{}
    if ($Bound['Part']) { $request['part'] = @(foreach ($each in $Bound['Part']) { ([string]$each).ToLowerInvariant() }) }
    if ($Bound['DeclineRule']) {
        $request['declineRule'] = @(foreach ($each in $Bound['DeclineRule']) { ([string]$each -replace '^UnusedRelease$', 'unused-release').ToLowerInvariant() })
    }
    foreach ($name in 'ContentOlderThan', 'ContentMaximumSize', 'RetainVersion', 'RetainDays', 'RetainBytes') {
        if ($null -ne $Bound[$name]) { $request[[char]::ToLowerInvariant($name[0]) + $name.Substring(1)] = $Bound[$name] }
    }
    $request
}
