# What -WhatIf, -Confirm and -Verbose say: titles, names, sizes and times, never identities and names of members.

function Test-ImgPrompt {
    <#
    .SYNOPSIS
    Tells whether ShouldProcess of the calling cmdlet will say anything, so that words are looked up only then.
    #>
    [CmdletBinding()]
    [OutputType([bool])]
    param([System.Management.Automation.ConfirmImpact] $Impact = 'Medium')

    # Preferences are those of the caller: functions of a module see the variables of the one that calls them.
    $isAsked = $ConfirmPreference -ne 'None' -and [int]$ConfirmPreference -le [int]$Impact
    $WhatIfPreference -or $isAsked -or $VerbosePreference -ne 'SilentlyContinue'
}

function Get-ImgSizeText {
    <#
    .SYNOPSIS
    Outputs a number of bytes as people say it: 2.1 GB.
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param([Parameter(Mandatory)] [decimal] $Byte)

    $unit = @('TB', 'GB', 'MB', 'KB') | Where-Object -FilterScript { $Byte -ge (Get-ImgUnit -Name $_) } | Select-Object -First 1
    if (-not $unit) { return Get-ImgCountText -Count $Byte -Noun byte }
    $number = [math]::Round($Byte / (Get-ImgUnit -Name $unit), 1)
    [string]::Format([cultureinfo]::InvariantCulture, '{0:0.#} {1}', $number, $unit)
}

function Get-ImgUnit {
    [CmdletBinding()]
    [OutputType([long])]
    param([Parameter(Mandatory)] [string] $Name)

    @{ KB = 1KB; MB = 1MB; GB = 1GB; TB = 1TB }[$Name]
}

function Get-ImgCountText {
    <#
    .SYNOPSIS
    Outputs a number with its noun: 1 file, 2 files.
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param([Parameter(Mandatory)] [int] $Count, [Parameter(Mandatory)] [string] $Noun)

    if ($Count -eq 1) { return "1 $Noun" }
    "$Count ${Noun}s"
}

function Join-ImgText {
    <#
    .SYNOPSIS
    Outputs the first three texts, and how many there are more.
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param([AllowEmptyCollection()] [string[]] $Text)

    $first = @($Text | Select-Object -First 3) -join ', '
    if ($Text.Count -le 3) { return $first }
    "$first and $($Text.Count - 3) more"
}

function Get-ImgUpdateText {
    <#
    .SYNOPSIS
    Outputs the titles of updates, each with its KB article; what the catalog does not know, as it was given.
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param(
        [Parameter(Mandatory)] [System.Management.Automation.PSCmdlet] $Cmdlet,
        [Parameter(Mandatory)] [AllowEmptyCollection()] [string[]] $Id
    )

    $texts = @(foreach ($each in $Id | Select-Object -First 4) {
            $member = 'uniqueId'
            if ($each -match '^(KB)?\d+$') { $member = 'articleId' }
            # Hidden updates are left out unless they are asked for.
            $found = foreach ($hidden in $false, $true) {
                (Invoke-ImgEngine -Cmdlet $Cmdlet -Method update.list -Request @{ $member = @($each); hidden = $hidden; limit = 3 } -Target $each).Updates
            }
            if (-not $found) { $each }
            foreach ($update in $found) { Get-ImgTitleText -InputObject $update }
        })
    # Only the first three are named: those behind them are counted.
    Join-ImgText -Text ($texts + @($Id | Select-Object -Skip 4))
}

function Get-ImgTitleText {
    [CmdletBinding()]
    [OutputType([string])]
    param([Parameter(Mandatory)] [psobject] $InputObject)

    if (-not $InputObject.ArticleId -or $InputObject.Title -match "KB$($InputObject.ArticleId)") { return [string]$InputObject.Title }
    "$($InputObject.Title) (KB$($InputObject.ArticleId))"
}

function Get-ImgScheduleText {
    <#
    .SYNOPSIS
    Outputs what a schedule is called: its name, its images and its next run. Nothing when an error was written.
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param(
        [Parameter(Mandatory)] [System.Management.Automation.PSCmdlet] $Cmdlet,
        [Parameter(Mandatory)] [string] $ScheduleId
    )

    if (-not (Test-ImgPrompt -Impact High)) { return "Schedule $ScheduleId" }
    $result = Invoke-ImgEngine -Cmdlet $Cmdlet -Method schedule.show -Request @{ scheduleId = $ScheduleId } -Target $ScheduleId
    if ($null -eq $result) { return }
    $schedule = $result.Schedule
    $text = 'Schedule'
    if ($schedule.Name) { $text += " '$($schedule.Name)'" }
    $images = @(@($schedule.Images | ForEach-Object -Process { $_.ImageName }) + @($schedule.Patterns) | Where-Object -FilterScript { $_ })
    if ($images.Count -gt 0) { $text += " for $(Join-ImgText -Text $images)" }
    if ($schedule.Kind -eq 'Maintenance') { $text += ' of maintenance' }
    if ($schedule.NextRun) { $text += ", next $(Get-ImgMomentText -Time $schedule.NextRun)" }
    $text
}

function Get-ImgRunText {
    <#
    .SYNOPSIS
    Outputs what a run is called: its image and when it began. Nothing when an error was written.
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param(
        [Parameter(Mandatory)] [System.Management.Automation.PSCmdlet] $Cmdlet,
        [Parameter(Mandatory)] [string] $RunId
    )

    if (-not (Test-ImgPrompt -Impact High)) { return "Run $RunId" }
    $result = Invoke-ImgEngine -Cmdlet $Cmdlet -Method run.show -Request @{ runId = $RunId } -Target $RunId
    if ($null -eq $result) { return }
    $run = $result.Run
    $when = $run.Started
    if (-not $when) { $when = $run.Created }
    "Run of $($run.ImageName), $($run.Status.ToLowerInvariant()), of $(Get-ImgMomentText -Time $when)"
}

function Get-ImgMomentText {
    [CmdletBinding()]
    [OutputType([string])]
    param([Parameter(Mandatory)] [string] $Time)

    # The engine writes RFC 3339 in UTC.
    $Time.Substring(0, 16).Replace('T', ' ') + 'Z'
}

function ConvertTo-ImgWord {
    <#
    .SYNOPSIS
    Writes the name of a member as words: minimumFreeSpace is 'minimum free space'.
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param([Parameter(Mandatory)] [string] $Name)

    ([regex]::Replace($Name, '(?<=[a-z])(?=[A-Z])', ' ')).ToLowerInvariant()
}
