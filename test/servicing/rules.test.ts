/** The rules for schedules and runs, over a real site. */
import {
  appendFileSync,
  chmodSync,
  copyFileSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Image } from '../../src/contract/generated/types.ts';
import { haltWorkerAt, killHard } from '../helpers/halted.ts';
import { type Month, openMonth, packageFile, sha256, updates } from '../helpers/month.ts';
import { anyMissing, requires, titled } from '../helpers/requires.ts';

const links = requires.links();
const rights = requires.posix('rights of a file');

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

describe('the file decides the tool', () => {
  const noTool = ['no-such-dism'];

  it('an image that the emulator made is serviced by the emulator, whatever the tool of the site is', async () => {
    await imageAndContent();
    await month.call('site.set', { dism: noTool });

    const run = await month.service({ image: 'Image', updates: [june], removeSupersededUpdates: true });

    expect(run).toMatchObject({ status: 'Succeeded', rehearsal: true, proof: { ok: true } });
    expect(await month.leftovers()).toEqual([]);
  });

  it('a run of such an image that was interrupted is recovered with the emulator too', async () => {
    await imageAndContent();
    await month.call('site.set', { dism: noTool });
    await month.call('schedule.add', { image: 'Image', updates: [june], runNow: true });
    await killHard(month, await haltWorkerAt(month, { step: '04-add-update-1' }), 'everything');

    const { ran } = await month.call('worker.run', { once: true });

    expect(ran).toMatchObject([{ status: 'Succeeded', attempt: 2, rehearsal: true }]);
    expect(await month.leftovers()).toEqual([]);
  });

  it('any other image goes to the tool of the site', async () => {
    await registerUnmarked();
    await month.content(updates.june);
    await month.call('site.set', { dism: noTool });

    const run = await month.service({ image: 'Real', updates: [june] });

    expect(run).toMatchObject({ status: 'Failed', rehearsal: false, errors: [{ id: expect.any(String) }] });
    expect(await month.leftovers()).toEqual([]);
  });

  it('a package that only stands for an update never reaches a tool that is not the emulator', async () => {
    await registerUnmarked();
    // Known by its digest, as if it were the real one: its own content tells.
    await month.content(updates.june);
    await month.call('site.set', { dism: noTool });

    const run = await month.service({ image: 'Real', updates: [june] });

    expect(run.errors).toMatchObject([{ id: 'ImgStandInRefused' }]);
    expect(run.steps.find(({ status }) => status === 'Failed')?.kind).toBe('check');
  });
});

describe('rehearsals', () => {
  it('never publish into a file that the emulator did not make', async () => {
    const image = await registerUnmarked();
    const unmarked = image.path;
    const before = sha256(unmarked);
    await month.content(updates.june);
    await month.call('site.set', { dism: month.emulator });

    const run = await month.service({ image: 'Real', updates: [june] });

    expect(image.rehearsal).toBe(false);
    expect(run).toMatchObject({ status: 'Succeeded', rehearsal: true, published: null, proof: { ok: true } });
    expect(run.steps.every(({ status }) => status === 'Succeeded')).toBe(true);
    expect(sha256(unmarked)).toBe(before);
    expect((await month.call('image.versions', { image: 'Real' })).versions).toHaveLength(1);
    expect((await month.call('image.status', { image: 'Real' })).statuses).not.toContainEqual(
      expect.objectContaining({ status: 'Installed' }),
    );
    expect(await month.leftovers()).toEqual([]);
  });

  it('use no stand-in on such a file', async () => {
    await registerUnmarked();
    await month.call('site.set', { dism: month.emulator });
    const file = packageFile(month.folder, updates.june);
    copyFileSync(file, month.path('other-name.msu'));
    await month.call('content.add', { path: month.path('other-name.msu'), uniqueId: june, standIn: true });

    const onReal = await month.service({ image: 'Real', updates: [june] });
    const onMarked = await month.service({ image: 'Marked', updates: [june] });

    expect(onReal).toMatchObject({ status: 'Failed', errors: [{ id: 'ImgStandInRefused' }] });
    expect(onMarked.status).toBe('Succeeded');
  });
});

describe('several schedules', () => {
  it('of one image run one after the other, each on what the one before published', async () => {
    await imageAndContent();
    await month.content(updates.may);
    const ids: string[] = [];
    for (const update of [may, june]) {
      const { schedule } = await month.call('schedule.add', { image: 'Image', updates: [update], runNow: true });
      ids.push(schedule.runId ?? '');
    }

    const workers = await Promise.all([1, 2, 3].map(() => month.call('worker.run', { once: true })));

    const runs = await Promise.all(ids.map(async (runId) => (await month.call('run.show', { runId })).run));
    expect(runs.map(({ status, published }) => [status, published?.sourceVersion])).toEqual([
      ['Succeeded', 2],
      ['Succeeded', 3],
    ]);
    expect((runs[0]?.completed ?? '') <= (runs[1]?.started ?? '')).toBe(true);
    expect(runs[1]?.proof?.indexes).toMatchObject([{ before: '26100.4061', after: '26100.4349' }]);
    expect(workers.flatMap(({ ran }) => ran.map(({ runId }) => runId)).sort()).toEqual([...ids].sort());
    expect(await month.leftovers()).toEqual([]);
  });

  it('of several images never run more at once than maximumConcurrency, however many workers there are', async () => {
    for (const name of ['A', 'B', 'C']) await month.image(name);
    await month.content(updates.june);
    for (const image of ['A', 'B', 'C']) await month.call('schedule.add', { image, updates: [june], runNow: true });

    const answers = await Promise.all([1, 2, 3].map(() => month.call('worker.run', { once: true })));

    const { runs } = await month.call('run.list');
    const times = runs.map(({ started, completed }) => [started ?? '', completed ?? '']).sort();
    expect(runs.map(({ status }) => status)).toEqual(['Succeeded', 'Succeeded', 'Succeeded']);
    expect(answers.flatMap(({ ran }) => ran)).toHaveLength(3);
    expect((times[0]?.[1] ?? '') <= (times[1]?.[0] ?? '')).toBe(true);
    expect((times[1]?.[1] ?? '') <= (times[2]?.[0] ?? '')).toBe(true);
  });

  it('wait while somebody else works on the image', async () => {
    const { id } = await imageAndContent();
    const { schedule } = await month.call('schedule.add', { image: 'Image', updates: [june], runNow: true });
    const { host, pid } = month.ports.self;
    const start_time = await month.ports.processes.ownStartTime();
    const lock = { name: `image:${id}`, run_id: 'somebody', host, pid, start_time, taken: '' };
    await month.site.database.insertInto('lock').values(lock).execute();
    const working = month.call('worker.run', { once: true });
    await month.ports.clock.pause(500);
    const waiting = (await month.call('run.show', { runId: schedule.runId ?? '' })).run.status;
    const restoring = await month.fails('image.restore', { image: 'Image' });

    await month.site.database.deleteFrom('lock').execute();
    await working;

    expect([waiting, restoring.id, restoring.exitCode]).toEqual(['Pending', 'ImgImageBusy', 6]);
    expect((await month.call('run.show', { runId: schedule.runId ?? '' })).run.status).toBe('Succeeded');
  });

  it('a worker does not wait for an image that another machine has locked', async () => {
    const { id } = await imageAndContent();
    await month.call('schedule.add', { image: 'Image', updates: [june], runNow: true });
    const lock = { name: `image:${id}`, run_id: 'x', host: 'another', pid: 1, start_time: '', taken: '' };
    await month.site.database.insertInto('lock').values(lock).execute();

    const { ran } = await month.call('worker.run', { once: true });
    const kept = await month.call('servicing.repair');
    const forced = await month.call('servicing.repair', { force: true });

    expect(ran).toEqual([]);
    expect([kept.found, forced.found]).toMatchObject([[], [{ kind: 'lock', mended: true }]]);
  });
});

describe('names and paths', () => {
  it.skipIf(anyMissing(links))(
    titled('an image that is registered by a link is the file behind it, once', links),
    async () => {
      const { path } = await month.image('Plain');
      mkdirSync(month.path('other'));
      const link = month.path('other', 'link.wim');
      symlinkSync('../Plain.wim', link);
      const wanted = { path: link, name: 'Link', acceptEula: true };
      expect((await month.fails('image.add', wanted)).id).toBe('ImgImageExists');
      await month.call('image.remove', { image: 'Plain' });
      const { image } = await month.call('image.add', wanted);
      const before = sha256(path);
      await month.content(updates.june);

      const run = await month.service({ image: 'Link', updates: [june] });

      expect(image.path).toBe(realpathSync(path));
      expect(run.published?.path).toBe(image.path);
      expect([sha256(link), sha256(path)]).toEqual([run.published?.sha256, run.published?.sha256]);
      expect(lstatSync(link).isSymbolicLink()).toBe(true);
      await month.call('image.restore', { image: 'Link' });
      expect(sha256(path)).toBe(before);
      expect(await month.leftovers()).toEqual([]);
    },
  );

  it.skipIf(anyMissing(rights))(titled('a published file has the rights of the file before it', rights), async () => {
    const { path } = await month.image('Image');
    chmodSync(path, 0o640);
    await month.content(updates.june);

    await month.service({ image: 'Image', updates: [june] });
    expect(statSync(path).mode & 0o777).toBe(0o640);
    await month.call('image.restore', { image: 'Image' });
    expect(statSync(path).mode & 0o777).toBe(0o640);
  });

  it.each([`it's "quoted" $(touch pwned) \`x\` & ünïcödé`, `..`, `\\\\server\\share`, `-name`, `%s %d {0}`])(
    'an image named %j goes its way',
    async (name) => {
      const notInNames = process.platform === 'win32' ? /[/\\."]/g : /[/\\.]/g;
      const folder = month.path(`odd ${name.replaceAll(notInNames, '_')}`);
      mkdirSync(folder);
      const { path } = await month.image('Plain');
      copyFileSync(path, join(folder, `a b'c.wim`));
      const { image } = await month.call('image.add', { path: join(folder, `a b'c.wim`), name, acceptEula: true });
      await month.content(updates.june);

      const run = await month.service({ image: name, updates: [june] });

      expect(run).toMatchObject({ status: 'Succeeded', imageName: name, published: { path: image.path } });
      await month.call('image.restore', { image: name });
      expect(await month.leftovers()).toEqual([]);
    },
  );
});

/** Changes a byte of a file that keeps its size and its time. */
function flip(path: string): void {
  const { atime, mtime } = statSync(path);
  const bytes = readFileSync(path);
  bytes.writeUInt8(bytes.readUInt8(1000) ^ 1, 1000);
  writeFileSync(path, bytes);
  utimesSync(path, atime, mtime);
}

/** Registers "Real", which carries no mark, and "Marked", which does and is the same otherwise. */
async function registerUnmarked(): Promise<Image> {
  const { path } = await month.image('Marked');
  const unmarked = month.path('unmarked.wim');
  writeFileSync(unmarked, withoutMark(readFileSync(path)));
  return (await month.call('image.add', { path: unmarked, name: 'Real', acceptEula: true })).image;
}

/** Replaces the mark by other words of the same length: the file of somebody else. */
function withoutMark(bytes: Uint8Array): Uint8Array {
  const text = Buffer.from(bytes).toString('latin1');
  const wide = (words: string): string => [...words].map((letter) => `${letter}\0`).join('');
  const changed = text
    .replaceAll(wide('REHEARSAL'), wide('SOMETHING'))
    .replaceAll(wide('ImgUpdate rehearsal, not a real Windows'), wide('An image that was captured by somebody.'));
  if (changed === text) throw new Error('there is no mark');
  return Buffer.from(changed, 'latin1');
}
