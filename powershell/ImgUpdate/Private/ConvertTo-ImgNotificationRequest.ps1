function ConvertTo-ImgNotificationRequest {
    <#
    .SYNOPSIS
    Makes the members of a request about a notification from the bound parameters of a cmdlet.
    #>
    [CmdletBinding()]
    [OutputType([System.Collections.Specialized.OrderedDictionary])]
    param([Parameter(Mandatory)] [System.Collections.IDictionary] $Bound)

    $request = [ordered]@{}
    if ($Bound.ContainsKey('EventType')) { $request['event'] = @($Bound['EventType']) }
    if ($Bound.ContainsKey('ImageName')) { $request['image'] = @($Bound['ImageName']) }
    if ($Bound.ContainsKey('Setting')) { $request['settings'] = ConvertTo-ImgSettingMember -Value $Bound['Setting'] -List 'To', 'Command' }
    foreach ($name in 'ImageAge', 'SupportEnds', 'SyncAge', 'Overdue', 'Enabled') {
        if ($Bound.ContainsKey($name)) { $request[[char]::ToLowerInvariant($name[0]) + $name.Substring(1)] = $Bound[$name] }
    }
    $request
}
