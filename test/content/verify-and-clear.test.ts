/** Verifying the content that is there, and clearing it. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cut, type DownloadServer, damaged, status } from '../helpers/download-server.ts';
import { type Month, packageFile, sha256, updates } from '../helpers/month.ts';
import { cab, manifest } from '../packages/made-package.ts';
import { eachOffering } from './offering.ts';

let month: Month;
let server: DownloadServer;

const june = updates.june.uniqueId;
const may = updates.may.uniqueId;
const contents = async () => (await month.call('content.list')).contents;
const { offer, record } = eachOffering((opened) => {
  ({ month, server } = opened);
});

describe('content.verify', () => {
  it('finds what changed, moves it away, and says so', async () => {
    await offer(updates.june);
    await offer(updates.may);
    const { files } = await month.call('content.save', { uniqueId: [june, may] });
    expect(await month.call('content.verify')).toMatchObject({ ok: true, checked: 2, bad: [], unverified: [] });
    writeFileSync(files[0].path, 'damage');

    const dry = await month.call('content.verify', {}, { dryRun: true });
    const found = await month.call('content.verify', { uniqueId: [june] });

    expect(dry).toMatchObject({ ok: false, applied: false, bad: [{ uniqueId: june, quarantinePath: null }] });
    expect(found).toMatchObject({ ok: false, checked: 1, bad: [{ uniqueId: june, reason: 'wrong-digest' }] });
    expect(readFileSync(found['bad'][0].quarantinePath, 'utf8')).toBe('damage');
    expect(await contents()).toMatchObject([{ uniqueId: may }]);
    expect(await month.call('content.save', { uniqueId: [june] })).toMatchObject({ files: [{ state: 'saved' }] });
  });

  it('believes a file as soon as the catalog knows its SHA-256', async () => {
    const plain = month.path('windows11.0-kb5058411-x64.cab');
    writeFileSync(
      plain,
      cab({ 'update.mum': manifest('Package_for_RollupFix~31bf3856ad364e35~amd64~~26100.4061.1.0') }),
    );
    const facts = { name: 'windows11.0-kb5058411-x64.cab', size: readFileSync(plain).length };
    await record(updates.may, [facts]);
    await month.call('content.add', { path: plain, uniqueId: may });
    expect(await month.call('content.verify')).toMatchObject({ ok: true, unverified: [{ uniqueId: may }] });

    await record(updates.may, [{ ...facts, sha256: sha256(plain) }]);
    await month.call('content.verify');

    expect(await contents()).toMatchObject([{ verification: 'digest' }]);
  });
});

describe('content.clear', () => {
  const clear = (request: object, dryRun = false) => month.call('content.clear', request, { dryRun });

  it('removes by name, age, size and supersedence, and says first what and how much', async () => {
    await offer(updates.june);
    await offer(updates.may, {}, { isSuperseded: true });
    await month.call('content.save', { uniqueId: [june, may] });
    const size = readFileSync(packageFile(month.folder, updates.may)).length;

    expect(await clear({ superseded: true }, true)).toMatchObject({
      applied: false,
      bytes: size,
      removed: [{ uniqueId: may }],
    });
    expect(await contents()).toHaveLength(2);
    expect(await clear({ olderThan: 1 })).toMatchObject({ removed: [], bytes: 0 });
    expect((await clear({ maximumSize: 10_000_000 }, true))['removed']).toEqual([]);
    expect((await clear({ maximumSize: size }, true))['removed']).toHaveLength(1);
    expect(await clear({ superseded: true })).toMatchObject({ applied: true, removed: [{ uniqueId: may }] });
    expect(await clear({ uniqueId: [june] })).toMatchObject({ removed: [{ uniqueId: june, reason: 'it was named' }] });
    expect(await contents()).toEqual([]);
    expect(
      readdirSync(month.site.contentFolder, { recursive: true }).filter((name) => /\.msu$/.test(String(name))),
    ).toEqual([]);
  });

  it('keeps what a schedule needs, unless it is forced', async () => {
    await offer(updates.june);
    await month.image('Image');
    await month.call('content.save', { uniqueId: [june] });
    const { schedule } = await month.call('schedule.add', {
      image: 'Image',
      latest: true,
      at: '2099-01-01T00:00:00Z',
      name: 'monthly',
    });

    expect(await clear({ uniqueId: [june] })).toMatchObject({
      removed: [],
      kept: [{ reason: expect.stringContaining('monthly') }],
    });
    expect(await clear({ uniqueId: [june], force: true }, true)).toMatchObject({ removed: [{ uniqueId: june }] });
    await month.call('schedule.clear', { scheduleId: schedule.scheduleId });
    expect(await clear({ uniqueId: [june] })).toMatchObject({ removed: [{ uniqueId: june }], kept: [] });
  });

  it('empties quarantine, and removes what did not come whole', async () => {
    server.always(await offer(updates.june), damaged(500));
    server.next(await offer(updates.may), cut(1000), status(404));
    await month.fails('content.save', { uniqueId: [june, may] });
    const before = await month.call('content.list');
    expect([before['quarantined'].length, before['partial'].length]).toEqual([1, 1]);

    const result = await clear({ quarantine: true, unfinished: true });

    expect(result['removed'].map((each: { kind: string }) => each.kind).sort()).toEqual(['partial', 'quarantine']);
    const after = await month.call('content.list');
    expect([after['quarantined'], after['partial']]).toEqual([[], []]);
    for (const folder of ['partial', 'quarantine'])
      expect(readdirSync(join(month.site.contentFolder, folder))).toEqual([]);
  });

  it('refuses a request that says nothing', async () => {
    expect((await month.fails('content.clear', {})).id).toBe('ImgRequestInvalid');
  });
});
