function Get-ImgScheduledTask {
    <#
    .SYNOPSIS
    Gets the tasks of the system that start workers for this site.
    .DESCRIPTION
    State is what the system says now: Ready, Running or Disabled; Missing when somebody removed the task, Unknown when the
    system does not answer or the task is of another computer.
    .PARAMETER Name
    Names of tasks, with the wildcards * and ?.
    .INPUTS
    Names
    .OUTPUTS
    Img.ScheduledTask
    .EXAMPLE
    Get-ImgScheduledTask

    Shows what starts workers, when it did, and how that ended.
    .EXAMPLE
    (Get-ImgScheduledTask ImgUpdate).WakeTimes

    Shows when the computer is woken.
    .LINK
    Register-ImgScheduledTask
    #>
    [CmdletBinding()]
    [OutputType('Img.ScheduledTask')]
    param([Parameter(Position = 0, ValueFromPipeline, ValueFromPipelineByPropertyName)] [Alias('TaskName')] [SupportsWildcards()] [string[]] $Name = '*')

    process {
        foreach ($each in $Name) {
            $result = Invoke-ImgEngine -Cmdlet $PSCmdlet -Method task.list -Request @{ name = $each } -Target $each
            $found = @($result.Tasks)
            if ($found.Count -eq 0 -and $null -ne $result -and $each -notmatch '[*?]') {
                Write-ImgError -Cmdlet $PSCmdlet -Record (New-ImgError -Id ImgTaskNotFound -Message "There is no task '$each'." -Target $each)
            }
            ConvertTo-ImgObject -TypeName Img.ScheduledTask -InputObject $found
        }
    }
}
