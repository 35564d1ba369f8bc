/** The text of units of systemd that start workers. */
import type { WakerTask } from './waker.ts';

/** A word of an ExecStart line: systemd takes quotation marks, backslashes, % and $ for its own. */
export function quoteWord(word: string): string {
  const text = word
    .replaceAll('%', '%%')
    .replaceAll('$', () => '$$')
    .replaceAll('\\', '\\\\')
    .replaceAll('"', '\\"');
  return `"${text.replaceAll('\n', '\\n')}"`;
}

/** The name of the units: those of others are never taken for ours. */
export function unitName(name: string): string {
  const lower = name.toLowerCase();
  return lower === 'imgupdate' || lower.startsWith('imgupdate-') ? lower : `imgupdate-${lower}`;
}

/**
 * The worker, or what stays. A worker looks once and ends; what it started is its own to end (KillMode), and a run that is
 * stopped is rolled back before the machine goes down, which may take its time.
 */
export function serviceUnit(task: WakerTask): string {
  return `[Unit]
Description=${task.description}

[Service]
Type=${task.stays ? 'exec' : 'oneshot'}
ExecStart=${[task.program, ...task.arguments].map(quoteWord).join(' ')}
${task.scope === 'System' ? `User=${task.account}\n` : ''}KillMode=mixed
TimeoutStopSec=15min
`;
}

/**
 * At once, then always so long after the worker ended. That is no time of day, so none is ever missed: what of a schedule
 * was missed while the machine was off is for the worker to decide.
 */
export function timerUnit({ name, description, repetitionMinutes }: WakerTask): string {
  return `[Unit]
Description=${description}

[Timer]
OnActiveSec=0
OnUnitInactiveSec=${repetitionMinutes}min
AccuracySec=30s
Unit=${unitName(name)}.service

[Install]
WantedBy=timers.target
`;
}

/** The moments at which the machine is woken. */
export function wakeUnit({ name, description, wakeTimes }: WakerTask): string {
  const times = wakeTimes.map((time) => `OnCalendar=${time.slice(0, 10)} ${time.slice(11, 19)} UTC\n`);
  return `[Unit]
Description=${description}: wakes the computer

[Timer]
${times.join('')}AccuracySec=1s
WakeSystem=true
Unit=${unitName(name)}.service

[Install]
WantedBy=timers.target
`;
}
