# Categories of the problems that the module itself finds, and of ids that come without one.
$script:ErrorCategories = @{
    ImgEngineProtocol    = 'ProtocolError'
    ImgEngineNotFound    = 'NotInstalled'
    ImgModuleDamaged     = 'NotInstalled'
    ImgNodeTooOld        = 'NotInstalled'
    ImgPathInvalid       = 'InvalidArgument'
    ImgArgumentInvalid   = 'InvalidArgument'
    ImgScheduleInvalid   = 'InvalidArgument'
    ImgUpdateAmbiguousId = 'InvalidArgument'
    ImgNothingApplicable = 'InvalidOperation'
    ImgImageNotFound     = 'ObjectNotFound'
    ImgUpdateNotFound    = 'ObjectNotFound'
    ImgRunNotFound       = 'ObjectNotFound'
    ImgCategoryNotFound  = 'ObjectNotFound'
    ImgImportIncomplete  = 'InvalidData'
    ImgBundleIncomplete  = 'InvalidData'
    ImgSyncIncomplete    = 'InvalidData'
    ImgRunUnfinished     = 'InvalidResult'
    ImgOperationTimeout  = 'OperationTimeout'
}
$script:ExitCategories = @{
    2 = 'InvalidArgument'; 4 = 'InvalidArgument'; 5 = 'ResourceUnavailable'; 6 = 'ResourceBusy'
    7 = 'ConnectionError'; 8 = 'InvalidResult'; 130 = 'OperationStopped'
}

function New-ImgError {
    <#
    .SYNOPSIS
    Makes an error record with one of our ids.
    #>
    [Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseShouldProcessForStateChangingFunctions', '', Justification = 'It only makes an object.')]
    [CmdletBinding()]
    [OutputType([System.Management.Automation.ErrorRecord])]
    param(
        [Parameter(Mandatory)] [string] $Id,
        [Parameter(Mandatory)] [string] $Message,
        [string] $Remedy = '',
        [string] $Category = '',
        [object] $Target,
        [System.Exception] $Exception,
        [psobject] $Problem
    )

    if (-not $Category) {
        $Category = $script:ErrorCategories[$Id]
    }
    if (-not $Category -and $null -ne $Problem) {
        $Category = $script:ExitCategories[[int]$Problem.ExitCode]
    }
    $kind = [System.Management.Automation.ErrorCategory]::NotSpecified
    if ($Category) {
        $null = [System.Enum]::TryParse($Category, [ref] $kind)
    }
    $failure = New-Object -TypeName System.Management.Automation.RuntimeException -ArgumentList $Message, $Exception
    if ($null -ne $Problem) {
        $failure.Data['Problem'] = $Problem
    }
    $record = New-Object -TypeName System.Management.Automation.ErrorRecord -ArgumentList $failure, $Id, $kind, $Target
    $shown = $Message
    # PowerShell 7 shows the recommended action by itself.
    if ($Remedy -and $PSVersionTable.PSEdition -eq 'Desktop') {
        $shown = "$Message $Remedy"
    }
    $record.ErrorDetails = New-Object -TypeName System.Management.Automation.ErrorDetails -ArgumentList $shown
    $record.ErrorDetails.RecommendedAction = $Remedy
    $record
}
