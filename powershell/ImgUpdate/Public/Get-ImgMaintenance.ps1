function Get-ImgMaintenance {
    <#
    .SYNOPSIS
    Gets what was maintained, newest first.
    .DESCRIPTION
    Outputs each maintenance with its parts: what was cleaned up, how much it was, what stayed and why.
    .PARAMETER InputObject
    From the pipeline: schedules of kind Maintenance.
    .PARAMETER ScheduleId
    Only those of these schedules.
    .PARAMETER Last
    The newest so many.
    .INPUTS
    Img.UpdateSchedule
    .OUTPUTS
    Img.Maintenance
    .EXAMPLE
    Get-ImgMaintenance -Last 1

    Shows the last maintenance.
    .EXAMPLE
    (Get-ImgMaintenance -Last 1).Parts

    Shows what came of each of its parts.
    .LINK
    Invoke-ImgMaintenance
    #>
    [CmdletBinding(DefaultParameterSetName = 'ById')]
    [OutputType('Img.Maintenance')]
    param(
        [Parameter(Mandatory, ValueFromPipeline, ParameterSetName = 'ByValue')] [psobject] $InputObject,
        [Parameter(Position = 0, ParameterSetName = 'ById')] [string[]] $ScheduleId,
        [ValidateRange(1, 2147483647)] [int] $Last
    )

    process {
        $ids = @($ScheduleId)
        if ($PSCmdlet.ParameterSetName -eq 'ByValue') { $ids = @([string]$InputObject.ScheduleId) }
        foreach ($id in $ids) {
            $request = [ordered]@{}
            if ($id) { $request['scheduleId'] = $id }
            Get-ImgList -Cmdlet $PSCmdlet -Method maintenance.list -Request $request -Member Maintenances -TypeName Img.Maintenance -Last $Last
        }
    }
}
