function Register-ImgScheduledTask {
    <#
    .SYNOPSIS
    Has the system start workers, so that schedules begin by themselves.
    .DESCRIPTION
    On Windows a task of Task Scheduler is made: it starts a worker when the computer starts and then again and again, with
    highest rights, whether somebody is logged on or not; what was missed while the computer was off is made up for. A second
    task wakes the computer when a schedule is due. On Linux a service and a timer of systemd do the same. The worker is that
    of this module and works on this site; it needs no profile. Registered again, the same task is changed.
    Windows takes such a task from an elevated prompt alone. With -WhatIf nothing is made; the member Definition of the answer
    shows word for word what would be.
    .PARAMETER Name
    Name of the task; default is ImgUpdate. Another site of this computer needs another one.
    .PARAMETER Serve
    Distribution point of the kind Http that is kept served instead: started with the computer, and again when it ended.
    .PARAMETER Token
    With -Serve: where the bearer token is that clients must send, instead of what the distribution point says:
    @{ Secret = 'name'; Vault = 'vault' } of SecretManagement, which the account of the task must be able to read, or
    @{ Environment = 'NAME' }. The task has no environment of yours, so a variable reaches it only where the system itself sets
    it. The token itself is stored nowhere, neither in the site nor in the task.
    .PARAMETER User
    Windows: the account of the worker, without a password: SYSTEM (default), a group managed service account (its name ends
    with $), or a user, who then reaches no share as himself. Linux: the user of the service; default is root.
    .PARAMETER Scope
    Linux: System for the machine (default for root), User for the user who registers it.
    .PARAMETER RepetitionInterval
    Time between two looks at what is due; default is five minutes. An occurrence is missed after ten.
    .PARAMETER WakeComputer
    $false lets a computer that sleeps go on sleeping. Default is $true.
    .OUTPUTS
    Img.ScheduledTask
    .EXAMPLE
    Register-ImgScheduledTask

    Has the system start what is due, from now on.
    .EXAMPLE
    Register-ImgScheduledTask -User 'CONTOSO\imgupdate$' -RepetitionInterval 00:02 -WakeComputer $false

    Uses a group managed service account that may write to the shares of the distribution points.
    .EXAMPLE
    Register-ImgScheduledTask -Serve Web

    Keeps the distribution point Web served.
    .EXAMPLE
    Register-ImgScheduledTask -Serve Web -User 'CONTOSO\images$' -Token @{ Secret = 'ImagesToken' }

    Serves it to clients that send the token, which is a secret of that account.
    .EXAMPLE
    (Register-ImgScheduledTask -WhatIf).Definition.Text

    Shows what the system would be told.
    .LINK
    Get-ImgScheduledTask
    .LINK
    Unregister-ImgScheduledTask
    .LINK
    New-ImgUpdateSchedule
    #>
    [CmdletBinding(SupportsShouldProcess)]
    [OutputType('Img.ScheduledTask')]
    param(
        [Parameter(Position = 0, ValueFromPipelineByPropertyName)] [Alias('TaskName')] [string] $Name,
        [Alias('DistributionPointName')] [string] $Serve,
        [System.Collections.IDictionary] $Token,
        [Alias('Account', 'UserId')] [string] $User,
        [ValidateSet('System', 'User')] [string] $Scope,
        [timespan] $RepetitionInterval,
        [Alias('WakeToRun')] [bool] $WakeComputer
    )

    process {
        $request = [ordered]@{}
        if ($Name) { $request['name'] = $Name }
        if ($Serve) { $request['serve'] = $Serve }
        if ($Token) { $request['token'] = ConvertTo-ImgSettingMember -Value $Token }
        $target = if ($Name) { $Name } elseif ($Serve) { $Serve } else { 'ImgUpdate' }
        if ($User) { $request['account'] = $User }
        if ($Scope) { $request['scope'] = $Scope }
        if ($PSBoundParameters.ContainsKey('RepetitionInterval')) { $request['repetitionMinutes'] = $RepetitionInterval.TotalMinutes }
        if ($PSBoundParameters.ContainsKey('WakeComputer')) { $request['wakeComputer'] = $WakeComputer }
        $isReal = $PSCmdlet.ShouldProcess($target, 'Register scheduled task')
        if (-not $isReal -and -not $WhatIfPreference) {
            return
        }
        $result = Invoke-ImgEngine -Cmdlet $PSCmdlet -Method task.register -Request $request -Target $target -DryRun:(-not $isReal)
        if ($null -ne $result -and $null -ne $result.PSObject.Properties['Definition']) {
            $null = $result.Task | Add-ImgMember -Value @{ Definition = $result.Definition }
        }
        Write-ImgAnswer -Result $result -Member Task -TypeName Img.ScheduledTask
    }
}
