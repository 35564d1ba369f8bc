function ConvertTo-ImgTime {
    <#
    .SYNOPSIS
    Writes a time as the engine reads it. A time without a zone is local time, with -AssumeUtc it is UTC.
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param(
        [Parameter(Mandatory)] [datetime] $Time,
        [switch] $AssumeUtc
    )

    if ($AssumeUtc -and $Time.Kind -eq [System.DateTimeKind]::Unspecified) {
        $Time = [datetime]::SpecifyKind($Time, [System.DateTimeKind]::Utc)
    }
    $Time.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", [cultureinfo]::InvariantCulture)
}
