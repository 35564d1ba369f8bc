function ConvertTo-ImgNotificationRequest {
    <#
    .SYNOPSIS
    Makes the members of a request about a notification from the bound parameters of a cmdlet.
    #>
    [CmdletBinding()]
    [OutputType([System.Collections.IDictionary])]
    param([Parameter(Mandatory)] [System.Collections.IDictionary] $Bound)

    $request = [ordered]@{}
    if ($Bound.ContainsKey('EventType')) { $request['event'] = @($Bound['EventType']) }
    if ($Bound.ContainsKey('ImageName')) { $request['image'] = @($Bound['ImageName']) }
    if ($Bound.ContainsKey('Setting')) { $request['settings'] = ConvertTo-ImgSettingMember -Value $Bound['Setting'] }
    foreach ($name in 'ImageAge', 'SupportEnds', 'SyncAge', 'Overdue', 'Enabled') {
        if ($Bound.ContainsKey($name)) { $request[[char]::ToLowerInvariant($name[0]) + $name.Substring(1)] = $Bound[$name] }
    }
    $request
}

function ConvertTo-ImgSettingMember {
    <#
    .SYNOPSIS
    Writes the members of settings as the engine does: RootCertificate is rootCertificate, also in tables within.
    #>
    [CmdletBinding()]
    [OutputType([System.Collections.IDictionary])]
    param([Parameter(Mandatory)] [System.Collections.IDictionary] $Value)

    $members = [ordered]@{}
    foreach ($name in $Value.Keys) {
        $member = $Value[$name]
        if ($member -is [System.Collections.IDictionary]) { $member = ConvertTo-ImgSettingMember -Value $member }
        # Where the engine wants a list, one value will do.
        if ($name -eq 'To' -or $name -eq 'Command') { $member = @($member) }
        $members[[char]::ToLowerInvariant($name[0]) + $name.Substring(1)] = $member
    }
    $members
}

function Write-ImgNotificationAnswer {
    <#
    .SYNOPSIS
    Outputs the notification of an answer of the engine, and writes what the engine warns of.
    #>
    [CmdletBinding()]
    [OutputType('Img.Notification')]
    param([AllowNull()] [psobject] $Result)

    if ($null -eq $Result) { return }
    foreach ($warning in $Result.Warnings) { Write-Warning -Message $warning }
    ConvertTo-ImgObject -TypeName Img.Notification -InputObject $Result.Notification
}
