/**
 * A site in which a month can be lived through: a catalog, packages, rehearsal images, the real emulator as a process of
 * its own, and workers that run in this process (or, for `kill -9`, in one of their own). Real files, real database.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { EngineEvent } from '../../src/contract/event.ts';
import type { Content, Image, Run, Schedule } from '../../src/contract/generated/types.ts';
import { openSite } from '../../src/database.ts';
import type { Fault } from '../../src/emulator/faults.ts';
import { makeRehearsalImage, type RehearsalIndexSpec } from '../../src/emulator/make-image.ts';
import { makeRehearsalPackage, type RehearsalPackageSpec } from '../../src/emulator/make-package.ts';
import { asProblem, type Problem } from '../../src/errors.ts';
import { callOperation } from '../../src/operations/call.ts';
import { operations } from '../../src/operations/index.ts';
import type { Context } from '../../src/operations/operation.ts';
import { type Ports, realPorts } from '../../src/ports/index.ts';
import type { Command } from '../../src/ports/processes.ts';
import type { Site } from '../../src/site/site.ts';
import { emulatorFile, engineFile } from './built-engine.ts';
import { emulatedHives } from './emulated-hives.ts';
import { expectForm } from './result-forms.ts';

/** Documents as tests look at them: only members that exist are named. */
export interface Answer {
  image: Image;
  images: Image[];
  run: Run;
  runs: Run[];
  ran: Run[];
  schedule: Schedule;
  content: Content;
  // biome-ignore lint/suspicious/noExplicitAny: the other members differ from operation to operation.
  [member: string]: any;
}

export interface Month {
  folder: string;
  site: Site;
  ports: Ports;
  /** Environment of the processes that are started from now on. */
  env: Record<string, string>;
  /** Events of all calls so far. */
  events: EngineEvent[];
  /** Commands of the workers that operations wanted to start; none is. */
  workers: Command[];
  path(...parts: string[]): string;
  call(name: string, request?: object, options?: { dryRun?: boolean; signal?: AbortSignal }): Promise<Answer>;
  /** Calls an operation that must fail and gives its problem. */
  fails(name: string, request: object, signal?: AbortSignal): Promise<Problem>;
  /** Makes a rehearsal image. */
  imageFile(path: string, ...indexes: Partial<RehearsalIndexSpec>[]): Promise<void>;
  /** Makes and registers a rehearsal image. */
  image(name: string, ...indexes: Partial<RehearsalIndexSpec>[]): Promise<Image>;
  /** Imports further updates. */
  catalog(...more: KnownUpdate[]): Promise<void>;
  /** Makes the package of an update of the catalog and adds it to the content library. */
  content(update: KnownUpdate): Promise<Content>;
  /** Program and leading arguments of the emulator; tests put a tool of their own before it. */
  readonly emulator: string[];
  /** From now on this stands in for the emulator: images of a month carry its mark, whatever the site's `dism` says. */
  emulateWith(command: string[]): void;
  /** Faults of the servicing tool, from now on. */
  plan(...faults: Fault[]): void;
  /** Adds a schedule that is due and has a worker run it; gives the run at its end. */
  service(request: object): Promise<Run>;
  /** What a run, or its end, must not leave behind; empty when all is well. */
  leftovers(): Promise<string[]>;
  close(): Promise<void>;
}

export interface KnownUpdate {
  uniqueId: string;
  title: string;
  package: RehearsalPackageSpec;
  /** Default: Windows 11. */
  products?: string[];
}

export const enterprise: RehearsalIndexSpec = {
  name: 'Windows 11 Enterprise',
  edition: 'Enterprise',
  installationType: 'Client',
  release: '24H2',
  build: 26100,
  revision: 1742,
  architecture: 'x64',
  language: 'en-US',
  files: 4,
  bytes: 40_000,
};

/** Another line than `enterprise`, so that one file can hold indexes that take different updates. */
export const older: Partial<RehearsalIndexSpec> = {
  name: 'Windows 11 23H2',
  release: '23H2',
  build: 22631,
  revision: 2861,
};

const emulatorCommand = [process.execPath, emulatorFile];

const lcu = { kind: 'CumulativeUpdate', installationType: 'Client', architecture: 'x64' } as const;

export const updates = {
  /** For `enterprise`. */
  june: {
    uniqueId: 'aaaaaaaa-0000-4000-8000-000000000001',
    title: '2025-06 Cumulative Update for Windows 11 Version 24H2 for x64-based Systems (KB5060842) (26100.4349)',
    package: { ...lcu, articleId: '5060842', release: '24H2', build: 26100, revision: 4349 },
  },
  /** For `enterprise`, older than `june`. */
  may: {
    uniqueId: 'aaaaaaaa-0000-4000-8000-000000000002',
    title: '2025-05 Cumulative Update for Windows 11 Version 24H2 for x64-based Systems (KB5058411) (26100.4061)',
    package: { ...lcu, articleId: '5058411', release: '24H2', build: 26100, revision: 4061 },
  },
  /** For `older`. */
  older: {
    uniqueId: 'aaaaaaaa-0000-4000-8000-000000000003',
    title: '2025-06 Cumulative Update for Windows 11 Version 23H2 for x64-based Systems (KB5060999) (22631.5472)',
    package: { ...lcu, articleId: '5060999', release: '23H2', build: 22631, revision: 5472 },
  },
  arm: {
    uniqueId: 'aaaaaaaa-0000-4000-8000-000000000004',
    title: '2025-06 Cumulative Update for Windows 11 Version 24H2 for arm64-based Systems (KB5060842) (26100.4349)',
    package: { ...lcu, articleId: '5060842', release: '24H2', build: 26100, revision: 4349, architecture: 'arm64' },
  },
  dotNet: {
    uniqueId: 'aaaaaaaa-0000-4000-8000-000000000005',
    title:
      '2025-06 Cumulative Update for .NET Framework 3.5 and 4.8.1 for Windows 11, version 24H2 for x64 (KB5054979)',
    package: {
      ...lcu,
      kind: 'DotNetCumulativeUpdate',
      articleId: '5054979',
      release: '24H2',
      build: 26100,
      revision: 9310,
      dotNet: '10.0.9310.2',
    },
  },
} as const satisfies Record<string, KnownUpdate>;

export const sha256 = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex');

/** `former`: makes the site as an older version left it, before it is opened. */
export async function openMonth(
  more: Record<string, string> = {},
  former?: (siteFolder: string) => Promise<void>,
): Promise<Month> {
  const folder = mkdtempSync(join(tmpdir(), 'imgupdate-month-'));
  const path = (...parts: string[]): string => join(folder, ...parts);
  const env: Record<string, string> = { ...more, IMGUPDATE_DISM_STATE: path('dism-state') };
  const workers: Command[] = [];
  const real = realPorts(more);
  const processes: Ports['processes'] = {
    start: (command) => real.processes.start({ ...command, env: { ...env, ...command.env } }),
    childrenEndWithUs: real.processes.childrenEndWithUs,
    ownStartTime: () => real.processes.ownStartTime(),
    lives: (process) => real.processes.lives(process),
    end: (process) => real.processes.end(process),
    withArgument: (text) => real.processes.withArgument(text),
    async startDetached(command) {
      workers.push(command);
      return 0;
    },
  };
  // What waits before it tries again need not wait here.
  const clock: Ports['clock'] = {
    ...real.clock,
    pause: (long, signal) => real.clock.pause(Math.min(long, 20), signal),
  };
  const ports: Ports = { ...real, processes, clock, hives: emulatedHives(path('dism-state')) };
  const installation: Context['installation'] = {
    engine: [process.execPath, engineFile],
    emulator: emulatorCommand,
    schemaFolder: fileURLToPath(new URL('../../schemas/v1', import.meta.url)),
    version: '0.0.0',
  };
  await former?.(path('site'));
  const site = await openSite(ports, { folder: path('site'), emulator: installation.emulator });
  const events: EngineEvent[] = [];
  const call: Month['call'] = async (name, request = {}, options = {}) => {
    const operation = operations.get(name);
    if (operation === undefined) throw new Error(`${name} is in no table`);
    const { document } = await callOperation(operation, structuredClone(request), {
      ports,
      site: async () => site,
      installation,
      emit: (event) => events.push(event),
      signal: options.signal ?? new AbortController().signal,
      dryRun: options.dryRun ?? false,
    });
    const plain = JSON.parse(JSON.stringify(document));
    expectForm(name, plain);
    return plain;
  };
  const imageFile: Month['imageFile'] = async (file, ...indexes) => {
    const list = indexes.length === 0 ? [{}] : indexes;
    const sink = ports.files.sink(file);
    makeRehearsalImage(
      { indexes: list.map((each) => ({ ...enterprise, ...each })) },
      { sink, newDigest: ports.newDigest },
    );
    sink.close();
  };
  await importCatalog(path('catalog.jsonl'), Object.values(updates), call);
  // Where work folders lie elsewhere; Windows' own choice is the roomiest drive, where nothing looks for what is left.
  if (process.platform === 'win32') await call('site.set', { servicingDrive: site.folder });
  return {
    folder,
    site,
    ports,
    env,
    events,
    workers,
    path,
    call,
    async fails(name, request, signal) {
      try {
        await call(name, request, signal === undefined ? {} : { signal });
      } catch (error) {
        return asProblem(error);
      }
      throw new Error(`${name} did not fail`);
    },
    imageFile,
    async image(name, ...indexes) {
      const file = path(`${name.replaceAll(/[^\w]/g, '_')}.wim`);
      await imageFile(file, ...indexes);
      return (await call('image.add', { path: file, name, acceptEula: true })).image;
    },
    catalog: (...more) => importCatalog(path('more.jsonl'), more, call),
    async content(update) {
      const { content } = await call('content.add', { path: packageFile(folder, update) });
      return content;
    },
    emulator: emulatorCommand,
    emulateWith(command) {
      installation.emulator = command;
    },
    plan(...faults) {
      env['IMGUPDATE_DISM_FAULTS'] = path('faults.json');
      writeFileSync(path('faults.json'), JSON.stringify({ faults }));
    },
    async service(request) {
      const { schedule } = await call('schedule.add', { ...request, runNow: true });
      await call('worker.run', { once: true });
      return (await call('run.show', { runId: schedule.runId ?? '' })).run;
    },
    leftovers: () => leftovers({ folder, site, call }),
    async close() {
      await site.close();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** The file name that the catalog has for the package of an update. */
function packageName(update: KnownUpdate): string {
  return `windows-kb${update.package.articleId}-${update.package.architecture}.msu`;
}

/** Makes the package of an update; the catalog knows its digest. */
export function packageFile(folder: string, update: KnownUpdate): string {
  const file = join(folder, packageName(update));
  if (!existsSync(file)) writeFileSync(file, packageBytes(update));
  return file;
}

const made = new Map<string, Uint8Array>();

function packageBytes(update: KnownUpdate): Uint8Array {
  const known = made.get(update.uniqueId);
  if (known !== undefined) return known;
  const folder = mkdtempSync(join(tmpdir(), 'imgupdate-package-'));
  const { files, ...tools } = realPorts({});
  const sink = files.sink(join(folder, 'package'));
  makeRehearsalPackage(update.package, { sink, ...tools });
  sink.close();
  const bytes = readFileSync(join(folder, 'package'));
  rmSync(folder, { recursive: true });
  made.set(update.uniqueId, bytes);
  return bytes;
}

/** The line of an update in a catalog, with the digest of its package. */
export function catalogLine(update: KnownUpdate): string {
  const bytes = packageBytes(update);
  return JSON.stringify({
    uniqueId: update.uniqueId,
    title: update.title,
    articleId: update.package.articleId,
    classification: 'Security Updates',
    products: update.products ?? ['Windows 11'],
    datePosted: update === updates.may ? '2025-05-13T17:00:00Z' : '2025-06-10T17:00:00Z',
    files: [
      {
        name: packageName(update),
        size: bytes.length,
        sha256: createHash('sha256').update(bytes).digest('hex'),
      },
    ],
  });
}

async function importCatalog(file: string, list: readonly KnownUpdate[], call: Month['call']): Promise<void> {
  writeFileSync(file, `${list.map(catalogLine).join('\n')}\n`);
  await call('update.import', { path: file });
}

/** Locks, journal rows of publications, mounts, work folders, half files, and (Linux) processes of this site. */
async function leftovers({
  folder,
  site,
  call,
}: {
  folder: string;
  site: Site;
  call: Month['call'];
}): Promise<string[]> {
  const found: string[] = [];
  for (const lock of await site.database.selectFrom('lock').selectAll().execute()) found.push(`lock ${lock.name}`);
  // The files of a run that waits to go on are no leftovers.
  const waiting = await site.database.selectFrom('run').select('work_folder').where('status', '=', 'Pending').execute();
  const kept = waiting.flatMap(({ work_folder }) => (work_folder === null ? [] : [work_folder]));
  const publications = await site.database.selectFrom('publication').selectAll().execute();
  for (const { candidate } of publications) found.push(`publication ${candidate}`);
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (/\.(new|tmp)$/.test(file)) found.push(`half file ${file}`);
    const isKept = kept.some((path) => join(folder, file).startsWith(path));
    if (/ImgUpdate_OfflineImageServicing[/\\]/.test(file) && !isKept) found.push(`work folder ${file}`);
    if (/dism-state[/\\]mounts[/\\]./.test(file)) found.push(`mount ${file}`);
  }
  for (const { path, sha256: registered } of (await call('image.list')).images) {
    if (existsSync(path) && sha256(path) !== registered) found.push(`${path} is not what the library says`);
  }
  return [...found, ...processesOf(folder)];
}

function processesOf(folder: string): string[] {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && name !== String(process.pid))
    .flatMap((pid) => {
      try {
        const words = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
        const isZombie = readFileSync(`/proc/${pid}/stat`, 'latin1').includes(') Z ');
        return words.includes(folder) && !isZombie ? [`process ${pid} ${words}`] : [];
      } catch {
        return [];
      }
    });
}
