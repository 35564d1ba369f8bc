import type { Clock } from '../ports/clock.ts';
import type { Disk } from './disk.ts';

/** A dism.log in the making. A log that cannot be written never stops the work. */
export interface Log {
  path: string;
  /** One entry: source DISM, CBS, ... and its text. */
  write(level: 'Info' | 'Warning' | 'Error', source: string, text: string): void;
  /** A line of the imaging library: no time, no level. */
  plain(text: string): void;
}

export function openLog(path: string, world: { disk: Disk; clock: Clock; pid: number }): Log {
  const append = (text: string): void => {
    try {
      world.disk.appendText(path, `${text.replace(/[\r\n]+/g, ' ')}\r\n`);
    } catch {
      // dism.exe goes on without a log, too.
    }
  };
  return {
    path,
    write(level, source, text) {
      const stamp = `${localTime(world.clock.now())}, ${level}`.padEnd(LEVEL_COLUMN);
      append(`${stamp}${source.padEnd(SOURCE_COLUMN)}${text}`);
    },
    plain: append,
  };
}

/** The frame around every session, with the lines of noise that every real log has. */
export function logSessionStart(log: Log, facts: { version: string; commandLine: string; pid: number }): void {
  const dism = (text: string): void => log.write('Info', 'DISM', `DISM.EXE: ${text}`);
  dism('');
  dism('<----- Starting Dism.exe session ----->');
  dism('');
  dism(`Dism.exe version: ${facts.version}`);
  dism(`Executing command line: ${facts.commandLine}`);
  for (const provider of ['SiloedPackageProvider', 'MetaDeployProvider']) {
    const what = `DISM Provider Store: PID=${facts.pid} TID=${facts.pid} Failed to load the provider: ${provider}.dll.`;
    log.write('Warning', 'DISM', `${what} - CDISMProviderStore::Internal_GetProvider(hr:0x8007007e)`);
  }
}

export function logSessionEnd(log: Log): void {
  log.write('Info', 'DISM', 'DISM.EXE: Image session has been closed. Reboot required=no.');
  log.write('Info', 'DISM', 'DISM.EXE: <----- Ending Dism.exe session ----->');
}

function localTime(time: Date): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  const day = `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())}`;
  return `${day} ${two(time.getHours())}:${two(time.getMinutes())}:${two(time.getSeconds())}`;
}

const LEVEL_COLUMN = 43;
const SOURCE_COLUMN = 7;
