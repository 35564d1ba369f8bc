function Suspend-ImgUpdateSchedule {
    <#
    .SYNOPSIS
    Suspends a schedule: nothing runs before it is resumed.
    .DESCRIPTION
    A run that is not over is not touched: stop it with Stop-ImgServicing, or wait for its end. A schedule that is
    suspended already stays so.
    .PARAMETER InputObject
    From the pipeline: schedules.
    .PARAMETER ScheduleId
    Ids of schedules.
    .INPUTS
    Img.UpdateSchedule
    .OUTPUTS
    Img.UpdateSchedule
    .EXAMPLE
    Get-ImgUpdateSchedule -Name 'Windows 11*' | Suspend-ImgUpdateSchedule

    Suspends the schedules of some images.
    .EXAMPLE
    Suspend-ImgUpdateSchedule -ScheduleId $id -WhatIf

    Shows which schedule would be suspended.
    .LINK
    Set-ImgUpdateSchedule
    #>
    [CmdletBinding(SupportsShouldProcess, DefaultParameterSetName = 'ById')]
    [OutputType('Img.UpdateSchedule')]
    param(
        [Parameter(Mandatory, ValueFromPipeline, ParameterSetName = 'ByValue')] [Alias('ServicingSchedule')] [psobject] $InputObject,
        [Parameter(Mandatory, Position = 0, ParameterSetName = 'ById')] [string[]] $ScheduleId
    )

    process {
        $ids = @($ScheduleId)
        if ($PSCmdlet.ParameterSetName -eq 'ByValue') { $ids = @([string]$InputObject.ScheduleId) }
        foreach ($id in $ids) {
            $label = Get-ImgScheduleText -Cmdlet $PSCmdlet -ScheduleId $id
            if ($label -and $PSCmdlet.ShouldProcess($label, 'Suspend')) {
                Set-ImgScheduleMember -Cmdlet $PSCmdlet -Request ([ordered]@{ scheduleId = $id; enabled = $false })
            }
        }
    }
}
