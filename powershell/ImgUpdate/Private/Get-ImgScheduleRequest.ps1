function Get-ImgScheduleTarget {
    <#
    .SYNOPSIS
    Outputs the images that New-ImgUpdateSchedule is for: those of the pipeline, or the one that is named.
    #>
    [CmdletBinding()]
    [OutputType([psobject])]
    param(
        [Parameter(Mandatory)] [System.Management.Automation.PSCmdlet] $Cmdlet,
        [Parameter(Mandatory)] [System.Collections.IDictionary] $Bound,
        [Parameter(Mandatory)] [AllowEmptyCollection()] [psobject[]] $Image
    )

    if ($Image.Count -eq 0) {
        return Get-ImgBoundTarget -Cmdlet $Cmdlet -Bound $Bound -ImageOnly
    }
    foreach ($each in $Image) {
        Get-ImgBoundTarget -Cmdlet $Cmdlet -Bound @{ InputObject = $each } -ImageOnly
    }
}

function Get-ImgScheduleRequest {
    <#
    .SYNOPSIS
    Makes the request that a schedule and its plan share; writes an error and outputs nothing when it names no update.
    #>
    [CmdletBinding()]
    [OutputType([System.Collections.Specialized.OrderedDictionary])]
    param(
        [Parameter(Mandatory)] [System.Management.Automation.PSCmdlet] $Cmdlet,
        [Parameter(Mandatory)] [System.Collections.IDictionary] $Bound,
        [Parameter(Mandatory)] [psobject] $Target,
        [AllowEmptyCollection()] [string[]] $Update = @()
    )

    $ways = [int]($Update.Count -gt 0) + [int][bool]$Bound['Latest'] + [int][bool]$Bound['Rule']
    if ($ways -gt 1) {
        $Cmdlet.ThrowTerminatingError((New-ImgError -Id ImgScheduleInvalid -Message 'Pass either -Latest, -Rule or updates.'))
    }
    if ($ways -eq 0 -and -not ($Bound['DriverFolder'] -or $Bound['Language'] -or $Bound['Capability'] -or $Bound['Feature'] -or $Bound['UpdateBootManager'])) {
        Write-ImgError -Cmdlet $Cmdlet -Record (New-ImgError -Id ImgNothingApplicable -Message "No update was given for '$($Target.Label)'." `
                -Target $Target.Label -Remedy 'Pipe updates of Get-ImgUpdate, or pass -Update, -Rule or -Latest.')
        return
    }
    Add-ImgServicingOption -Cmdlet $Cmdlet -Bound $Bound -Image $Target.Value -Update $Update
}

function Resolve-ImgScheduleImage {
    <#
    .SYNOPSIS
    Outputs the names of the images that a name with wildcards means now; another name as it is.
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param(
        [Parameter(Mandatory)] [System.Management.Automation.PSCmdlet] $Cmdlet,
        [Parameter(Mandatory)] [string] $Name
    )

    if ($Name -notmatch '[*?]') { return $Name }
    @(Invoke-ImgEngine -Cmdlet $Cmdlet -Method image.list -Request @{ name = $Name } -Target $Name).Images.Name
}

function Assert-ImgScheduleTime {
    <#
    .SYNOPSIS
    Ends the cmdlet when its parameters do not say when to run, or contradict each other.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)] [System.Management.Automation.PSCmdlet] $Cmdlet,
        [Parameter(Mandatory)] [System.Collections.IDictionary] $Bound
    )

    $message = ''
    $ways = [int][bool]$Bound['RunNow'] + [int]$Bound.ContainsKey('CustomSchedule') + [int]$Bound.ContainsKey('Schedule')
    if ($ways -ne 1) {
        $message = 'Pass one of -RunNow, -CustomSchedule and -Schedule.'
    } elseif ($Bound['Wait'] -and -not $Bound['RunNow']) {
        $message = '-Wait needs -RunNow.'
    } elseif ($Bound.ContainsKey('Timeout') -and -not $Bound['Wait']) {
        $message = '-Timeout needs -Wait.'
    } elseif ($Bound['Utc'] -and -not $Bound.ContainsKey('CustomSchedule')) {
        $message = '-Utc needs -CustomSchedule.'
    }
    if ($message) {
        $Cmdlet.ThrowTerminatingError((New-ImgError -Id ImgScheduleInvalid -Message $message))
    }
}
