function ConvertTo-ImgSettingMember {
    <#
    .SYNOPSIS
    Writes the members of settings as the engine does: RootCertificate is rootCertificate, also in tables within.
    #>
    [CmdletBinding()]
    [OutputType([System.Collections.Specialized.OrderedDictionary])]
    param(
        [Parameter(Mandatory)] [System.Collections.IDictionary] $Value,
        # Members of which the engine wants a list: one value will do.
        [string[]] $List = @()
    )

    $members = [ordered]@{}
    foreach ($name in $Value.Keys) {
        $member = $Value[$name]
        if ($member -is [System.Collections.IDictionary]) { $member = ConvertTo-ImgSettingMember -Value $member -List $List }
        if ($List -contains $name) { $member = @($member) }
        $members[[char]::ToLowerInvariant($name[0]) + $name.Substring(1)] = $member
    }
    $members
}
