/**
 * Which process is which on Windows, where Node tells of another process only whether its id is in use. A process of
 * ours names itself by a pipe that it holds open; a program that we start, by the time around its start and its name:
 * while it is held open, no other process gets its id, so whoever has that id and was started in that time is it. That
 * costs nothing when it is started; PowerShell is asked only when such a process must be found again.
 */
import { win32 } from 'node:path';
import { livenessPipeExists, openLivenessPipe } from './liveness-pipe.ts';
import type { PowerShell } from './power-shell/power-shell.ts';
import { findProcesses } from './power-shell/scripts/find-processes.ts';
import { type NotedProcess, processLives } from './power-shell/scripts/process-lives.ts';
import type { ProcessIdentity } from './processes.ts';

const pipe = 'pipe';
const started = 'started';

/** How far the clocks of Node and of the system may be apart, in milliseconds: their ticks are up to 16. */
const slack = 50;
/** 1601 to 1970 in units of 100 ns, as FILETIME counts. */
const epoch = 116_444_736_000_000_000n;

/** Start time of a program that was started between these two times (milliseconds since 1970), `file` its program. */
export function startedBetween(from: number, to: number, file: string): string {
  return [started, fileTime(from - slack), fileTime(to + slack), win32.basename(file)].join('/');
}

let own: Promise<string> | undefined;

/** Start time of this process: its pipe, made when it is first asked for. */
export async function ownWindowsStartTime(): Promise<string> {
  own ??= openLivenessPipe();
  return `${pipe}/${await own}`;
}

/** Throws the problem of the PowerShell that it may have to ask. */
export async function windowsProcessLives(powerShell: PowerShell, process: ProcessIdentity): Promise<boolean> {
  if (!isInUse(process.pid)) return false;
  const [kind, nonce = ''] = process.startTime.split('/');
  if (kind === pipe) return livenessPipeExists(process.pid, nonce);
  const noted = notedProcess(process);
  return noted !== undefined && powerShell.ask(processLives, { ...noted, end: false });
}

/** Ends a process that was started as a program, with its children. True when it is gone. */
export async function endWindowsProcess(powerShell: PowerShell, process: ProcessIdentity): Promise<boolean> {
  if (!isInUse(process.pid)) return true;
  const noted = notedProcess(process);
  return noted === undefined || !(await powerShell.ask(processLives, { ...noted, end: true }));
}

/** Processes with this text in their command line. */
export async function windowsProcessesWith(powerShell: PowerShell, text: string): Promise<ProcessIdentity[]> {
  const found = await powerShell.ask(findProcesses, { text, except: process.pid });
  return found.map(({ pid, program, started: time }) => {
    const at = Number((BigInt(time) - epoch) / 10_000n);
    return { pid, startTime: startedBetween(at, at, program) };
  });
}

function notedProcess({ pid, startTime }: ProcessIdentity): NotedProcess | undefined {
  const [kind, startedFrom = '', startedTo = '', program = ''] = startTime.split('/');
  const isWhole = kind === started && /^\d+$/.test(startedFrom) && /^\d+$/.test(startedTo) && program !== '';
  return isWhole ? { pid, program, startedFrom, startedTo } : undefined;
}

/** Some process has this id. Asks the system alone. */
function isInUse(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}

function fileTime(milliseconds: number): string {
  return String(BigInt(milliseconds) * 10_000n + epoch);
}
