function Unregister-ImgScheduledTask {
    <#
    .SYNOPSIS
    Removes a task of the system that starts workers for this site.
    .DESCRIPTION
    Schedules stay, and nothing starts them by itself any more. A worker that runs goes on.
    .PARAMETER InputObject
    From the pipeline: tasks or names.
    .PARAMETER Name
    Name of the task.
    .PARAMETER Force
    Does not ask.
    .INPUTS
    Img.ScheduledTask, names
    .OUTPUTS
    None
    .EXAMPLE
    Unregister-ImgScheduledTask

    Asks, and removes the task.
    .EXAMPLE
    Get-ImgScheduledTask | Unregister-ImgScheduledTask -Force

    Removes all tasks of this site without asking.
    .LINK
    Register-ImgScheduledTask
    #>
    [CmdletBinding(SupportsShouldProcess, ConfirmImpact = 'High', DefaultParameterSetName = 'ByName')]
    param(
        [Parameter(Mandatory, ValueFromPipeline, ParameterSetName = 'ByValue')] [psobject] $InputObject,
        [Parameter(Position = 0, ParameterSetName = 'ByName')] [Alias('TaskName')] [string] $Name = 'ImgUpdate',
        [switch] $Force
    )

    process {
        if ($Force -and -not $PSBoundParameters.ContainsKey('Confirm')) {
            $ConfirmPreference = 'None'
        }
        $meant = $Name
        if ($PSCmdlet.ParameterSetName -eq 'ByValue') { $meant = Get-ImgName -InputObject $InputObject }
        if ($PSCmdlet.ShouldProcess($meant, 'Unregister scheduled task')) {
            $result = Invoke-ImgEngine -Cmdlet $PSCmdlet -Method task.unregister -Request @{ name = $meant } -Target $meant
            foreach ($warning in $result.Warnings) { Write-Warning -Message $warning }
        }
    }
}
