# Member names become Pascal case in the text, before it is parsed: no object has to be rebuilt for it. A quote, a name
# and a quote with a colon cannot stand inside a JSON string, so nothing but names is touched.
$script:MemberNames = foreach ($code in 97..122) {
    $letter = [string][char]$code
    @{
        Pattern     = [regex]::new('"' + $letter + '(?=[A-Za-z0-9]*":)', [System.Text.RegularExpressions.RegexOptions]::CultureInvariant)
        Replacement = '"' + $letter.ToUpperInvariant()
    }
}

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

    $text = $Line
    foreach ($name in $script:MemberNames) {
        $text = $name.Pattern.Replace($text, $name.Replacement)
    }
    $option = $script:JsonOption
    ConvertFrom-Json -InputObject $text @option
}
