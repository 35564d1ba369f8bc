import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';
import { emulatorFile } from './built-engine.ts';
import type { Month } from './month.ts';

/**
 * Where a worker stands still: at the beginning of a step (or in its middle, by its progress; or at its end, before it is
 * noted as done), at a call on files (`match`: its arguments as JSON), or when a
 * tool has printed something (`output`; `command`: words of its arguments). `match` and `output` are regular expressions.
 */
export type Place =
  | { step: string; moment?: 'middle' | 'end' }
  | { file: keyof Month['ports']['files']; match: string; after?: boolean }
  | { output: string; command: string[] };

const source = fileURLToPath(new URL('./halting-worker.ts', import.meta.url));
let built: string | undefined;

/** The script as one file: it starts three times as fast. */
function haltingWorker(): string {
  if (built === undefined) {
    const folder = mkdtempSync(join(tmpdir(), 'imgupdate-halting-'));
    built = join(folder, 'worker.mjs');
    const banner = "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);";
    buildSync({
      ...{ entryPoints: [source], outfile: built, bundle: true, platform: 'node', format: 'esm' },
      banner: { js: banner },
      logLevel: 'error',
    });
    process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  }
  return built;
}

/** Starts a worker on a site; resolves when it stands still at `place`. */
export function haltWorkerAt(month: Month, place: Place): Promise<ChildProcess> {
  return haltAt(month, place, []);
}

/** Starts `image restore` of the image "Image" instead of a worker. */
export function haltRestoreAt(month: Month, place: Place): Promise<ChildProcess> {
  return haltOperationAt(month, place, { name: 'image.restore', request: { image: 'Image' } });
}

/** Starts `image.restore`, `image-version.remove`, `image.add` or `upgrade-package.add` instead of a worker. */
export function haltOperationAt(
  month: Month,
  place: Place,
  { name, request }: { name: string; request: object },
): Promise<ChildProcess> {
  return haltAt(month, place, [name, JSON.stringify(request)]);
}

function haltAt(month: Month, place: Place, more: string[]): Promise<ChildProcess> {
  const args = [haltingWorker(), month.site.folder, emulatorFile, JSON.stringify(place), ...more];
  const child = spawn(process.execPath, args, {
    env: { ...process.env, ...month.env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let output = '';
  return new Promise((resolve, reject) => {
    child.stderr.on('data', (bytes) => {
      output += bytes;
    });
    child.stdout.on('data', (bytes) => {
      output += bytes;
      if (output.includes('halted')) resolve(child);
    });
    child.on('close', () => reject(new Error(`the worker never came to ${JSON.stringify(place)}: ${output}`)));
  });
}

/** `kill -9` of the worker, or of the worker with its group and the tool that it started; resolves when it is gone. */
export async function killHard(month: Month, child: ChildProcess, what: 'worker' | 'everything'): Promise<void> {
  if (child.pid === undefined) throw new Error('the worker was not started');
  const gone = new Promise((resolve) => child.once('exit', resolve));
  if (what === 'everything') {
    for (const tool of toolsOf(month)) killGroup(tool);
    killGroup(child.pid);
  } else kill(child.pid);
  if (child.exitCode === null && child.signalCode === null) await gone;
}

/** The tools that runs of this site started last. */
export function toolsOf({ site }: Month): number[] {
  return readdirSync(site.logFolder)
    .map((name) => `${site.logFolder}/${name}/tool.json`)
    .filter((path) => existsSync(path))
    .map((path) => JSON.parse(readFileSync(path, 'utf8')).pid);
}

export function lives(pid: number): boolean {
  if (isZombie(pid)) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** A process that has ended keeps its pid until its parent asks; the first process of a container may never ask. */
function isZombie(pid: number): boolean {
  if (process.platform !== 'linux') return false;
  try {
    return / [ZX] /.test(readFileSync(`/proc/${pid}/stat`, 'latin1').replace(/^.*\)/, ''));
  } catch {
    return false;
  }
}

/** Windows has no groups: there a process takes those that it started along. */
function killGroup(pid: number): void {
  kill(process.platform === 'win32' ? pid : -pid);
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended already.
  }
}
