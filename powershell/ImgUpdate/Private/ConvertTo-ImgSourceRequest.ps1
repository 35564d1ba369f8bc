function ConvertTo-ImgSourceRequest {
    <#
    .SYNOPSIS
    Makes the members of a request about a source from the bound parameters of a cmdlet.
    #>
    [CmdletBinding()]
    [OutputType([System.Collections.Specialized.OrderedDictionary])]
    param(
        [Parameter(Mandatory)] [System.Management.Automation.PSCmdlet] $Cmdlet,
        [Parameter(Mandatory)] [System.Collections.IDictionary] $Bound
    )

    $request = [ordered]@{}
    if ($Bound.ContainsKey('Url')) { $request['url'] = [string]$Bound['Url'] }
    if ($Bound.ContainsKey('Path')) { $request['path'] = Resolve-ImgPath -Cmdlet $Cmdlet -Path $Bound['Path'] }
    if ($Bound.ContainsKey('Position')) { $request['position'] = $Bound['Position'] }
    if ($Bound.ContainsKey('Enabled')) { $request['enabled'] = $Bound['Enabled'] }
    if ($Bound.ContainsKey('Setting')) { $request['settings'] = ConvertTo-ImgSettingMember -Value $Bound['Setting'] }
    $request
}
