function Get-ImgSaveText {
    <#
    .SYNOPSIS
    Says in words whose files a save is to bring.
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param(
        [Parameter(Mandatory)] [System.Management.Automation.PSCmdlet] $Cmdlet,
        [Parameter(Mandatory)] [System.Collections.IDictionary] $Request
    )

    $of = $Request['path']
    if ($Request['image']) { $of = $Request['image'] }
    if ($Request['uniqueId']) { $text = Get-ImgUpdateText -Cmdlet $Cmdlet -Id $Request['uniqueId'] }
    elseif ($Request['scheduleId']) { $text = Get-ImgScheduleText -Cmdlet $Cmdlet -ScheduleId $Request['scheduleId'] }
    elseif ($Request['rule']) {
        $text = "What the rule '$($Request['rule'])' chooses"
        if ($of) { $text += " for $of" }
    } else { $text = "What $of needs" }
    if ($Request.Contains('index')) { $text += ", index $($Request['index'])" }
    if ($Request['role']) { $text += ", only $($Request['role'] -join ', ')" }
    if ($Request.Contains('previous')) { $text += ", $(Get-ImgCountText -Count $Request['previous'] -Noun 'cumulative update') back" }
    $text
}

function Get-ImgDownloadText {
    <#
    .SYNOPSIS
    Says in words which files the dry run of a save would bring, and how much that is.
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param([Parameter(Mandatory)] [psobject] $Plan)

    $files = @($Plan.Files | Where-Object -FilterScript { $_.State -eq 'planned' })
    if ($files.Count -eq 0) { return 'Download nothing' }
    $size = Get-ImgSizeText -Byte $Plan.Bytes
    if (@($files | Where-Object -FilterScript { $null -eq $_.Size }).Count -gt 0) { $size = "$size and what nobody gives a size of" }
    "Download $(Get-ImgCountText -Count $files.Count -Noun file) ($size): $(Join-ImgText -Text $files.Name)"
}
