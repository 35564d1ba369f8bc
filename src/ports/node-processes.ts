import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';
import { findPosixProcesses } from './find-processes.ts';
import { findProgram, thisPlace } from './find-program.ts';
import { powerShell } from './power-shell/index.ts';
import type { ProcessIdentity, ProcessRunner, Self } from './processes.ts';
import { askPs, loadExeca } from './system-tools.ts';
import {
  endWindowsProcess,
  ownWindowsStartTime,
  startedBetween,
  windowsProcessesWith,
  windowsProcessLives,
} from './windows-processes.ts';

const isWindows = process.platform === 'win32';

export const thisProcess: Self = { host: hostname(), pid: process.pid };

/** `ProcessRunner` over execa. On POSIX a tool is the leader of its own group, so that ending it ends its children. */
export const nodeProcesses: ProcessRunner = {
  childrenEndWithUs: isWindows,

  async start({ program, arguments: args, cwd, env, onOutput, signal, input }) {
    const execa = await loadExeca();
    const from = Date.now();
    const child = execa(findProgram(program, thisPlace), args, {
      ...(cwd === undefined ? {} : { cwd }),
      ...(env === undefined ? {} : { env }),
      ...(input === undefined ? { stdin: 'ignore' as const } : { input }),
      buffer: false,
      encoding: 'buffer',
      reject: false,
      windowsHide: true,
      detached: !isWindows,
      cleanup: true,
    });
    const to = Date.now();
    const { pid, nodeChildProcess } = child;
    if (pid === undefined) {
      const { cause } = await child;
      throw cause ?? new Error(`${program} could not be started`);
    }
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (bytes: Uint8Array) => onOutput?.(bytes));
    }
    const kill = (): Promise<void> => killTree(pid);
    const onAbort = (): void => void kill();
    signal?.addEventListener('abort', onAbort, { once: true });
    if (signal?.aborted) await kill();
    const finished = Promise.resolve(child).then((result) => {
      signal?.removeEventListener('abort', onAbort);
      return { exitCode: result.exitCode ?? null, signal: result.signal ?? null };
    });
    const startTime = isWindows
      ? startedBetween(from, to, nodeChildProcess.spawnfile)
      : ((await posixStartTime(pid)) ?? '');
    return { pid, startTime, finished, kill };
  },

  async startDetached({ program, arguments: args, cwd, env }) {
    const execa = await loadExeca();
    const child = execa(findProgram(program, thisPlace), args, {
      ...(cwd === undefined ? {} : { cwd }),
      ...(env === undefined ? {} : { env }),
      detached: true,
      cleanup: false,
      stdio: 'ignore',
      windowsHide: true,
      reject: false,
    });
    const { pid, nodeChildProcess } = child;
    if (pid === undefined) {
      const { cause } = await child;
      throw cause ?? new Error(`${program} could not be started`);
    }
    nodeChildProcess.unref();
    return pid;
  },

  async ownStartTime() {
    return isWindows ? ownWindowsStartTime() : ((await posixStartTime(process.pid)) ?? '');
  },

  lives,

  async withArgument(text) {
    if (isWindows) return windowsProcessesWith(powerShell, text);
    const found: ProcessIdentity[] = [];
    for (const pid of await findPosixProcesses(text)) {
      const startTime = await posixStartTime(pid);
      if (startTime !== undefined) found.push({ pid, startTime });
    }
    return found;
  },

  async end(noted) {
    if (isWindows) return endWindowsProcess(powerShell, noted);
    for (let attempt = 0; attempt < 50; attempt += 1) {
      if (!(await lives(noted))) return true;
      await killTree(noted.pid);
      await delay(100);
    }
    return false;
  },
};

async function lives(asked: ProcessIdentity): Promise<boolean> {
  if (isWindows) return windowsProcessLives(powerShell, asked);
  return (await posixStartTime(asked.pid)) === asked.startTime;
}

async function killTree(pid: number): Promise<void> {
  if (isWindows) {
    const execa = await loadExeca();
    await execa(findProgram('taskkill.exe', thisPlace), ['/PID', String(pid), '/T', '/F'], {
      reject: false,
      windowsHide: true,
    });
    return;
  }
  for (const target of [-pid, pid]) {
    try {
      process.kill(target, 'SIGKILL');
    } catch {
      // Already gone, or never the leader of a group of its own.
    }
  }
}

/** Boot id and field 22 of /proc/PID/stat (clock ticks since boot): unique over reboots. A zombie counts as ended. */
function linuxStartTime(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (fields[0] === 'Z' || fields[0] === 'X') return undefined;
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'latin1').trim();
    return `${boot}/${fields[19]}`;
  } catch {
    return undefined;
  }
}

/** The start time of a living process, or undefined when there is none with this pid. */
async function posixStartTime(pid: number): Promise<string | undefined> {
  if (process.platform === 'linux') return linuxStartTime(pid);
  return (await askPs(['-o', 'lstart=', '-p', String(pid)])).trim() || undefined;
}
