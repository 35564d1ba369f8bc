function Clear-ImgUpdateSchedule {
    <#
    .SYNOPSIS
    Removes schedules that are not running.
    .DESCRIPTION
    Removes one schedule, or all schedules of an image. A run that is under way is stopped with Stop-ImgServicing.
    .PARAMETER InputObject
    From the pipeline: schedules, images or names of images.
    .PARAMETER Name
    Name of an image.
    .PARAMETER Id
    Id of an image.
    .PARAMETER ScheduleId
    Id of one schedule.
    .PARAMETER Force
    Does not ask.
    .INPUTS
    Img.UpdateSchedule, Img.Image, names
    .OUTPUTS
    None
    .EXAMPLE
    Clear-ImgUpdateSchedule -Name 'Windows 11 Enterprise'

    Asks, and removes the schedules of an image.
    .EXAMPLE
    Get-ImgUpdateSchedule -State Failed | Clear-ImgUpdateSchedule -Force

    Removes the schedules that failed, without asking.
    .LINK
    New-ImgUpdateSchedule
    #>
    [CmdletBinding(SupportsShouldProcess, ConfirmImpact = 'High', DefaultParameterSetName = 'ByName')]
    [Alias('Remove-ImgUpdateSchedule', 'Clear-ImgOperatingSystemImageUpdateSchedule', 'Clear-ImgOperatingSystemUpgradeUpdateSchedule')]
    param(
        [Parameter(Mandatory, ValueFromPipeline, ParameterSetName = 'ByValue')] [Alias('OperatingSystemImage', 'ServicingSchedule')] [psobject] $InputObject,
        [Parameter(Mandatory, Position = 0, ParameterSetName = 'ByName')] [Alias('ImageName', 'OperatingSystemImageName')] [string] $Name,
        [Parameter(Mandatory, ParameterSetName = 'ById')] [Alias('ImageId', 'PackageId', 'OperatingSystemImageId')] [string] $Id,
        [Parameter(Mandatory, ParameterSetName = 'BySchedule')] [string[]] $ScheduleId,
        [switch] $Force
    )

    process {
        if ($Force -and -not $PSBoundParameters.ContainsKey('Confirm')) {
            $ConfirmPreference = 'None'
        }
        $schedules = $ScheduleId
        if ($InputObject.ScheduleId) {
            $schedules = @($InputObject.ScheduleId)
        }
        $requests = foreach ($each in $schedules) {
            $label = Get-ImgScheduleText -Cmdlet $PSCmdlet -ScheduleId $each
            if (-not $label) { continue }
            [pscustomobject]@{ Label = $label; Request = @{ scheduleId = $each } }
        }
        if (-not $schedules) {
            $target = Get-ImgBoundTarget -Cmdlet $PSCmdlet -Bound $PSBoundParameters -ImageOnly
            if ($null -eq $target) {
                return
            }
            $requests = [pscustomobject]@{ Label = "All schedules of $($target.Label)"; Request = @{ image = $target.Value } }
        }
        foreach ($each in $requests) {
            if ($PSCmdlet.ShouldProcess($each.Label, 'Remove')) {
                $null = Invoke-ImgEngine -Cmdlet $PSCmdlet -Method schedule.clear -Request $each.Request -Target $each.Label
            }
        }
    }
}
