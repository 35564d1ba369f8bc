/** `environment.check` on real sites: what is wrong with them is found, and named. */
import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDism } from '../../../src/dism/dism.ts';
import { servicingRootName } from '../../../src/servicing/run/work-folder.ts';
import { emulatorFile, type Sandbox, sandbox } from '../../helpers/built-engine.ts';
import { type Month, openMonth, updates } from '../../helpers/month.ts';
import { type Requirement, titled } from '../../helpers/requires.ts';

const posix: Requirement = {
  available: process.platform !== 'win32',
  reason: 'modes of files are those of POSIX',
  path: 'chmod',
};

let month: Month;
beforeEach(async () => {
  month = await openMonth();
  // The same tool and the same place everywhere: on Windows they are dism.exe and the largest drive.
  mkdirSync(month.path('drive'));
  await month.call('site.set', { dism: month.emulator, servicingDrive: month.path('drive') });
});
afterEach(() => month.close());

interface Line {
  id: string;
  status: string;
  message: string;
  remedy?: string;
}

async function check(request: object = {}): Promise<Record<string, Line>> {
  const { checks } = await month.call('environment.check', request);
  return Object.fromEntries(checks.map((line: Line) => [line.id, line]));
}

it('finds nothing wrong with a new site', async () => {
  await month.image('Image');

  const lines = await check({ powerShell: { version: '7.6.9', edition: 'Core' } });

  expect(lines['PowerShell']?.message).toBe('PowerShell 7.6.9 (Core).');
  expect(Object.values(lines).filter(({ status }) => status === 'failed')).toEqual([]);
  for (const { status, remedy } of Object.values(lines)) expect(remedy === undefined).toBe(status === 'ok');
  for (const id of ['Database', 'Leftovers', 'Schedules']) expect(lines[id]?.status).toBe('ok');
  // Who may write is not told to a session of Windows that is not elevated.
  if (process.platform !== 'win32') expect(lines['SiteRights']?.status).toBe('ok');
});

it('tells of a schedule that is due while no worker is there', async () => {
  await month.image('Image');
  await month.content(updates.june);
  await month.call('schedule.add', { image: 'Image', latest: true, at: '2099-01-01T00:00:00Z' });
  await month.site.database.updateTable('schedule').set({ next_run: '2020-01-01T00:00:00.000Z' }).execute();

  const { Schedules } = await check();

  expect(Schedules).toMatchObject({ status: 'warning', message: expect.stringContaining('1 schedule is due') });
});

it('tells of a mount and a lock that were left', async () => {
  const { path, id } = await month.image('Image');
  const mountDir = join(month.path('drive'), servicingRootName, 'abc', 'mount1');
  mkdirSync(mountDir, { recursive: true });
  await createDism({ command: month.emulator, processes: month.ports.processes }).mountImage({
    imageFile: path,
    index: 1,
    mountDir,
  });
  const lock = {
    name: `image:${id}`,
    run_id: 'x',
    host: month.ports.self.host,
    pid: 2 ** 22 + 1,
    start_time: 'x',
    taken: '',
  };
  await month.site.database.insertInto('lock').values(lock).execute();

  const { Leftovers } = await check();

  expect(Leftovers).toMatchObject({ status: 'warning', remedy: expect.stringContaining('servicing repair') });
  expect(Leftovers?.message).toContain('2 things');
  expect(Leftovers?.message).toContain('mount1');
});

it('looks at one image when one is named, and refuses one that is not there', async () => {
  await month.image('Small');
  await month.image('Large', { bytes: 4_000_000 });

  expect((await check())['FreeSpace']?.message).toContain('Large needs');
  expect((await check({ image: 'small' }))['FreeSpace']?.message).toContain('Small needs');
  expect((await check())['Memory']?.message).toMatch(/a run takes about 256 MB, verifying Large up to/);
  expect((await month.fails('environment.check', { image: 'None' })).id).toBe('ImgImageNotFound');
});

it('tells of a setting that names no servicing tool', async () => {
  await month.call('site.set', { dism: [process.execPath, '--version'] });

  const { ServicingTool } = await check();

  expect(ServicingTool).toMatchObject({ status: 'failed', remedy: expect.stringContaining('--dism') });
});

it.skipIf(!posix.available)(titled('tells who else may write to the site, and how to mend it', posix), async () => {
  // What lies below a folder that nobody else may enter is safe whatever its own mode.
  chmodSync(month.folder, 0o755);
  chmodSync(month.site.folder, 0o777);

  const { SiteRights } = await check();

  expect(SiteRights?.status).toBe('failed');
  expect(SiteRights?.message).toContain(month.site.folder);
  expect(SiteRights?.remedy).toContain('chmod -R go-w');
});

describe('the command', () => {
  let box: Sandbox;
  beforeEach(() => {
    box = sandbox();
  });
  afterEach(() => box.remove());

  it('ends with 0 where there are warnings only', () => {
    box.run('site', 'set', ...[process.execPath, emulatorFile].map((word) => `--dism=${word}`));

    const { code, document } = box.run('environment', 'check');

    expect(code).toBe(0);
    expect((document as { checks: Line[] }).checks.map(({ id }) => id)).toContain('Database');
  });

  it('ends with 3 and the answer where a check failed', () => {
    box.run('site', 'set', '--dism', box.path('missing.exe'));

    const { code, document, problem } = box.run('environment', 'check');

    expect({ code, problem }).toEqual({ code: 3, problem: undefined });
    expect((document as { checks: Line[] }).checks).toContainEqual(
      expect.objectContaining({ id: 'ServicingTool', status: 'failed' }),
    );
  });

  it('ends with 3 where the site cannot be opened', () => {
    const { code, document } = box.runWith({ env: { IMGUPDATE_SITE: process.execPath } }, 'environment', 'check');

    expect(code).toBe(3);
    expect((document as { checks: Line[] }).checks).toContainEqual(
      expect.objectContaining({ id: 'Site', status: 'failed' }),
    );
  });
});
