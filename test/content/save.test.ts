/** Saving what an answer names: in a site with a catalog whose files lie on a server. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cut, type DownloadServer, damaged, page, redirect, stall, status } from '../helpers/download-server.ts';
import { type Month, packageFile, sha256, updates } from '../helpers/month.ts';
import { eachOffering } from './offering.ts';

let month: Month;
let server: DownloadServer;

const june = updates.june.uniqueId;
const may = updates.may.uniqueId;
const contents = async () => (await month.call('content.list')).contents;
const { offer, record } = eachOffering((opened) => {
  ({ month, server } = opened);
});

describe('content.save', () => {
  it('saves an update once, verified, and tells its bytes', async () => {
    await offer(updates.june);

    const saved = await month.call('content.save', { uniqueId: [june] });
    const again = await month.call('content.save', { uniqueId: [june] });

    const size = readFileSync(packageFile(month.folder, updates.june)).length;
    expect(saved).toMatchObject({ ok: true, applied: true, bytes: size, bytesDownloaded: size, save: null });
    expect(saved['files']).toMatchObject([{ state: 'saved', verification: 'digest', uniqueId: june, problem: null }]);
    expect(again).toMatchObject({ bytes: 0, bytesDownloaded: 0, files: [{ state: 'present' }] });
    expect(server.asked).toHaveLength(1);
    expect(await contents()).toMatchObject([{ uniqueId: june, matchedBy: 'sha256', verification: 'digest' }]);
    expect(month.events.some(({ type, progress }) => type === 'content.progress' && progress?.done === size)).toBe(
      true,
    );
    expect((await month.call('update.show', { id: june })).update.isContentProvisioned).toBe(true);
    expect(await month.leftovers()).toEqual([]);
    expect(readdirSync(join(month.site.contentFolder, 'partial'))).toEqual([]);
  });

  it('says in a dry run what would come, and takes a KB', async () => {
    await offer(updates.june);

    const plan = await month.call('content.save', { uniqueId: ['KB5058411', june] }, { dryRun: true });

    expect(plan).toMatchObject({ applied: false, files: [{ state: 'planned', uniqueId: may }, { state: 'planned' }] });
    expect(plan['bytes']).toBeGreaterThan(0);
    expect([server.asked, await contents()]).toEqual([[], []]);
  });

  it.each<[what: string, request: () => Promise<object>]>([
    ['an image', async () => ({ image: (await month.image('Image')).name })],
    ['a file', async () => ({ path: (await month.image('Image')).path })],
    [
      'a rule for all images',
      async () => {
        await month.image('Image');
        await month.call('rule.add', { name: 'monthly' });
        return { rule: 'monthly' };
      },
    ],
    [
      'a schedule',
      async () => {
        await month.image('Image');
        const { schedule } = await month.call('schedule.add', {
          image: 'Image',
          latest: true,
          at: '2099-01-01T00:00:00Z',
        });
        return { scheduleId: schedule.scheduleId };
      },
    ],
  ])('saves what the answer for %s names, and no more', async (_what, request) => {
    await offer(updates.june);
    await offer(updates.may);

    const { files } = await month.call('content.save', {
      role: ['Checkpoint', 'CumulativeUpdate'],
      ...(await request()),
    });

    expect(files.map((each: { uniqueId: string }) => each.uniqueId)).toEqual([june]);
    expect(server.asked).toHaveLength(1);
  });

  it('goes months back where it is told to', async () => {
    await offer(updates.june);
    await offer(updates.may);
    await month.image('Image');

    const { files } = await month.call('content.save', { image: 'Image', previous: 1, role: ['CumulativeUpdate'] });

    expect(files.map((each: { uniqueId: string }) => each.uniqueId)).toEqual([may]);
  });

  it('saves of the files of an update the packages, never its media', async () => {
    const path = packageFile(month.folder, updates.june);
    const bytes = readFileSync(path);
    const url = server.offer('/p.msu', bytes);
    const names = [
      'x.psf',
      'install.esd',
      'express.cab',
      'metadata.aggregatedmetadata.cab',
      'setup.exe',
      'ssu-26100.1-x64.cab',
    ];
    await record(updates.june, [
      ...names.map((name) => ({
        name,
        size: 1,
        sha256: createHash('sha256').update(name).digest('hex'),
        url: `${url}?${name}`,
      })),
      { name: 'windows11.0-kb5060842-x64.psf', size: 1, url },
      { name: 'windows11.0-kb5060842-x64.cab', size: 1, url },
      { name: 'windows11.0-kb5060842-x64.msu', size: bytes.length, sha256: sha256(path), url },
    ]);

    const { files } = await month.call('content.save', { uniqueId: [june] }, { dryRun: true });

    expect(files.map((each: { name: string }) => each.name)).not.toContain('install.esd');
    expect(files.map((each: { name: string }) => each.name)).toEqual(['express.cab', 'windows11.0-kb5060842-x64.msu']);
  });

  it('brings a file once when it is asked for twice at the same moment', async () => {
    const path = await offer(updates.june);
    server.next(path, cut(1000));

    const both = await Promise.all([1, 2, 3].map(() => month.call('content.save', { uniqueId: [june] })));

    expect(both.flatMap(({ files }) => files.map((each: { state: string }) => each.state)).sort()).toEqual([
      'present',
      'present',
      'saved',
    ]);
    expect(server.asked.length).toBeLessThanOrEqual(2);
    expect(await month.leftovers()).toEqual([]);
  });

  it('gives the file of another update the digest of which is the same', async () => {
    await offer(updates.june);
    const path = packageFile(month.folder, updates.june);
    await record(updates.may, [
      { name: 'other.msu', size: readFileSync(path).length, sha256: sha256(path), url: `${server.origin}/no` },
    ]);

    await month.call('content.save', { uniqueId: [june] });
    const { files } = await month.call('content.save', { uniqueId: [may] });

    expect(files).toMatchObject([{ state: 'present', verification: 'digest' }]);
    expect(server.asked).toHaveLength(1);
  });

  it('says which file failed, and saves the others', async () => {
    await offer(updates.june);
    server.always(await offer(updates.may), status(404));

    const result = await month.call('content.save', { uniqueId: [june, may] });

    expect(result).toMatchObject({
      ok: false,
      files: [{ state: 'saved' }, { state: 'failed', problem: { id: 'ImgDownloadFailed' } }],
    });
  });

  it.each<[what: string, behaviour: Parameters<DownloadServer['always']>[1], id: string, code: number]>([
    ['it is damaged', damaged(500), 'ImgContentQuarantined', 4],
    ['it is a page', page(''), 'ImgDownloadFailed', 7],
    ['it lies at another host', redirect('http://elsewhere.example/x'), 'ImgDownloadRedirected', 7],
  ])('fails when %s, and nothing is used', async (_what, behaviour, id, code) => {
    server.always(await offer(updates.june), behaviour);

    const problem = await month.fails('content.save', { uniqueId: [june] });

    expect([problem.id, problem.exitCode]).toEqual([id, code]);
    const list = await month.call('content.list');
    expect(list['contents']).toEqual([]);
    expect(list['quarantined']).toHaveLength(id === 'ImgContentQuarantined' ? 1 : 0);
    for (const { path } of list['quarantined']) expect(existsSync(path)).toBe(true);
  });

  it.each([
    ['nothing', {}],
    ['two things', { uniqueId: [june], image: 'Image' }],
    ['an image and a file', { image: 'a', path: '/b' }],
  ])('refuses a request that names %s', async (_what, request) => {
    expect((await month.fails('content.save', request)).id).toBe('ImgRequestInvalid');
  });

  it('tells of updates that have no file', async () => {
    await record(updates.june, [{ name: 'install.esd', size: 1, url: `${server.origin}/x` }]);

    expect(await month.call('content.save', { uniqueId: [june] })).toMatchObject({
      files: [],
      without: [{ uniqueId: june }],
    });
  });

  it('tells where nobody offers a file', async () => {
    expect((await month.fails('content.save', { uniqueId: [june] })).id).toBe('ImgContentNotOffered');
  });

  it('begins nothing that does not fit into the budget or the volume', async () => {
    await offer(updates.june);
    await month.call('site.set', { contentBudget: 1000 });
    const budget = await month.fails('content.save', { uniqueId: [june] });
    await month.call('site.set', { contentBudget: 0 });
    month.ports.files = { ...month.ports.files, freeSpace: () => 1000 };
    const free = await month.fails('content.save', { uniqueId: [june] });

    expect([budget.id, free.id]).toEqual(['ImgInsufficientSpace', 'ImgInsufficientSpace']);
    expect(budget.message).toMatch(/budget/);
    expect(server.asked).toEqual([]);
  });

  it('keeps what came when the disk fills up, and goes on with it', async () => {
    await offer(updates.june);
    const { files } = month.ports;
    month.ports.files = {
      ...files,
      sink(path) {
        const sink = files.sink(path);
        if (!path.endsWith('.partial')) return sink;
        const full = Object.assign(new Error('full'), { code: 'ENOSPC', syscall: 'write' });
        return new Proxy(sink, {
          get: (target, name) =>
            name !== 'append'
              ? Reflect.get(target, name)
              : (bytes: Uint8Array) => {
                  target.append(bytes.subarray(0, 1000));
                  throw full;
                },
        });
      },
    };
    const problem = await month.fails('content.save', { uniqueId: [june] });
    month.ports.files = files;

    expect(problem.id).toBe('ImgInsufficientSpace');
    expect((await month.call('content.list'))['partial']).toMatchObject([{ isActive: false, uniqueId: june }]);
    expect(await month.call('content.save', { uniqueId: [june] })).toMatchObject({ files: [{ state: 'saved' }] });
    expect(await month.leftovers()).toEqual([]);
  });

  it('ends when its caller goes, and keeps what came', async () => {
    const path = await offer(updates.june);
    server.always(path, stall(2000));
    const gone = new AbortController();
    const work = month.fails('content.save', { uniqueId: [june] }, gone.signal);
    while (!month.events.some(({ type }) => type === 'content.progress'))
      await new Promise((resolve) => setTimeout(resolve, 5));
    gone.abort();

    expect((await work).id).toBe('ImgCanceled');
    expect(await month.leftovers()).toEqual([]);
    expect((await month.call('content.list'))['partial']).toHaveLength(1);
  });

  it('hands it to a worker, which does it', async () => {
    await offer(updates.june);

    const { save, files } = await month.call('content.save', { uniqueId: [june], background: true });
    expect(files).toMatchObject([{ state: 'planned' }]);
    expect([save.status, month.workers.length, server.asked.length]).toEqual(['Pending', 1, 0]);
    await month.call('worker.run', { once: true });

    expect((await month.call('content.list'))['saves']).toMatchObject([
      { saveId: save.saveId, status: 'Succeeded', files: [{ state: 'saved' }], bytesDownloaded: expect.any(Number) },
    ]);
    expect(await contents()).toHaveLength(1);
    expect(await month.leftovers()).toEqual([]);
  });

  it('is gone on with by another worker when the first one died', async () => {
    await offer(updates.june);
    const { save } = await month.call('content.save', { uniqueId: [june], background: true });
    const died = {
      host: month.ports.self.host,
      pid: 2 ** 22 + 1,
      start_time: 'long ago',
      taken: '2025-01-01T00:00:00Z',
    };
    await month.site.database.updateTable('content_save').set({ status: 'Running', attempt: 1 }).execute();
    for (const name of [`save:${save.saveId}`, `content:${sha256(packageFile(month.folder, updates.june))}`]) {
      await month.site.database
        .insertInto('lock')
        .values({ name, run_id: save.saveId, ...died })
        .execute();
    }

    await month.call('worker.run', { once: true });

    expect((await month.call('content.list'))['saves']).toMatchObject([{ status: 'Succeeded' }]);
    expect(await month.leftovers()).toEqual([]);
  });

  it('is stopped in the background', async () => {
    server.always(await offer(updates.june), stall(10));
    const { save } = await month.call('content.save', { uniqueId: [june], background: true });

    const worker = month.call('worker.run', { once: true });
    await month.call('content.clear', { saveId: [save.saveId] });
    await worker;

    expect((await month.call('content.list'))['saves']).toMatchObject([{ status: 'Canceled' }]);
    expect((await month.fails('content.clear', { saveId: ['none'] })).id).toBe('ImgSaveNotFound');
  });
});

it('settings hide the password of a proxy, and refuse what is none', async () => {
  const shown = await month.call('site.set', { proxy: 'http://me:hush@proxy.example:8080' });

  expect(JSON.stringify(shown)).not.toContain('hush');
  expect((await month.call('site.show'))['proxy']).toBe('http://me:***@proxy.example:8080/');
  expect((await month.site.settings()).proxy).toContain('hush');
  expect((await month.fails('site.set', { proxy: 'ftp://x' })).id).toBe('ImgRequestInvalid');
  expect((await month.fails('site.set', { bandwidthWindow: '8-18' })).id).toBe('ImgRequestInvalid');
});
