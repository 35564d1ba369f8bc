<#
Stands for the module ScheduledTasks: the cmdlets that are used here with their documented parameters. What Task Scheduler
would be told is written as JSON into the folder IMGUPDATE_STUB_TASKS, a file for each task, and a line for each call.
#>
function Write-StubCall {
    param([string] $Text)
    [System.IO.File]::AppendAllText("$env:IMGUPDATE_STUB_TASKS/calls.txt", "$Text`n")
}

function Get-StubFile {
    param([string] $TaskPath, [string] $TaskName)
    if ($TaskPath -notmatch '^\\(.*\\)?$') { throw "The task path $TaskPath does not begin and end with a backslash." }
    "$env:IMGUPDATE_STUB_TASKS/$(($TaskPath + $TaskName).Trim('\').Replace('\', '+')).json"
}

function New-ScheduledTaskAction {
    [Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSReviewUnusedParameter', '', Justification = 'The parameters of the real one.')]
    [CmdletBinding()]
    param([Parameter(Mandatory)] [string] $Execute, [string] $Argument, [string] $WorkingDirectory, [string] $Id)
    [pscustomobject]@{ Execute = $Execute; Arguments = $Argument; WorkingDirectory = $WorkingDirectory }
}

function New-ScheduledTaskPrincipal {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)] [string] $UserId,
        [ValidateSet('None', 'Password', 'S4U', 'Interactive', 'Group', 'ServiceAccount', 'InteractiveOrPassword')] [string] $LogonType,
        [ValidateSet('Limited', 'Highest')] [string] $RunLevel
    )
    [pscustomobject]@{ UserId = $UserId; LogonType = $LogonType; RunLevel = $RunLevel }
}

function New-ScheduledTaskTrigger {
    [CmdletBinding(DefaultParameterSetName = 'Once')]
    param(
        [Parameter(Mandatory, ParameterSetName = 'AtStartup')] [switch] $AtStartup,
        [Parameter(Mandatory, ParameterSetName = 'Once')] [switch] $Once,
        [Parameter(Mandatory, ParameterSetName = 'Once')] [datetime] $At,
        [Parameter(ParameterSetName = 'Once')] [timespan] $RepetitionInterval,
        [Parameter(ParameterSetName = 'Once')] [timespan] $RepetitionDuration
    )
    if ($AtStartup) { return [pscustomobject]@{ Type = 'Boot'; StartBoundary = $null } }
    $interval = $null
    if ($PSBoundParameters.ContainsKey('RepetitionInterval')) { $interval = [System.Xml.XmlConvert]::ToString($RepetitionInterval) }
    [pscustomobject]@{ Type = 'Time'; StartBoundary = $At.ToString('s'); Repetition = $interval }
}

function New-ScheduledTaskSettingsSet {
    [CmdletBinding()]
    param(
        [switch] $StartWhenAvailable, [switch] $WakeToRun, [switch] $AllowStartIfOnBatteries, [switch] $DontStopIfGoingOnBatteries,
        [ValidateSet('Parallel', 'Queue', 'IgnoreNew')] [string] $MultipleInstances, [timespan] $ExecutionTimeLimit,
        [ValidateRange(0, 10)] [int] $Priority
    )
    [pscustomobject]@{
        StartWhenAvailable = [bool]$StartWhenAvailable; WakeToRun = [bool]$WakeToRun; MultipleInstances = $MultipleInstances
        DisallowStartIfOnBatteries = -not $AllowStartIfOnBatteries; StopIfGoingOnBatteries = -not $DontStopIfGoingOnBatteries
        ExecutionTimeLimit = [System.Xml.XmlConvert]::ToString($ExecutionTimeLimit); Priority = $Priority
    }
}

function Register-ScheduledTask {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)] [string] $TaskName, [string] $TaskPath = '\', [Parameter(Mandatory)] [psobject[]] $Action,
        [psobject[]] $Trigger, [psobject] $Principal, [psobject] $Settings, [string] $Description, [switch] $Force
    )
    $file = Get-StubFile -TaskPath $TaskPath -TaskName $TaskName
    if ((Test-Path -LiteralPath $file) -and -not $Force) { throw 'Cannot create a file when that file already exists.' }
    $task = [ordered]@{ TaskPath = $TaskPath; TaskName = $TaskName; State = 'Ready'; Description = $Description; Actions = @($Action); Triggers = @($Trigger); Principal = $Principal; Settings = $Settings }
    [System.IO.File]::WriteAllText($file, (ConvertTo-Json -InputObject $task -Depth 5))
    Write-StubCall -Text "Register-ScheduledTask $TaskPath$TaskName"
    [pscustomobject]$task
}

function Get-ScheduledTask {
    [CmdletBinding()]
    param([string[]] $TaskName, [string[]] $TaskPath)
    foreach ($file in Get-ChildItem -LiteralPath $env:IMGUPDATE_STUB_TASKS -Filter *.json) {
        $task = [System.IO.File]::ReadAllText($file.FullName) | ConvertFrom-Json
        if ($TaskPath -and $TaskPath -notcontains $task.TaskPath) { continue }
        if ($TaskName -and $TaskName -notcontains $task.TaskName) { continue }
        $task
    }
}

function Get-ScheduledTaskInfo {
    [CmdletBinding()]
    param([Parameter(Mandatory)] [string] $TaskName, [string] $TaskPath = '\')
    if (-not (Test-Path -LiteralPath (Get-StubFile -TaskPath $TaskPath -TaskName $TaskName))) { throw 'The system cannot find the file specified.' }
    # As of a task that has not run yet.
    [pscustomobject]@{ LastRunTime = [datetime]'1999-11-30'; LastTaskResult = [uint32]267011; NextRunTime = [datetime]::new(2099, 1, 1, 0, 0, 0, [System.DateTimeKind]::Utc).ToLocalTime(); NumberOfMissedRuns = 0 }
}

function Unregister-ScheduledTask {
    [CmdletBinding(SupportsShouldProcess, ConfirmImpact = 'High')]
    param([Parameter(Mandatory)] [string] $TaskName, [string] $TaskPath = '\')
    if (-not $PSCmdlet.ShouldProcess($TaskName)) { return }
    Remove-Item -LiteralPath (Get-StubFile -TaskPath $TaskPath -TaskName $TaskName)
    Write-StubCall -Text "Unregister-ScheduledTask $TaskPath$TaskName"
}

Export-ModuleMember -Function '*-ScheduledTask*'
