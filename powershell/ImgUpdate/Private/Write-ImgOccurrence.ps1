function Write-ImgOccurrence {
    <#
    .SYNOPSIS
    Outputs the occurrences of a result of schedule.show, each with its schedule.
    #>
    [CmdletBinding()]
    [OutputType([psobject])]
    param([AllowNull()] [psobject] $Result)

    if ($null -eq $Result) {
        return
    }
    $facts = [ordered]@{ ScheduleId = $Result.Schedule.ScheduleId; ImageName = $Result.Schedule.ImageName }
    foreach ($occurrence in $Result.Occurrences) {
        ConvertTo-ImgObject -TypeName Img.ScheduleOccurrence -InputObject $occurrence | Add-ImgMember -Value $facts
    }
}
