/** What a schedule takes, and what lets a run not begin, over a real site. */
import {
  appendFileSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Image } from '../../src/contract/generated/types.ts';
import { type Month, openMonth, packageFile, sha256, updates } from '../helpers/month.ts';

let month: Month;
beforeEach(async () => {
  month = await openMonth();
});
afterEach(() => month.close());

const june = updates.june.uniqueId;
const may = updates.may.uniqueId;

async function imageAndContent(): Promise<Image> {
  const image = await month.image('Image');
  await month.content(updates.june);
  return image;
}

describe('an image that already has the update', () => {
  it.each<[what: string, revision: number, order: object]>([
    ['the revision of the update', 4349, { updates: [june] }],
    ['a higher revision', 5000, { updates: [june] }],
    ['the latest', 4349, { latest: true }],
  ])('%s: Succeeded, nothing mounted, nothing changed', async (_what, revision, order) => {
    const { path } = await month.image('Image', { revision });
    const before = sha256(path);
    month.emulateWith(['no-such-tool']);

    const run = await month.service({ image: 'Image', ...order });

    expect(run).toMatchObject({ status: 'Succeeded', steps: [], published: null, proof: null, errors: [] });
    expect(run.updateResults).toMatchObject([{ uniqueId: june, result: 'AlreadyInstalled' }]);
    expect(sha256(path)).toBe(before);
    expect((await month.call('image.show', { image: 'Image' })).image.sourceVersion).toBe(1);
    expect(await month.leftovers()).toEqual([]);
  });
});

describe('what a schedule takes', () => {
  it('leaves out updates of another line, kind or architecture, with the reason and a warning', async () => {
    await imageAndContent();
    const tool = {
      uniqueId: 'aaaaaaaa-0000-4000-8000-000000000009',
      title: '2025-06 Dynamic Update for Windows 11 Version 24H2 for x64-based Systems (KB5060777)',
      package: { ...updates.june.package, articleId: '5060777' },
    };
    await month.catalog(tool);
    const others = [updates.older.uniqueId, updates.arm.uniqueId, tool.uniqueId];

    const { schedule } = await month.call('schedule.add', { image: 'Image', updates: [june, ...others], runNow: true });

    expect(schedule.updates).toEqual([june]);
    expect(schedule.skipped?.map(({ uniqueId }) => uniqueId)).toEqual(others);
    expect(schedule.skipped?.map(({ reasonCode }) => reasonCode)).toEqual([
      'OtherRelease',
      'OtherArchitecture',
      'KindNotSupported',
    ]);
    expect(schedule.skipped?.every(({ reason }) => reason.length > 10)).toBe(true);
    expect(month.events.filter(({ type }) => type === 'update.skipped')).toHaveLength(3);
  });

  it('takes of one line only the newest, and says that it holds the other', async () => {
    await imageAndContent();

    const { schedule } = await month.call('schedule.add', { image: 'Image', updates: [may, june], runNow: true });

    expect(schedule.updates).toEqual([june]);
    expect(schedule.skipped).toMatchObject([{ uniqueId: may, reasonCode: 'SupersededByListed' }]);
  });

  it('takes a KB, a uniqueId in capitals, and a package file, which it adds to the library', async () => {
    await month.image('Image');
    const file = packageFile(month.folder, updates.june);

    for (const given of ['KB5060842', '5060842', june.toUpperCase(), file]) {
      const { plan } = await month.call('plan.show', { image: 'Image', updates: [given] });
      expect(plan.steps.map(({ uniqueId }: { uniqueId?: string }) => uniqueId)).toContain(june);
    }
    expect((await month.call('content.list')).contents).toEqual([]);
    await month.call('schedule.add', { image: 'Image', updates: [file], runNow: true });

    expect((await month.call('content.list')).contents).toMatchObject([{ uniqueId: june, matchedBy: 'sha256' }]);
  });

  it.each<[what: string, request: object, id: string]>([
    ['nothing that fits', { updates: [updates.older.uniqueId] }, 'ImgNothingApplicable'],
    ['an unknown update', { updates: ['no-such-update'] }, 'ImgUpdateNotFound'],
    ['an unknown KB', { updates: ['KB9999999'] }, 'ImgUpdateNotFound'],
    ['a package file that is not there', { updates: ['/no/such/file.msu'] }, 'ImgUpdateNotFound'],
    ['a name that is a statement', { updates: [`'; DROP TABLE run; --`] }, 'ImgUpdateNotFound'],
    ['a name with a NUL', { updates: ['a\0b.msu'] }, 'ImgUpdateNotFound'],
    ['a package file whose path is too long', { updates: [`/${'x/'.repeat(3000)}a.msu`] }, 'ImgUpdateNotFound'],
    ['a name of 100,000 letters with .msu', { updates: [`${'x'.repeat(100_000)}.msu`] }, 'ImgUpdateNotFound'],
    ['a share that is not there', { updates: ['\\\\server\\share\\a.msu'] }, 'ImgUpdateNotFound'],
    ['a name of 100,000 letters', { updates: ['x'.repeat(100_000)] }, 'ImgUpdateNotFound'],
    ['updates and latest', { updates: [june], latest: true }, 'ImgScheduleInvalid'],
    ['neither updates nor latest', {}, 'ImgScheduleInvalid'],
    ['an index that is not there', { updates: [june], indexes: [7] }, 'ImgIndexNotFound'],
    ['an unknown image', { image: '$(touch pwned)', updates: [june] }, 'ImgImageNotFound'],
    ['a time and now', { updates: [june], at: '2030-01-01T00:00:00Z' }, 'ImgScheduleInvalid'],
    [
      'a wait for a run that comes later',
      { updates: [june], runNow: false, at: '2099-01-01T00:00:00Z', wait: true },
      'ImgScheduleInvalid',
    ],
  ])('refuses %s and stores nothing', async (_what, request, id) => {
    await imageAndContent();

    const problem = await month.fails('schedule.add', { image: 'Image', runNow: true, ...request });

    expect([problem.id, problem.exitCode]).toEqual([id, 4]);
    expect(problem.message.length).toBeLessThan(1000);
    expect((await month.call('schedule.list')).schedules).toEqual([]);
    expect((await month.call('run.list')).runs).toEqual([]);
  });

  it('tells the plan and stores nothing in a dry run', async () => {
    await imageAndContent();

    for (const name of ['schedule.add', 'run.start']) {
      const request = { image: 'Image', updates: [june], ...(name === 'schedule.add' ? { runNow: true } : {}) };
      const result = await month.call(name, request, { dryRun: true });
      expect(result.applied).toBe(false);
      expect(result.plan.steps.map(({ kind }: { kind: string }) => kind)).toContain('add-update');
      expect(result.plan.estimates.bytes).toBeGreaterThan(0);
    }

    expect((await month.call('run.list')).runs).toEqual([]);
    expect((await month.call('schedule.list')).schedules).toEqual([]);
    expect(month.workers).toEqual([]);
  });
});

describe('a run that cannot begin', () => {
  it.each<[what: string, id: string, exitCode: number, spoil: (image: Image, content: string) => unknown]>([
    ['no free space', 'ImgInsufficientSpace', 5, () => month.call('site.set', { minimumFreeSpace: 2 ** 52 })],
    ['an image file that is gone', 'ImgImageMissing', 5, ({ path }) => renameSync(path, `${path}.away`)],
    ['an image file that changed', 'ImgImageChanged', 5, ({ path }) => appendFileSync(path, 'x')],
    ['an image file that changed under the same size and time', 'ImgImageChanged', 5, ({ path }) => flip(path)],
    ['content that was changed', 'ImgContentTampered', 4, (_image, content) => appendFileSync(content, 'x')],
    ['content that is gone', 'ImgContentMissing', 5, (_image, content) => rmSync(content)],
    ['an image that was removed', 'ImgImageNotFound', 4, () => month.site.database.deleteFrom('image').execute()],
  ])('%s', async (_what, id, exitCode, spoil) => {
    const image = await imageAndContent();
    const [content] = (await month.call('content.list')).contents;
    const { schedule } = await month.call('schedule.add', { image: 'Image', updates: [june], runNow: true });
    await spoil(image, content.path);

    await month.call('worker.run', { once: true });

    const { run } = await month.call('run.show', { runId: schedule.runId ?? '' });
    expect(run).toMatchObject({ status: 'Failed', published: null, errors: [{ id, exitCode }] });
    expect(run.steps.filter(({ kind, status }) => kind === 'mount' && status === 'Succeeded')).toEqual([]);
    expect((await month.leftovers()).filter((what) => !what.includes('is not what'))).toEqual([]);
  });

  it('has no content: told when it runs', async () => {
    await month.image('Image');

    const run = await month.service({ image: 'Image', updates: [june] });

    expect(run).toMatchObject({ status: 'Failed', errors: [{ id: 'ImgContentMissing', exitCode: 5 }] });
  });

  it('has no catalog to choose the latest from', async () => {
    await month.image('Image', { release: '26H2', build: 28000 });

    const problem = await month.fails('schedule.add', { image: 'Image', latest: true, runNow: true });

    expect([problem.id, problem.exitCode]).toEqual(['ImgCatalogEmpty', 5]);
  });

  it('works on the site when the servicing drive does not exist', async () => {
    await imageAndContent();
    await month.call('site.set', { servicingDrive: month.path('no-such-drive') });

    const run = await month.service({ image: 'Image', updates: [june] });

    expect(run.status).toBe('Succeeded');
    expect(await month.leftovers()).toEqual([]);
  });

  it('works on the servicing drive that is set, and leaves nothing there', async () => {
    await imageAndContent();
    mkdirSync(month.path('drive'));
    await month.call('site.set', { servicingDrive: month.path('drive') });

    const run = await month.service({ image: 'Image', updates: [june] });

    const { entries } = await month.call('log.show', { runId: run.runId });
    expect(entries.some(({ message }: { message: string }) => message.includes(month.path('drive')))).toBe(true);
    expect(run.status).toBe('Succeeded');
    expect(await month.leftovers()).toEqual([]);
  });
});

/** Changes a byte of a file that keeps its size and its time. */
function flip(path: string): void {
  const { atime, mtime } = statSync(path);
  const bytes = readFileSync(path);
  bytes.writeUInt8(bytes.readUInt8(1000) ^ 1, 1000);
  writeFileSync(path, bytes);
  utimesSync(path, atime, mtime);
}
