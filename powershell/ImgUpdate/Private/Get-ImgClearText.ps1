function Get-ImgClearText {
    <#
    .SYNOPSIS
    Says in words what a clean-up of the content library was asked to remove.
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param(
        [Parameter(Mandatory)] [System.Management.Automation.PSCmdlet] $Cmdlet,
        [Parameter(Mandatory)] [System.Collections.IDictionary] $Request
    )

    $parts = @(
        if ($Request['uniqueId']) { "files of $(Get-ImgUpdateText -Cmdlet $Cmdlet -Id $Request['uniqueId'])" }
        if ($Request.Contains('olderThan')) { "files older than $(Get-ImgCountText -Count $Request['olderThan'] -Noun day)" }
        if ($Request['superseded']) { 'files of superseded or expired updates' }
        if ($Request.Contains('maximumSize')) { "the oldest files above $(Get-ImgSizeText -Byte $Request['maximumSize'])" }
        if ($Request['quarantine']) { 'everything in quarantine' }
        if ($Request['unfinished']) { 'files that did not come whole' }
        if ($Request['saveId']) { Get-ImgCountText -Count @($Request['saveId']).Count -Noun 'save in the background' }
    )
    $text = "Content library: $($parts -join '; ')"
    if ($Request['force']) { $text += '; also what a run or a schedule needs' }
    $text
}
