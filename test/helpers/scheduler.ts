/** Stubs in the place of the scheduler of the system: what it would be told is written down, and nothing of this machine changes. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const stubs = fileURLToPath(new URL('../powershell/stubs/', import.meta.url));

export interface Scheduler {
  folder: string;
  /** For the engine and its PowerShell. */
  env: Record<string, string>;
  /** Calls since the last look. */
  calls(): string[];
  /** Units that lie there, by name. */
  units(): Record<string, string>;
  /** Tasks that Task Scheduler would have, by path. */
  tasks(): Record<string, StubTask>;
  remove(): void;
}

export interface StubTask {
  Description: string;
  Actions: { Execute: string; Arguments: string; WorkingDirectory: string }[];
  Triggers: { Type: string; StartBoundary: string | null; Repetition?: string | null }[];
  Principal: Record<string, string>;
  Settings: Record<string, unknown>;
}

export function openScheduler(): Scheduler {
  const folder = mkdtempSync(join(tmpdir(), 'imgupdate-tasks-'));
  const calls = join(folder, 'calls.txt');
  const units = join(folder, 'units');
  const before = { path: process.env['PATH'], modules: process.env['PSModulePath'] };
  const env: Record<string, string> = {
    IMGUPDATE_STUB_TASKS: folder,
    PSModulePath: [stubs, ...(before.modules === undefined ? [] : [before.modules])].join(delimiter),
  };
  if (process.platform !== 'win32') {
    env['PATH'] = [join(stubs, 'systemd'), before.path ?? ''].join(delimiter);
    env['SYSTEMD_UNIT_PATH'] = units;
  }
  return {
    folder,
    env,
    calls() {
      if (!existsSync(calls)) return [];
      const lines = readFileSync(calls, 'utf8').trim().split('\n');
      rmSync(calls);
      return lines;
    },
    units: () => contents(units, (name) => name, String),
    tasks: () => contents(folder, (name) => `\\${name.replace('.json', '').replaceAll('+', '\\')}`, JSON.parse),
    remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }),
  };
}

function contents<T>(folder: string, key: (name: string) => string, read: (text: string) => T): Record<string, T> {
  if (!existsSync(folder)) return {};
  const names = readdirSync(folder).filter((name) => /\.(?:json|timer|service)$/.test(name));
  return Object.fromEntries(names.map((name) => [key(name), read(readFileSync(join(folder, name), 'utf8'))]));
}
