import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';
import { findProcesses } from './find-processes.ts';
import type { ProcessRunner, Self } from './processes.ts';
import { askPowerShell, askPs, loadExeca } from './system-tools.ts';

export const thisProcess: Self = { host: hostname(), pid: process.pid };

/** `ProcessRunner` over execa. On POSIX a tool is the leader of its own group, so that ending it ends its children. */
export const nodeProcesses: ProcessRunner = {
  async start({ program, arguments: args, cwd, env, onOutput, signal }) {
    const execa = await loadExeca();
    const child = execa(program, args, {
      ...(cwd === undefined ? {} : { cwd }),
      ...(env === undefined ? {} : { env }),
      stdin: 'ignore',
      buffer: false,
      encoding: 'buffer',
      reject: false,
      windowsHide: true,
      detached: process.platform !== 'win32',
      cleanup: true,
    });
    const pid = child.pid;
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
    return { pid, startTime: (await this.startTimeOf(pid)) ?? '', finished, kill };
  },

  async startDetached({ program, arguments: args, cwd, env }) {
    const execa = await loadExeca();
    const child = execa(program, args, {
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

  async startTimeOf(pid) {
    if (process.platform === 'linux') return linuxStartTime(pid);
    return process.platform === 'win32' ? windowsStartTime(pid) : posixStartTime(pid);
  },

  async withArgument(text) {
    const found: { pid: number; startTime: string }[] = [];
    for (const pid of await findProcesses(text)) {
      const startTime = await this.startTimeOf(pid);
      if (startTime !== undefined) found.push({ pid, startTime });
    }
    return found;
  },

  async end({ pid, startTime }) {
    for (let attempt = 0; attempt < 50; attempt += 1) {
      const found = await this.startTimeOf(pid);
      if (found === undefined || found !== startTime) return true;
      await killTree(pid);
      await delay(100);
    }
    return false;
  },
};

async function killTree(pid: number): Promise<void> {
  if (process.platform === 'win32') {
    const execa = await loadExeca();
    await execa('taskkill', ['/PID', String(pid), '/T', '/F'], { reject: false });
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

async function windowsStartTime(pid: number): Promise<string | undefined> {
  const script =
    '$p = Get-Process -Id ([int]$env:IMGUPDATE_PID) -ErrorAction SilentlyContinue; if ($p) { $p.StartTime.ToFileTimeUtc() }';
  return (await askPowerShell(script, { IMGUPDATE_PID: String(pid) })).trim() || undefined;
}

async function posixStartTime(pid: number): Promise<string | undefined> {
  return (await askPs(['-o', 'lstart=', '-p', String(pid)])).trim() || undefined;
}
