function Write-ImgAnswer {
    <#
    .SYNOPSIS
    Outputs one member of an answer of the engine as an object of a type, and writes what the engine warns of.
    #>
    [CmdletBinding()]
    [OutputType([psobject])]
    param(
        [AllowNull()] [psobject] $Result,
        [Parameter(Mandatory)] [string] $Member,
        [Parameter(Mandatory)] [string] $TypeName
    )

    if ($null -eq $Result) { return }
    foreach ($warning in $Result.Warnings) { Write-Warning -Message $warning }
    ConvertTo-ImgObject -TypeName $TypeName -InputObject $Result.$Member
}
