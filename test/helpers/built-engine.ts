import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const dist = fileURLToPath(new URL('../../dist', import.meta.url));

/** The built engine and emulator; `npm test` builds them first. */
export const engineFile = join(dist, 'imgupdate.cjs');
export const emulatorFile = join(dist, 'imgupdate-dism.cjs');

export interface Ran {
  code: number | null;
  stdout: string;
  stderr: string;
  /** The one document on stdout; undefined when there is none. Throws when stdout holds anything else. */
  document: Record<string, unknown> & never;
  /** The events on stderr (`--events json`). */
  events: { type: string; message: string; problem?: Problem; progress?: { done: number } }[];
  problem: Problem | undefined;
}

export interface Problem {
  id: string;
  detail: string;
  exitCode: number;
  remedy: string;
  errors?: { pointer: string; message: string }[];
}

/** A throw-away site with its own folder and its own table of mounts. */
export interface Sandbox {
  folder: string;
  site: string;
  env: Record<string, string>;
  /** Runs the engine to its end. */
  run(...args: string[]): Ran;
  /** The same with standard input and further environment. */
  runWith(options: { input?: string; env?: Record<string, string> }, ...args: string[]): Ran;
  start(env: Record<string, string>, ...args: string[]): ReturnType<typeof spawn>;
  path(...parts: string[]): string;
  remove(): void;
}

export function sandbox(): Sandbox {
  const folder = mkdtempSync(join(tmpdir(), 'imgupdate-test-'));
  const site = join(folder, 'site');
  const env = { IMGUPDATE_SITE: site, IMGUPDATE_DISM_STATE: join(folder, 'dism-state') };
  const runWith: Sandbox['runWith'] = (options, ...args) => {
    const result = spawnSync(process.execPath, [engineFile, ...args, '--events=json'], {
      env: { ...process.env, ...env, ...options.env },
      encoding: 'utf8',
      maxBuffer: 256 * 1024 * 1024,
      ...(options.input === undefined ? {} : { input: options.input }),
    });
    return ranOf(result.status, result.stdout, result.stderr);
  };
  return {
    folder,
    site,
    env,
    runWith,
    run: (...args) => runWith({}, ...args),
    start: (more, ...args) =>
      spawn(process.execPath, [engineFile, ...args], { env: { ...process.env, ...env, ...more }, stdio: 'pipe' }),
    path: (...parts) => join(folder, ...parts),
    remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }),
  };
}

function ranOf(code: number | null, stdout: string, stderr: string): Ran {
  const events = stderr
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line));
  return {
    code,
    stdout,
    stderr,
    get document() {
      return stdout === '' ? undefined : JSON.parse(stdout);
    },
    events,
    problem: events.at(-1)?.problem,
  } as Ran;
}
