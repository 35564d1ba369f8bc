function Resume-ImgUpdateSchedule {
    <#
    .SYNOPSIS
    Resumes a schedule that was suspended, with the next time that comes.
    .DESCRIPTION
    What came while it was suspended is not made up for. A one-time schedule whose time has gone by is not resumed:
    give it another time with Set-ImgUpdateSchedule.
    .PARAMETER InputObject
    From the pipeline: schedules.
    .PARAMETER ScheduleId
    Ids of schedules.
    .INPUTS
    Img.UpdateSchedule
    .OUTPUTS
    Img.UpdateSchedule
    .EXAMPLE
    Get-ImgUpdateSchedule -State None | Resume-ImgUpdateSchedule

    Resumes what is suspended.
    .EXAMPLE
    (Resume-ImgUpdateSchedule -ScheduleId $id).NextRun

    Resumes one, and shows when it runs.
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
            if ($label -and $PSCmdlet.ShouldProcess($label, 'Resume')) {
                Set-ImgScheduleMember -Cmdlet $PSCmdlet -Request ([ordered]@{ scheduleId = $id; enabled = $true })
            }
        }
    }
}
