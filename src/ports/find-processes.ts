import { readdirSync, readFileSync } from 'node:fs';
import { askPowerShell, askPs } from './system-tools.ts';

/**
 * Pids of the processes of this machine, this one excepted, with an argument that begins with `text`. Where the system
 * gives the command line as one text (not Linux), the text may stand anywhere in it. Processes whose command line may
 * not be read are not found.
 */
export async function findProcesses(text: string): Promise<number[]> {
  if (process.platform === 'linux') return linuxProcesses(text);
  return process.platform === 'win32' ? windowsProcesses(text) : posixProcesses(text);
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

async function windowsProcesses(text: string): Promise<number[]> {
  const script =
    'Get-CimInstance Win32_Process | Where-Object { $_.ProcessId -ne [int]$env:IMGUPDATE_PID -and $_.CommandLine -and ' +
    '$_.CommandLine.IndexOf($env:IMGUPDATE_TEXT, [StringComparison]::OrdinalIgnoreCase) -ge 0 } | ' +
    'ForEach-Object { $_.ProcessId }';
  const found = await askPowerShell(script, { IMGUPDATE_TEXT: text, IMGUPDATE_PID: String(process.pid) });
  return found.split(/\s+/).filter(Boolean).map(Number);
}

async function posixProcesses(text: string): Promise<number[]> {
  return (await askPs(['-axww', '-o', 'pid=,command=']))
    .split('\n')
    .filter((line) => line.includes(text))
    .map((line) => Number.parseInt(line, 10))
    .filter((pid) => pid !== process.pid);
}
