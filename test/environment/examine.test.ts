/** What each check says of each condition, over made-up surroundings. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DismError } from '../../src/dism/dism-error.ts';
import type { FoundTool } from '../../src/environment/find-tool.ts';
import { examineInstallation, examinePowerShell } from '../../src/environment/installation.ts';
import { examineMemory } from '../../src/environment/memory.ts';
import { examineElevation } from '../../src/environment/rights.ts';
import { examineSite } from '../../src/environment/site-folder.ts';
import { examineSpace } from '../../src/environment/space.ts';
import type { Surroundings } from '../../src/environment/surroundings.ts';
import { examineImageBuilds, examineTool } from '../../src/environment/tool.ts';
import { examineAntivirus, examineLongPaths } from '../../src/environment/windows.ts';
import { Problem } from '../../src/errors.ts';
import type { Ports } from '../../src/ports/index.ts';
import { realPorts } from '../../src/ports/index.ts';

const dism: FoundTool = {
  command: ['C:\\Windows\\System32\\dism.exe'],
  isReal: true,
  version: '10.0.26100.5074',
  mounts: [],
  error: undefined,
};
const adk = 'C:\\Program Files (x86)\\Windows Kits\\10\\Assessment and Deployment Kit\\amd64\\DISM\\dism.exe';
const emulator: FoundTool = { ...dism, command: ['node', 'emulator'], isReal: false };

interface Change extends Partial<Surroundings> {
  tool?: FoundTool;
  images?: { name: string; build?: number; rehearsal?: number; size?: number; totalBytes?: number }[];
  minimumFreeSpace?: number;
  free?: number;
  maximumConcurrency?: number;
  memoryPerRun?: number;
  /** Of the machine, in GiB: all of it, and what nobody uses. */
  memory?: [total: number, available: number];
  threads?: number;
  /** What programs of the system print. */
  printed?: string;
}

function surroundings({
  tool = dism,
  images = [],
  minimumFreeSpace = 0,
  free = 100e9,
  maximumConcurrency = 1,
  memoryPerRun = 0,
  memory: [total, available] = [16, 12],
  threads = 4,
  printed,
  ...change
}: Change = {}) {
  const real = realPorts({});
  const processes = {
    ...real.processes,
    async start({ onOutput }: Parameters<Ports['processes']['start']>[0]) {
      if (printed === undefined) throw Object.assign(new Error('not found'), { code: 'ENOENT' });
      onOutput?.(Buffer.from(printed, 'latin1'));
      return {
        pid: 1,
        startTime: '',
        kill: async () => undefined,
        finished: Promise.resolve({ exitCode: 0, signal: null }),
      };
    },
  };
  const rows = images.map(({ name, build = 26100, rehearsal = 0, size = 5e9, totalBytes = 20e9 }) => ({
    ...{ id: name, name, rehearsal, size },
    inspection_json: JSON.stringify({ indexes: [{ build, totalBytes }] }),
  }));
  return {
    ports: {
      ...{ ...real, processes, files: { ...real.files, freeSpace: () => free } },
      memory: { total: () => total * 1024 ** 3, available: () => available * 1024 ** 3 },
      threads: { ...real.threads, parallel: threads },
    },
    installation: {
      engine: ['node', '/nowhere/engine/imgupdate.cjs'],
      emulator: [],
      schemaFolder: '',
      version: '1.0.0',
    },
    platform: 'win32',
    node: '24.21.0',
    powerShell: undefined,
    elevated: true,
    facts: {
      site: {},
      settings: { minimumFreeSpace, maximumConcurrency, memoryPerRun },
      images: rows,
      tool,
      servicingFolder: 'D:\\Folder',
    },
    ...change,
  } as unknown as Surroundings;
}

const statuses = async (checks: unknown): Promise<string[]> =>
  ((await checks) as { id: string; status: string }[]).map(({ id, status }) => `${id} ${status}`);

describe('PowerShell', () => {
  it.each<[version: string, edition: 'Desktop' | 'Core', expected: string]>([
    ['5.1.26100.1882', 'Desktop', 'ok'],
    ['5.0.10586.117', 'Desktop', 'warning'],
    ['7.6.9', 'Core', 'ok'],
    ['7.4.0-rc.1', 'Core', 'ok'],
    ['7.2.24', 'Core', 'warning'],
    ['6.2.7', 'Core', 'warning'],
  ])('%s %s is %s', async (version, edition, expected) => {
    const checks = examinePowerShell(surroundings({ powerShell: { version, edition } }));

    expect(await statuses(checks)).toEqual([`PowerShell ${expected}`]);
  });

  it('is no line where the caller is none', () => {
    expect(examinePowerShell(surroundings())).toEqual([]);
  });
});

describe('Elevation', () => {
  it.each<[elevated: boolean, tool: FoundTool, expected: string]>([
    [true, dism, 'ok'],
    [false, dism, 'warning'],
    [false, emulator, 'ok'],
  ])('%s is told', async (elevated, tool, expected) => {
    expect(await statuses(examineElevation(surroundings({ elevated, tool })))).toEqual([`Elevation ${expected}`]);
  });
});

describe('the servicing tool', () => {
  const error = (reason: 'not-elevated' | 'not-found' | 'garbage' | 'failed') =>
    new DismError({ reason, code: 2, message: 'It did not work.', command: 'dism' });

  it.each<[string, FoundTool, string, RegExp]>([
    ['answers', dism, 'ok', /10\.0\.26100\.5074 \(of this host\)/],
    ['is that of an ADK', { ...dism, command: [adk] }, 'ok', /of an ADK/],
    ['refuses with a code of its own', { ...dism, error: error('failed') }, 'ok', /26100/],
    ['wants rights first', { ...dism, version: undefined, error: error('not-elevated') }, 'warning', /elevated/],
    ['is not there', { ...dism, version: undefined, error: error('not-found') }, 'failed', /cannot be used/],
    ['is something else', { ...dism, version: undefined, error: error('garbage') }, 'failed', /cannot be used/],
    ['is the emulator', emulator, 'warning', /real ones only read/],
  ])('%s', async (_what, tool, status, said) => {
    const [check] = await examineTool(surroundings({ tool }));

    expect(check).toMatchObject({ id: 'ServicingTool', status, message: expect.stringMatching(said) });
    expect(check?.remedy === undefined).toBe(status === 'ok');
  });

  it.each<[string, number, number, FoundTool, string[]]>([
    ['as old as the image', 26100, 0, dism, ['ImageBuild ok']],
    ['of the same servicing branch, 25H2 on 24H2', 26200, 0, dism, ['ImageBuild ok']],
    ['newer than the image', 22631, 0, dism, ['ImageBuild ok']],
    ['older than the image', 28000, 0, dism, ['ImageBuild failed']],
    ['not asked to service a rehearsal', 28000, 1, dism, []],
    ['of unknown version', 28000, 0, { ...dism, version: undefined }, []],
    ['the emulator', 28000, 0, emulator, []],
  ])('is %s', async (_what, build, rehearsal, tool, expected) => {
    const images = [{ name: 'Image', build, rehearsal }];

    expect(await statuses(examineImageBuilds(surroundings({ tool, images })))).toEqual(expected);
  });

  it('names the image that is too new for it', async () => {
    const images = [{ name: 'Old' }, { name: 'New', build: 28000 }];

    const [check] = await examineImageBuilds(surroundings({ images }));

    expect(check?.message).toBe('DISM 10.0.26100.5074 is older than New (build 28000).');
  });
});

describe('free space', () => {
  const images = [{ name: 'Small', size: 1e6, totalBytes: 1e6 }, { name: 'Large' }];

  it.each<[string, Change, string]>([
    ['is enough for the largest image', { images, free: 31e9 }, 'ok'],
    ['is too little for the largest image', { images, free: 29e9 }, 'failed'],
    ['is compared with what the site wants instead', { images, free: 29e9, minimumFreeSpace: 20e9 }, 'ok'],
    ['is told where no image is', { free: 1 }, 'ok'],
  ])('%s', async (_what, change, status) => {
    expect(await statuses(examineSpace(surroundings(change)))).toEqual([`FreeSpace ${status}`]);
  });

  it('names drive, image and both numbers', async () => {
    const [check] = await examineSpace(surroundings({ images, free: 29.99e9 }));

    expect(check?.message).toBe('D:\\Folder has 29.9 GB free; Large needs about 30 GB and its updates.');
  });
});

describe('memory', () => {
  const real = { name: 'Enterprise' };
  const other = { name: 'Other', size: 6e9 };
  const small = { name: 'Rehearsal', rehearsal: 1 };

  it.each<[what: string, change: Change, status: string, said: RegExp]>([
    [
      'holds one run',
      { images: [real] },
      'ok',
      /has 16 GB of memory, 12 GB of it free; a run takes about 4 GB, verifying/,
    ],
    ['is told without an image', {}, 'ok', /; a run takes about 4 GB\.$/],
    [
      'holds one run of two images',
      { images: [real, other] },
      'ok',
      /a run takes about 4 GB, verifying Other up to 2 GB\./,
    ],
    ['holds two at once', { images: [real, other], maximumConcurrency: 2 }, 'ok', /2 runs at once take about 8 GB/],
    ['has no more runs than images', { images: [real], maximumConcurrency: 9 }, 'ok', /a run takes about 4 GB/],
    ['of rehearsals is little', { images: [small], memory: [2, 1] }, 'ok', /a run takes about 256 MB/],
    [
      'of the largest counts',
      { images: [small, real], maximumConcurrency: 2 },
      'ok',
      /2 runs at once take about 4\.3 GB/,
    ],
    ['holds fewer at once', { images: [real, other], maximumConcurrency: 2, memory: [7.9, 7] }, 'warning', /7\.9 GB/],
    ['is less than a run takes', { images: [real], memory: [3.9, 3] }, 'warning', /a run takes about 4 GB/],
    ['is used by others', { images: [real], memory: [16, 3.9] }, 'warning', /3\.9 GB of it free/],
    ['is too little', { images: [real], memory: [1.9, 1.5] }, 'failed', /1\.9 GB of memory/],
    ['is too little for anything', { images: [small], memory: [0.4, 0.4] }, 'failed', /409 MB of memory/],
    ['is what the site says', { images: [real], memoryPerRun: 20 * 1024 ** 3 }, 'warning', /a run takes about 20 GB/],
    ['of many cores is bounded', { images: [real], threads: 64 }, 'ok', /verifying Enterprise up to 4 GB/],
  ])('%s', (_what, change, status, said) => {
    const checks = examineMemory(surroundings(change)) as { message: string; remedy?: string }[];

    expect(checks).toMatchObject([{ id: 'Memory', status, message: expect.stringMatching(said) }]);
    expect(checks[0]?.message).toMatch(/^[A-Z].*\.$/);
    expect(checks[0]?.remedy === undefined).toBe(status === 'ok');
  });
});

describe('Windows', () => {
  it.each([
    ['    LongPathsEnabled    REG_DWORD    0x1\r\n', 'ok'],
    ['    LongPathsEnabled    REG_DWORD    0x0\r\n', 'warning'],
    [undefined, 'warning'],
  ])('long paths: %j', async (printed, status) => {
    const change = printed === undefined ? {} : { printed };

    expect(await statuses(examineLongPaths(surroundings(change)))).toEqual([`LongPaths ${status}`]);
  });

  it.each([
    ['    d:\\folder    REG_DWORD    0x0\r\n', 'ok'],
    ['    E:\\Other    REG_DWORD    0x0\r\n', 'warning'],
  ])('the virus scanner: %j', async (printed, status) => {
    expect(await statuses(examineAntivirus(surroundings({ printed })))).toEqual([`Antivirus ${status}`]);
  });

  it('is not asked about elsewhere', async () => {
    expect(await examineLongPaths(surroundings({ platform: 'linux' }))).toEqual([]);
    expect(await examineAntivirus(surroundings({ platform: 'linux' }))).toEqual([]);
    expect(await examineAntivirus(surroundings({ tool: emulator }))).toEqual([]);
  });
});

describe('a site that cannot be opened', () => {
  const facts = new Problem('ImgSiteUnusable', { detail: 'The site cannot be opened: no.' });

  it('is the answer, with its remedy, and what needs it is left out', async () => {
    expect(examineSite(surroundings({ facts }))[0]).toMatchObject({
      status: 'failed',
      message: 'The site cannot be opened: no.',
    });
    expect(await examineTool(surroundings({ facts }))).toEqual([]);
    expect(await statuses(examineElevation(surroundings({ facts, elevated: false })))).toEqual(['Elevation warning']);
  });
});

describe('an installation', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'imgupdate-installation-'));
    mkdirSync(join(folder, 'engine'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const ofHello = '2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824';
  const examine = async (files: Record<string, string>) => {
    for (const [path, text] of Object.entries(files)) writeFileSync(join(folder, path), text);
    writeFileSync(
      join(folder, 'SHA256SUMS'),
      ['engine/a.cjs', 'b.ps1'].map((path) => `${ofHello}  ${path}\n`).join(''),
    );
    const installation = {
      engine: ['node', join(folder, 'engine', 'a.cjs')],
      emulator: [],
      schemaFolder: '',
      version: '',
    };
    return examineInstallation(surroundings({ installation }));
  };

  it.each([
    ['is as it was packed', { 'engine/a.cjs': 'hello', 'b.ps1': 'hello' }, 'ok'],
    ['has another engine', { 'engine/a.cjs': 'other', 'b.ps1': 'hello' }, 'failed'],
    ['was signed by its owner', { 'engine/a.cjs': 'hello', 'b.ps1': 'hello # signature' }, 'warning'],
  ])('%s', async (_what, files, status) => {
    expect(await statuses(examine(files))).toEqual([`Installation ${status}`]);
  });

  it('is no line for a folder that was built here', async () => {
    expect(await examineInstallation(surroundings())).toEqual([]);
  });
});
