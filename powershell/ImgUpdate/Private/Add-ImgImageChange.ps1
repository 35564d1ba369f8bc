function Add-ImgImageChange {
    <#
    .SYNOPSIS
    Adds to a request what a cmdlet is told to change of an image, upgrade package or boot image.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)] [System.Management.Automation.PSCmdlet] $Cmdlet,
        [Parameter(Mandatory)] [System.Collections.IDictionary] $Bound,
        [Parameter(Mandatory)] [System.Collections.IDictionary] $Request
    )

    if ($Bound.ContainsKey('NewName')) { $Request['name'] = $Bound['NewName'] }
    if ($Bound.ContainsKey('Path')) { $Request['path'] = Resolve-ImgPath -Path $Bound['Path'] -Cmdlet $Cmdlet }
    foreach ($name in 'Version', 'Description', 'Architecture', 'Language') {
        if ($Bound.ContainsKey($name)) { $Request[$name.ToLowerInvariant()] = $Bound[$name] }
    }
    foreach ($name in 'RetainVersion', 'RetainDays', 'RetainBytes') {
        if ($Bound.ContainsKey($name)) { $Request["retain$($name.Substring(6))"] = $Bound[$name] }
    }
    if ($Bound['RetainAsSite']) { $Request['retainAsSite'] = $true }
    foreach ($name in 'Allow', 'Encrypt', 'TransferOnly') {
        if ($Bound.ContainsKey("Multicast$name")) { $Request["multicast$name"] = $Bound["Multicast$name"] }
    }
}
