function Get-ImgUpdateSchedule {
    <#
    .SYNOPSIS
    Gets schedules.
    .DESCRIPTION
    Outputs which image gets which updates when, and what became of it. States and actions have the numbers of
    Configuration Manager beside them.
    .PARAMETER InputObject
    From the pipeline: images or schedules.
    .PARAMETER Name
    Names of images, with the wildcards * and ?.
    .PARAMETER Id
    Ids of images.
    .PARAMETER ScheduleId
    Ids of schedules.
    .PARAMETER State
    Only schedules in this state.
    .PARAMETER Next
    Outputs so many of the next occurrences of each schedule, instead of the schedule.
    .INPUTS
    Img.Image, Img.UpdateSchedule
    .OUTPUTS
    Img.UpdateSchedule; Img.ScheduleOccurrence with -Next
    .EXAMPLE
    Get-ImgUpdateSchedule

    Shows all schedules, newest first.
    .EXAMPLE
    Get-ImgUpdateSchedule -Name 'Windows 11*' -State Scheduled

    Shows what will run for some images.
    .EXAMPLE
    Get-ImgUpdateSchedule -Name 'Windows 11 Enterprise' -Next 6

    Shows when it runs the next six times.
    .LINK
    New-ImgUpdateSchedule
    #>
    [CmdletBinding(DefaultParameterSetName = 'ByName')]
    [Alias('Get-ImgOperatingSystemImageUpdateSchedule', 'Get-ImgOperatingSystemUpgradeUpdateSchedule')]
    [OutputType('Img.UpdateSchedule', 'Img.ScheduleOccurrence')]
    param(
        [Parameter(Mandatory, ValueFromPipeline, ParameterSetName = 'ByValue')] [Alias('OperatingSystemImage', 'ServicingSchedule')] [psobject] $InputObject,
        [Parameter(Position = 0, ParameterSetName = 'ByName')] [SupportsWildcards()] [Alias('ImageName', 'OperatingSystemImageName')] [string[]] $Name,
        [Parameter(Mandatory, ParameterSetName = 'ById')] [Alias('ImageId', 'PackageId', 'OperatingSystemImageId')] [string[]] $Id,
        [Parameter(Mandatory, ParameterSetName = 'BySchedule')] [string[]] $ScheduleId,
        [ValidateSet('None', 'Scheduled', 'Running', 'Succeeded', 'Failed')] [string] $State,
        [ValidateRange(1, 1000)] [int] $Next
    )

    process {
        $images = @($Name) + @($Id) | Where-Object { $_ }
        $schedules = @($ScheduleId) | Where-Object { $_ }
        if ($null -ne $InputObject) {
            if ($InputObject.ScheduleId) {
                $schedules = @($InputObject.ScheduleId)
            } else {
                $target = Resolve-ImgTarget -Cmdlet $PSCmdlet -InputObject $InputObject
                if ($null -eq $target) {
                    return
                }
                $images = @($target.Value)
            }
        }
        foreach ($each in $schedules) {
            $result = Invoke-ImgEngine -Cmdlet $PSCmdlet -Method schedule.show -Request @{ scheduleId = $each; next = $Next } -Target $each
            if ($null -eq $result -or ($State -and $result.Schedule.State -ne $State)) {
                continue
            }
            if ($Next) {
                Write-ImgOccurrence -Result $result
            } else {
                ConvertTo-ImgObject -TypeName Img.UpdateSchedule -InputObject $result.Schedule
            }
        }
        if ($schedules) {
            return
        }
        if (-not $images) {
            $images = @('*')
        }
        foreach ($each in $images) {
            $request = [ordered]@{ image = $each }
            if ($State) { $request['state'] = $State }
            $list = @{ Method = 'schedule.list'; Request = $request; Member = 'Schedules'; TypeName = 'Img.UpdateSchedule'; Target = $each }
            foreach ($found in Get-ImgList -Cmdlet $PSCmdlet @list) {
                if ($Next) {
                    Write-ImgOccurrence -Result (Invoke-ImgEngine -Cmdlet $PSCmdlet -Method schedule.show -Request @{ scheduleId = $found.ScheduleId; next = $Next } -Target $found.ImageName)
                } else {
                    $found
                }
            }
        }
    }
}
