# Member names become Pascal case in the text, before it is parsed: no object has to be rebuilt for it. A quote, a name
# and a quote with a colon cannot stand inside a JSON string, so nothing but names is touched.
$script:MemberNames = foreach ($code in 97..122) {
    $letter = [string][char]$code
    @{
        Pattern     = [regex]::new('"' + $letter + '(?=[A-Za-z0-9]*":)', [System.Text.RegularExpressions.RegexOptions]::CultureInvariant)
        Replacement = '"' + $letter.ToUpperInvariant()
    }
}
# Names that the engine never gives. A catalog may bring members of its own, and those are kept.
$script:ForeignNames = [regex]::new('"(?:[^a-z"\\][^"\\]*)?":', [System.Text.RegularExpressions.RegexOptions]::CultureInvariant)

# PowerShell 7.5 and newer can leave dates alone; older ones make DateTime of whatever looks like a date.
$script:JsonOption = @{}
if ((Get-Command -Name ConvertFrom-Json).Parameters.ContainsKey('DateKind')) {
    $script:JsonOption['DateKind'] = 'String'
}

function ConvertFrom-ImgJson {
    <#
    .SYNOPSIS
    Parses one line of the engine; member names become Pascal case. Throws when it is not JSON.
    #>
    [CmdletBinding()]
    [OutputType([psobject])]
    param([Parameter(Mandatory)] [string] $Line)

    $option = $script:JsonOption
    if ($script:ForeignNames.IsMatch($Line)) {
        return ConvertFrom-ImgDictionary -Value (ConvertFrom-ImgForeignJson -Line $Line)
    }
    $text = $Line
    foreach ($name in $script:MemberNames) {
        $text = $name.Pattern.Replace($text, $name.Replacement)
    }
    ConvertFrom-Json -InputObject $text @option
}

function ConvertFrom-ImgForeignJson {
    <#
    .SYNOPSIS
    Parses a line whose member names may be empty or differ by case only, which objects cannot hold, to dictionaries.
    #>
    [CmdletBinding()]
    [OutputType([System.Collections.IDictionary])]
    param([Parameter(Mandatory)] [string] $Line)

    $option = $script:JsonOption
    if ($PSVersionTable.PSEdition -eq 'Core') {
        return ConvertFrom-Json -InputObject $Line -AsHashtable @option
    }
    Add-Type -AssemblyName System.Web.Extensions
    $reader = New-Object -TypeName System.Web.Script.Serialization.JavaScriptSerializer
    $reader.MaxJsonLength = [int]::MaxValue
    $reader.DeserializeObject($Line)
}

function ConvertFrom-ImgDictionary {
    <#
    .SYNOPSIS
    Makes objects of dictionaries, at every depth. Of names that differ by case only the engine's is taken, the one that
    begins with a small letter.
    #>
    [CmdletBinding()]
    [OutputType([psobject], [object[]])]
    param([AllowNull()] [object] $Value)

    if ($Value -is [System.Collections.IDictionary]) {
        $members = [ordered]@{}
        $names = @($Value.Keys -cmatch '^[a-z]') + @($Value.Keys -cnotmatch '^[a-z]')
        foreach ($name in $names) {
            $shown = $name
            if ($name -cmatch '^[a-z][A-Za-z0-9]*$') {
                $shown = $name.Substring(0, 1).ToUpperInvariant() + $name.Substring(1)
            }
            if ($shown -ne '' -and -not $members.Contains($shown)) {
                $members[$shown] = ConvertFrom-ImgDictionary -Value $Value[$name]
            }
        }
        return [pscustomobject]$members
    }
    if ($Value -is [array]) {
        return , @(foreach ($item in $Value) { ConvertFrom-ImgDictionary -Value $item })
    }
    $Value
}
