# For each cmdlet at work, the split sets that it has met. An entry goes with its cmdlet.
$script:SetsOfCmdlet = New-Object -TypeName 'System.Runtime.CompilerServices.ConditionalWeakTable[object,object]'

function Test-ImgRepeatedPart {
    <#
    .SYNOPSIS
    Tells whether a file is a part of a split set of which this cmdlet has had a part already: any part stands for the
    whole set, so Get-ChildItem *.swm names each set as often as it has parts.
    #>
    [CmdletBinding()]
    [OutputType([bool])]
    param(
        [Parameter(Mandatory)] [System.Management.Automation.PSCmdlet] $Cmdlet,
        [Parameter(Mandatory)] [string] $Path
    )

    if ($Path -notmatch '\.swm$') {
        return $false
    }
    # What all parts have in common stands in the header of a WIM file: the mark, an id, and behind the number of the
    # part how many there are. A file that is no part is left to the engine, which says what is wrong with it.
    $header = New-Object -TypeName byte[] -ArgumentList 44
    try {
        $stream = [System.IO.File]::OpenRead($Path)
        try {
            $length = $stream.Read($header, 0, $header.Length)
        } finally {
            $stream.Dispose()
        }
    } catch {
        return $false
    }
    if ($length -lt $header.Length -or [System.Text.Encoding]::ASCII.GetString($header, 0, 5) -cne 'MSWIM') {
        return $false
    }
    $key = [System.BitConverter]::ToString($header, 24, 16) + [System.BitConverter]::ToString($header, 42, 2)
    $sets = $null
    if (-not $script:SetsOfCmdlet.TryGetValue($Cmdlet, [ref] $sets)) {
        $sets = New-Object -TypeName 'System.Collections.Generic.HashSet[string]'
        $script:SetsOfCmdlet.Add($Cmdlet, $sets)
    }
    -not $sets.Add($key)
}
