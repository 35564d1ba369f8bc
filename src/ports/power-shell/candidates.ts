import { win32 } from 'node:path';
import { foldersOfPath, type Place } from '../find-program.ts';

/** A program that may be a PowerShell. Whether it is one, what it prints tells. */
export interface Candidate {
  program: string;
  /** Arguments before those of PowerShell. */
  leading?: string[];
  /** Variables that it must not inherit. */
  without?: string[];
  /** Execution policy of this one process; left out: that of the machine. */
  policy?: 'RemoteSigned';
}

/**
 * Where a PowerShell may lie, the preferred one first: PowerShell 7 as its installer puts it, then on PATH, then Windows
 * PowerShell 5.1. Only files that are there are named. Modules that are asked for an answer are files of script, of which
 * a Windows that nobody configured runs none.
 */
export function powerShellCandidates(place: Place): Candidate[] {
  const { env, platform, exists } = place;
  if (platform !== 'win32') {
    return unique(foldersOfPath(place).map((folder) => ({ program: `${folder}/pwsh` }))).filter(({ program }) =>
      exists(program),
    );
  }
  const programFiles = env['ProgramW6432'] ?? env['ProgramFiles'] ?? 'C:\\Program Files';
  const system = win32.join(env['SystemRoot'] ?? 'C:\\Windows', 'System32');
  return unique([
    { program: win32.join(programFiles, 'PowerShell', '7', 'pwsh.exe') },
    ...foldersOfPath(place).map((folder) => ({ program: win32.join(folder, 'pwsh.exe') })),
    {
      program: win32.join(system, 'WindowsPowerShell', 'v1.0', 'powershell.exe'),
      // Below a PowerShell 7 it would look for its own modules among those of the other, and fail to load them.
      without: ['PSModulePath'],
    },
  ])
    .filter(({ program }) => exists(program))
    .map((candidate): Candidate => ({ ...candidate, policy: 'RemoteSigned' }));
}

/**
 * The same for modules of Windows that PowerShell 7 loads only into a second, hidden host and then without the methods of
 * their objects (UpdateServices), or not in every version (ConfigurationManager): Windows PowerShell 5.1 comes first.
 */
export function serverCandidates(place: Place): Candidate[] {
  const isDesktop = ({ program }: Candidate): boolean => /[\\/]powershell\.exe$/i.test(program);
  const all = powerShellCandidates(place);
  return [...all.filter(isDesktop), ...all.filter((candidate) => !isDesktop(candidate))];
}

function unique(candidates: Candidate[]): Candidate[] {
  return candidates.filter(({ program }, at) => candidates.findIndex((other) => other.program === program) === at);
}
