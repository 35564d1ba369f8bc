import type { Script } from '../power-shell.ts';
import { numberMember, textMember } from './members.ts';

export interface FoundProcess {
  pid: number;
  /** Name of its program file: dism.exe. */
  program: string;
  /** FILETIME of its start, to the microsecond. */
  started: string;
}

/**
 * Processes with `text` anywhere in their command line, whatever its case, except `except`. Those whose command line may
 * not be read are not found.
 */
export const findProcesses: Script<{ text: string; except: number }, FoundProcess[]> = {
  name: 'find processes by their command line',
  text: `
param($Value)
Get-CimInstance -ClassName Win32_Process -Property ProcessId, Name, CommandLine, CreationDate |
  Where-Object { $_.ProcessId -ne $Value.except -and $_.CreationDate -and $_.CommandLine } |
  Where-Object { $_.CommandLine.IndexOf($Value.text, [StringComparison]::OrdinalIgnoreCase) -ge 0 } |
  ForEach-Object { @{ pid = [int]$_.ProcessId; program = $_.Name; started = [string]$_.CreationDate.ToFileTimeUtc() } }
`,
  bound: 60_000,
  repeatable: true,
  read: (items) =>
    items.map((item) => ({
      pid: numberMember(item, 'pid'),
      program: textMember(item, 'program'),
      started: textMember(item, 'started'),
    })),
};
