/**
 * A machine of a capture: its drives are folders, its dism.exe is the emulator as a process of its own. Paths go in as the
 * capture has them and come out as it has them; nothing else of the output is touched.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Fault } from '../../../src/emulator/faults.ts';
import { emulatorFile } from '../../helpers/built-engine.ts';

export interface CapturedMachine {
  /** Where a path of the capture ("C:\Temp\boot.wim") really is; its folder is there. */
  path(captured: string): string;
  /** Runs one command line of the capture and gives what it prints. */
  dism(...args: string[]): string;
  /** What is given from outside: bars that were drawn, faults that struck. */
  plan(...faults: Fault[]): void;
  remove(): void;
}

export interface MachineFacts {
  version: string;
  culture?: string;
  drives?: string;
  /** Path of the Windows that runs on it. */
  online?: string;
  /** Where dism.log is, as the capture says it. */
  log?: string;
}

export function openMachine(facts: MachineFacts): CapturedMachine {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'imgupdate-captured-')));
  const inside = (captured: string): string => join(folder, ...captured.split(/[\\:]+/).filter((name) => name !== ''));
  const path = (captured: string): string => {
    const real = inside(captured);
    mkdirSync(dirname(real), { recursive: true });
    return real;
  };
  const logFolder = (facts.log ?? 'C:\\Windows\\Logs\\DISM\\dism.log').replace(/\\dism\.log$/, '');
  const work = join(folder, 'C');
  mkdirSync(work);
  const env: Record<string, string> = {
    TZ: 'UTC',
    IMGUPDATE_DISM_STATE: path(logFolder),
    IMGUPDATE_DISM_VERSION: facts.version,
    IMGUPDATE_DISM_CULTURE: facts.culture ?? 'en-US',
    IMGUPDATE_DISM_DRIVES: facts.drives ?? 'C',
    ...(facts.online === undefined ? {} : { IMGUPDATE_DISM_ONLINE: path(facts.online) }),
  };
  const given = (argument: string): string => argument.replace(/[A-Z]:\\[^"]*/, (captured) => inside(captured));
  const captured = (output: string): string =>
    output.split(folder).reduce((before, after) => {
      const [real = ''] = /^[^\s:]*/.exec(after) ?? [];
      const [drive = '', ...names] = real.split(/[\\/]/).filter((name) => name !== '');
      return `${before}${drive}:\\${names.join('\\')}${after.slice(real.length)}`;
    });
  return {
    path,
    dism(...args) {
      const { stdout, stderr, error } = spawnSync(process.execPath, [emulatorFile, ...args.map(given)], {
        cwd: work,
        env: { ...process.env, ...env },
        encoding: 'utf8',
      });
      if (error !== undefined) throw error;
      if (stderr !== '') throw new Error(stderr);
      return captured(stdout);
    },
    plan(...faults) {
      env['IMGUPDATE_DISM_FAULTS'] = join(folder, 'faults.json');
      writeFileSync(join(folder, 'faults.json'), JSON.stringify({ faults }));
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
