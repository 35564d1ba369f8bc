function ConvertTo-ImgSourceRequest {
    <#
    .SYNOPSIS
    Makes the members of a request about a source from the bound parameters of a cmdlet.
    #>
    [CmdletBinding()]
    [OutputType([System.Collections.IDictionary])]
    param(
        [Parameter(Mandatory)] [System.Management.Automation.PSCmdlet] $Cmdlet,
        [Parameter(Mandatory)] [System.Collections.IDictionary] $Bound
    )

    $request = [ordered]@{}
    if ($Bound.ContainsKey('Url')) { $request['url'] = [string]$Bound['Url'] }
    if ($Bound.ContainsKey('Path')) { $request['path'] = Resolve-ImgPath -Cmdlet $Cmdlet -Path $Bound['Path'] }
    if ($Bound.ContainsKey('Position')) { $request['position'] = $Bound['Position'] }
    if ($Bound.ContainsKey('Enabled')) { $request['enabled'] = $Bound['Enabled'] }
    if ($Bound.ContainsKey('Setting')) {
        $settings = [ordered]@{}
        foreach ($name in $Bound['Setting'].Keys) {
            # Members are written as everywhere in PowerShell: Recurse is recurse.
            $settings[[char]::ToLowerInvariant($name[0]) + $name.Substring(1)] = $Bound['Setting'][$name]
        }
        $request['settings'] = $settings
    }
    $request
}

function Write-ImgSourceAnswer {
    <#
    .SYNOPSIS
    Outputs the source of an answer of the engine, and writes what the engine warns of.
    #>
    [CmdletBinding()]
    [OutputType('Img.UpdateSource')]
    param([AllowNull()] [psobject] $Result)

    if ($null -eq $Result) { return }
    foreach ($warning in $Result.Warnings) { Write-Warning -Message $warning }
    ConvertTo-ImgObject -TypeName Img.UpdateSource -InputObject $Result.Source
}
