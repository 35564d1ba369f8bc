import type { Script } from '../power-shell.ts';
import { textMember } from './members.ts';

/** What Task Scheduler is told of a worker. */
export interface TaskWish {
  name: string;
  description: string;
  program: string;
  arguments: string;
  folder: string;
  account: string;
  /** A logon type of Task Scheduler. None of them keeps a password. */
  logonType: 'ServiceAccount' | 'Password' | 'S4U';
  repetitionMinutes: number;
  /** RFC 3339, UTC. */
  wakeTimes: readonly string[];
}

export interface FoundTask {
  commandLine: string;
  /** As Task Scheduler says: Ready, Running, Disabled, Queued, Unknown. */
  state: string;
  /** FILETIME in decimal digits; '': never. */
  lastRun: string;
  nextRun: string;
  /** Decimal digits. */
  lastResult: string;
}

/** Where our tasks are. Waking is a setting of a task, not of a trigger, so there are two: one must not wake all the time. */
const names = `
$path = '\\ImgUpdate\\'
$waking = "$($Value.name) wake"
function Find-Task([string] $Name) { Get-ScheduledTask -TaskPath $path -ErrorAction Ignore | Where-Object { $_.TaskName -eq $Name } }
`;

/**
 * Registers the task, or changes it. The beginning of the repetition is fixed, so that the same wish is the same task. The
 * moments of waking are written as UTC: Task Scheduler would take a local time anew when the zone of the computer changes.
 */
export const registerTask: Script<TaskWish, boolean> = {
  name: 'register a scheduled task',
  text: `
param($Value)
Import-Module ScheduledTasks
${names}
$action = New-ScheduledTaskAction -Execute $Value.program -Argument $Value.arguments -WorkingDirectory $Value.folder
$principal = New-ScheduledTaskPrincipal -UserId $Value.account -LogonType $Value.logonType -RunLevel Highest
$common = @{
  StartWhenAvailable = $true; AllowStartIfOnBatteries = $true; DontStopIfGoingOnBatteries = $true
  MultipleInstances = 'IgnoreNew'; ExecutionTimeLimit = [TimeSpan]::Zero; Priority = 6
}
$atStart = New-ScheduledTaskTrigger -AtStartup
$again = New-ScheduledTaskTrigger -Once -At ([DateTime]'2020-01-01') -RepetitionInterval ([TimeSpan]::FromMinutes($Value.repetitionMinutes))
$again.StartBoundary = '2020-01-01T00:00:00Z'
$task = @{ TaskPath = $path; Action = $action; Principal = $principal; Description = $Value.description; Force = $true }
$null = Register-ScheduledTask @task -TaskName $Value.name -Trigger @($atStart, $again) -Settings (New-ScheduledTaskSettingsSet @common)
$times = @($Value.wakeTimes | Where-Object { $_ })
if ($times.Count -gt 0) {
  $triggers = foreach ($time in $times) {
    $trigger = New-ScheduledTaskTrigger -Once -At ([DateTime]'2020-01-01')
    # PowerShell 7 makes a time of the text.
    if ($time -is [DateTime]) { $time = $time.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", [cultureinfo]::InvariantCulture) }
    $trigger.StartBoundary = $time
    $trigger
  }
  $null = Register-ScheduledTask @task -TaskName $waking -Trigger @($triggers) -Settings (New-ScheduledTaskSettingsSet @common -WakeToRun)
} elseif (Find-Task $waking) {
  Unregister-ScheduledTask -TaskPath $path -TaskName $waking -Confirm:$false
}
$true
`,
  bound: 120_000,
  repeatable: true,
  read([item]) {
    if (item !== true) throw new TypeError('the answer is not true');
    return item;
  },
};

export const findTask: Script<{ name: string }, FoundTask | undefined> = {
  name: 'find a scheduled task',
  text: `
param($Value)
Import-Module ScheduledTasks
${names}
$task = Find-Task $Value.name
if ($task) {
  $info = Get-ScheduledTaskInfo -TaskPath $path -TaskName $Value.name
  $action = @($task.Actions)[0]
  @{
    commandLine = "$($action.Execute) $($action.Arguments)"; state = [string]$task.State
    lastRun = $(if ($info.LastRunTime) { [string]$info.LastRunTime.ToFileTimeUtc() } else { '' })
    nextRun = $(if ($info.NextRunTime) { [string]$info.NextRunTime.ToFileTimeUtc() } else { '' })
    lastResult = [string]$info.LastTaskResult
  }
}
`,
  bound: 60_000,
  repeatable: true,
  read([item]) {
    if (item === undefined) return undefined;
    return {
      commandLine: textMember(item, 'commandLine'),
      state: textMember(item, 'state'),
      lastRun: textMember(item, 'lastRun'),
      nextRun: textMember(item, 'nextRun'),
      lastResult: textMember(item, 'lastResult'),
    };
  },
};

export const unregisterTask: Script<{ name: string }, boolean> = {
  name: 'remove a scheduled task',
  text: `
param($Value)
Import-Module ScheduledTasks
${names}
foreach ($name in $Value.name, $waking) {
  if (Find-Task $name) { Unregister-ScheduledTask -TaskPath $path -TaskName $name -Confirm:$false }
}
$true
`,
  bound: 60_000,
  repeatable: true,
  read([item]) {
    if (item !== true) throw new TypeError('the answer is not true');
    return item;
  },
};
