import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { disk } from '../../src/emulator/disk.ts';
import type { Fault } from '../../src/emulator/faults.ts';
import type { RehearsalImageSpec, RehearsalIndexSpec } from '../../src/emulator/image-spec.ts';
import { makeRehearsalImage } from '../../src/emulator/make-image.ts';
import { makeRehearsalPackage, type RehearsalPackageSpec } from '../../src/emulator/make-package.ts';
import { arraySource } from '../../src/formats/array-source.ts';
import { openHive } from '../../src/formats/regf/read.ts';
import type { Hive } from '../../src/formats/regf/types.ts';
import { openWim } from '../../src/formats/wim/open.ts';
import type { WimFile } from '../../src/formats/wim/types.ts';
import { nodeCompression } from '../../src/ports/compression.ts';
import { newDigest } from '../../src/ports/digests.ts';

/** The program as its source; runs as it is, but starts four times as slow as its bundle. */
export const emulatorSource = fileURLToPath(new URL('../../src/emulator/bin.ts', import.meta.url));

export interface Ended {
  /** null when a signal ended it. */
  exitCode: number | null;
  signal: string | null;
  stdout: string;
  stderr: string;
}

/** A place of its own for one test: files, a mount folder, a state folder. */
export interface Bench {
  folder: string;
  mountDir: string;
  path(name: string): string;
  /** The emulator as one file. */
  program: string;
  /** Runs the emulator as a process of its own to its end. */
  dism(...args: string[]): Promise<Ended>;
  /** The same in the language of the machine. */
  withoutEnglish(...args: string[]): Promise<Ended>;
  /** Starts it and hands it over running; `seen` resolves when the output holds a text. */
  start(...args: string[]): { child: ChildProcess; ended: Promise<Ended>; seen(text: string): Promise<void> };
  /** What the processes that are started from now on get. */
  env: Record<string, string>;
  plan(...faults: Fault[]): void;
}

/** Gives every test of a file its bench, and takes it away afterwards. */
export function useBench(): () => Bench {
  let bench: Bench;
  let built: string;
  beforeAll(() => {
    built = mkdtempSync(join(tmpdir(), 'imgupdate-emulator-built-'));
    const outfile = join(built, 'imgupdate-dism.cjs');
    buildSync({ entryPoints: [emulatorSource], outfile, bundle: true, platform: 'node', format: 'cjs' });
  });
  beforeEach(() => {
    bench = newBench(join(built, 'imgupdate-dism.cjs'));
  });
  afterEach(() => {
    rmSync(bench.folder, { recursive: true, force: true });
  });
  afterAll(() => {
    rmSync(built, { recursive: true, force: true });
  });
  return () => bench;
}

function newBench(entry: string): Bench {
  const folder = disk.realPath(mkdtempSync(join(tmpdir(), 'imgupdate-emulator-')));
  const path = (name: string): string => join(folder, name);
  mkdirSync(path('mount'));
  const env: Record<string, string> = { IMGUPDATE_DISM_STATE: path('state') };
  const started = (english: readonly string[], args: readonly string[]): ReturnType<Bench['start']> => {
    const child = spawn(process.execPath, [entry, ...english, `/LogPath:${path('dism.log')}`, ...args], {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const waiting: { text: string; resolve: () => void }[] = [];
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (bytes: Buffer) => {
      stdout += bytes.toString('utf8');
      for (const { text, resolve } of waiting) if (stdout.includes(text)) resolve();
    });
    child.stderr.on('data', (bytes: Buffer) => {
      stderr += bytes.toString('utf8');
    });
    const ended = new Promise<Ended>((resolve, reject) => {
      child.on('error', reject);
      child.on('close', (exitCode, signal) => resolve({ exitCode, signal, stdout, stderr }));
    });
    const seen = (text: string): Promise<void> =>
      new Promise((resolve, reject) => {
        if (stdout.includes(text)) resolve();
        waiting.push({ text, resolve });
        void ended.then(() => reject(new Error(`ended without printing ${text}:\n${stdout}${stderr}`)));
      });
    return { child, ended, seen };
  };
  const start: Bench['start'] = (...args) => started(['/English'], args);
  return {
    folder,
    program: entry,
    mountDir: path('mount'),
    path,
    env,
    start,
    dism: (...args) => start(...args).ended,
    withoutEnglish: (...args) => started([], args).ended,
    plan(...faults) {
      writeFileSync(path('faults.json'), JSON.stringify({ faults }));
      env['IMGUPDATE_DISM_FAULTS'] = path('faults.json');
    },
  };
}

/** What a parent sees of a status: POSIX keeps 8 bits of it. */
export const exitStatus = (status: number): number => (process.platform === 'win32' ? status : status & 0xff);

/** How a process that was killed at once ends: Windows knows no signals, its status is 1. */
export const killed: Pick<Ended, 'exitCode' | 'signal'> =
  process.platform === 'win32' ? { exitCode: 1, signal: null } : { exitCode: null, signal: 'SIGKILL' };

export const enterprise: RehearsalIndexSpec = {
  name: 'Windows 11 Enterprise',
  edition: 'Enterprise',
  installationType: 'Client',
  release: '24H2',
  build: 26100,
  revision: 1742,
  architecture: 'x64',
  language: 'en-US',
  packages: 3,
  files: 12,
  bytes: 300_000,
};

export const update: RehearsalPackageSpec = {
  kind: 'CumulativeUpdate',
  articleId: '5060842',
  release: '24H2',
  installationType: 'Client',
  build: 26100,
  revision: 4349,
  architecture: 'x64',
};

export function makeImage(path: string, spec: Partial<RehearsalImageSpec> = {}): string {
  const sink = disk.newFile(path);
  makeRehearsalImage({ indexes: [enterprise], ...spec }, { sink, newDigest });
  sink.close();
  return path;
}

export function makePackage(path: string, spec: Partial<RehearsalPackageSpec> = {}): string {
  const sink = disk.newFile(path);
  makeRehearsalPackage({ ...update, ...spec }, { sink, newDigest, compression: nodeCompression });
  sink.close();
  return path;
}

/** Opens a WIM that is kept in memory. */
export function readWim(path: string): WimFile {
  return openWim(arraySource(readFileSync(path)), newDigest);
}

export function readInside(wim: WimFile, index: number, path: string): Uint8Array {
  const entry = wim.tree(index).find(path);
  if (entry === undefined) throw new Error(`there is no ${path}`);
  return entry.sha1 === '' ? new Uint8Array() : wim.readAll(entry.sha1, 64 * 1024 * 1024);
}

export function hiveInside(wim: WimFile, index: number, name: 'SOFTWARE' | 'SYSTEM'): Hive {
  return openHive(arraySource(readInside(wim, index, `\\Windows\\System32\\config\\${name}`)));
}

/** Overwrites one byte of a file. */
export function flip(path: string, offset: number): void {
  const byte = readFileSync(path)[offset] ?? 0;
  const handle = openSync(path, 'r+');
  writeSync(handle, Uint8Array.of(byte ^ 0xff), 0, 1, offset);
  closeSync(handle);
}
