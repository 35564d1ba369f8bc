function Select-ImgName {
    <#
    .SYNOPSIS
    Makes the pattern that the engine is asked for. With -Literal the wildcard characters of the name stand for
    themselves: the engine is asked for any character there, and Test-ImgName keeps what is meant.
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param(
        [Parameter(Mandatory)] [string] $Name,
        [switch] $Literal
    )

    if ($Literal) {
        return $Name.Replace('*', '?')
    }
    $Name
}

filter Test-ImgName {
    <#
    .SYNOPSIS
    Passes the objects whose member is exactly the name, without regard to case; all of them when -Literal is not given.
    #>
    param(
        [string] $Member,
        [string] $Name,
        [bool] $Literal
    )
    if (-not $Literal -or $_.$Member -eq $Name) { $_ }
}
