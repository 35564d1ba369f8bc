<#
.SYNOPSIS
Register-ImgScheduledTask makes tasks of Task Scheduler; the one that looks starts a worker as SYSTEM that ends with 0.
#>
param([Parameter(Mandatory)] [hashtable] $Context)

$name = "ImgUpdate-acceptance-$PID"
$path = '\ImgUpdate\'
try {
    $null = New-ImgImage -Name Image -Path (New-RehearsalImage -Context $Context) -AcceptEula
    $null = New-ImgUpdateSchedule -ImageName Image -Rule (New-ImgUpdateRule -Latest) -WarningAction SilentlyContinue `
        -Schedule (New-ImgSchedule -PatchTuesday -OffsetDay 2 -Start '22:00')
    $task = Register-ImgScheduledTask -Name $name
    $again = Register-ImgScheduledTask -Name $name -RepetitionInterval 00:07
    Assert-That -Holds ($task.State -ne 'Missing' -and @(Get-ImgScheduledTask).Count -eq 1) -Otherwise "the task is $($task.State)"
    Assert-That -Holds ($again.RepetitionMinutes -eq 7) -Otherwise 'the task was not changed'
    $waking = Get-ScheduledTask -TaskPath $path -TaskName "$name wake"
    Assert-That -Holds ($waking.Settings.WakeToRun -and @($waking.Triggers).Count -eq 12) -Otherwise 'nothing wakes the computer'
    $real = Get-ScheduledTask -TaskPath $path -TaskName $name
    Assert-That -Holds ([string]$real.Principal.RunLevel -eq 'Highest' -and $real.Settings.StartWhenAvailable) -Otherwise 'it has not the rights, or does not run what was missed'
    Assert-That -Holds ($real.Triggers[1].Repetition.Interval -eq 'PT7M') -Otherwise "it looks again after $($real.Triggers[1].Repetition.Interval)"
    Start-ScheduledTask -TaskPath $path -TaskName $name
    $deadline = [DateTime]::UtcNow.AddMinutes(2)
    do {
        Start-Sleep -Seconds 1
        $now = Get-ImgScheduledTask $name
    } while (($now.State -eq 'Running' -or $null -eq $now.LastResult) -and [DateTime]::UtcNow -lt $deadline)
    Assert-That -Holds ($now.LastResult -eq 0) -Otherwise "its worker ended with $($now.LastResult)"
    Unregister-ImgScheduledTask -Name $name -Confirm:$false
    Assert-That -Holds ($null -eq (Get-ScheduledTask -TaskPath $path -ErrorAction Ignore | Where-Object -Property TaskName -Like "$name*")) -Otherwise 'a task is left'
    "next: $($task.WakeTimes[0])"
} finally {
    Get-ScheduledTask -TaskPath $path -ErrorAction Ignore | Where-Object -Property TaskName -Like "$name*" | Unregister-ScheduledTask -Confirm:$false
}
