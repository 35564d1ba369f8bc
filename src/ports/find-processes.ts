import { readdirSync, readFileSync } from 'node:fs';
import { askPs } from './system-tools.ts';

/**
 * Pids of the processes of this machine, this one excepted, with an argument that begins with `text`. Where the system
 * gives the command line as one text (not Linux), the text may stand anywhere in it. Processes whose command line may
 * not be read are not found.
 */
export async function findPosixProcesses(text: string): Promise<number[]> {
  return process.platform === 'linux' ? linuxProcesses(text) : posixProcesses(text);
}

function linuxProcesses(text: string): number[] {
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => Number.isInteger(pid) && pid !== process.pid)
    .filter((pid) => argumentsOf(pid).some((argument) => argument.startsWith(text)));
}

function argumentsOf(pid: number): string[] {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
  } catch {
    // It ended meanwhile.
    return [];
  }
}

async function posixProcesses(text: string): Promise<number[]> {
  return (await askPs(['-axww', '-o', 'pid=,command=']))
    .split('\n')
    .filter((line) => line.includes(text))
    .map((line) => Number.parseInt(line, 10))
    .filter((pid) => pid !== process.pid);
}
