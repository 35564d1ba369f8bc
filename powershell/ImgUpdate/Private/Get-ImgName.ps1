function Get-ImgName {
    <#
    .SYNOPSIS
    Outputs the name of what a text or an object means: a rule, a source.
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param([Parameter(Mandatory)] [psobject] $InputObject)

    if ($InputObject -is [string]) { return [string]$InputObject }
    [string]$InputObject.Name
}
