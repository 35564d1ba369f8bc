# Problems that the rest of a pipeline would meet again: they end the command. All others belong to one item.
$script:EndingProblems = @(
    'ImgRequestInvalid', 'ImgScheduleInvalid', 'ImgElevationRequired', 'ImgDismNotFound', 'ImgCanceled',
    'ImgSiteUnusable', 'ImgSiteBusy', 'ImgSiteTooNew', 'ImgUnexpected'
)

function Invoke-ImgEngine {
    <#
    .SYNOPSIS
    Asks the engine for one operation and outputs its result. A problem becomes an error of the cmdlet: it ends the
    command or, when it is about one item, is written, and nothing is output.
    #>
    [CmdletBinding()]
    [OutputType([psobject])]
    param(
        [Parameter(Mandatory)] [System.Management.Automation.PSCmdlet] $Cmdlet,
        [Parameter(Mandatory)] [string] $Method,
        [System.Collections.IDictionary] $Request = @{},
        [object] $Target,
        [string] $Activity = '',
        # Nothing is changed; the answer is what would have come of it.
        [switch] $DryRun
    )

    # A module does not see the preferences of the script that called it: they are taken over here.
    $bound = $Cmdlet.MyInvocation.BoundParameters
    $outer = $Cmdlet.SessionState.PSVariable
    if (-not $bound.ContainsKey('Verbose')) { $VerbosePreference = $outer.GetValue('VerbosePreference') }
    if (-not $bound.ContainsKey('Debug')) { $DebugPreference = $outer.GetValue('DebugPreference') }
    if (-not $bound.ContainsKey('WarningAction')) { $WarningPreference = $outer.GetValue('WarningPreference') }
    if (-not $bound.ContainsKey('InformationAction')) { $InformationPreference = $outer.GetValue('InformationPreference') }
    if (-not $bound.ContainsKey('ProgressAction')) { $ProgressPreference = $outer.GetValue('ProgressPreference') }

    try {
        $answer = Send-ImgRequest -Cmdlet $Cmdlet -Method $Method -Request $Request -Activity $Activity -DryRun:$DryRun
    } catch {
        $Cmdlet.ThrowTerminatingError($_)
    }
    if ($null -eq $answer.Error) {
        return $answer.Result
    }
    if ($null -eq $answer.Error.Data) {
        $Cmdlet.ThrowTerminatingError((New-ImgError -Id ImgEngineProtocol -Message "$($answer.Error.Message) (code $($answer.Error.Code))" -Target $Target))
    }
    Write-ImgProblem -Cmdlet $Cmdlet -Problem $answer.Error.Data -Target $Target
}

function Write-ImgProblem {
    <#
    .SYNOPSIS
    Writes a problem of the engine as an error of the cmdlet, or ends the cmdlet with it.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)] [System.Management.Automation.PSCmdlet] $Cmdlet,
        [Parameter(Mandatory)] [psobject] $Problem,
        [object] $Target
    )

    $record = ConvertTo-ImgErrorRecord -Problem $Problem -Target $Target
    if ($script:EndingProblems -contains $Problem.Id) {
        $Cmdlet.ThrowTerminatingError($record)
    }
    Write-ImgError -Cmdlet $Cmdlet -Record $record
}

function Write-ImgError {
    <#
    .SYNOPSIS
    Writes an error that does not end the cmdlet, unless the caller's ErrorActionPreference says so.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)] [System.Management.Automation.PSCmdlet] $Cmdlet,
        [Parameter(Mandatory)] [System.Management.Automation.ErrorRecord] $Record
    )

    if (-not $Cmdlet.MyInvocation.BoundParameters.ContainsKey('ErrorAction')) {
        $ErrorActionPreference = $Cmdlet.SessionState.PSVariable.GetValue('ErrorActionPreference')
    }
    $Cmdlet.WriteError($Record)
}
