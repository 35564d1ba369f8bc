/** The offline scan file: made ones in the layout of the real one, and what was recorded of it. */
import { copyFileSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Sync } from '../../../src/contract/generated/types.ts';
import { arraySource } from '../../../src/formats/array-source.ts';
import { openCab } from '../../../src/formats/cab/open.ts';
import { realPorts } from '../../../src/ports/index.ts';
import { masterReader } from '../../../src/sources/wsusscn2/master.ts';
import { trustOf } from '../../../src/sources/wsusscn2/trust.ts';
import type { UpdateDocument } from '../../../src/updates/update.ts';
import { anyMissing, requires, titled } from '../../helpers/requires.ts';
import { type ImageSite, openImageSite } from '../../operations/image/image-site.ts';
import { cabOf, digestOf, idOf, type Made, makeScanFile, masterOf } from './scan-files.ts';

let site: ImageSite;
let path: string;
beforeEach(async () => {
  site = await openImageSite();
  path = join(site.folder, 'wsusscn2.cab');
  writeFileSync(path, makeScanFile([may]));
  await site.call('source.add', { name: 'scan', type: 'wsusscn2', path });
});
afterEach(() => site.close());

const title = (month: string, kb: number): string =>
  `2025-${month} Cumulative Update for Windows 11 Version 24H2 for x64-based Systems (KB${kb})`;
const may: Made = { revisionId: 100, id: idOf(1), title: title('05', 5058411) };
const june: Made = { revisionId: 200, id: idOf(2), title: title('06', 5060842) };
const july: Made = { revisionId: 300, id: idOf(3), title: title('07', 5062553) };

async function sync(request: object = {}): Promise<Sync> {
  return ((await site.call('update.sync', request)).document['syncs'] as Sync[])[0] as Sync;
}
async function updates(): Promise<UpdateDocument[]> {
  const rows = await site.site.database.selectFrom('catalog_update').select('document').orderBy('unique_id').execute();
  return rows.map(({ document }) => JSON.parse(document));
}

describe('a scan file', () => {
  it('tells updates with titles, relations in both directions, files and addresses', async () => {
    writeFileSync(path, makeScanFile([{ ...may, supersededBy: [200] }, june], { ranges: [0, 150] }));

    const done = await sync();

    expect(done).toMatchObject({ added: 2, failed: 0, status: 'Succeeded' });
    expect(done.warnings).toEqual([expect.stringContaining('not signed')]);
    expect(await updates()).toMatchObject([
      {
        ...{ uniqueId: idOf(1), articleId: '5058411', revisionNumber: 200, supersededBy: [idOf(2)] },
        ...{ title: may.title, datePosted: '2025-06-10T17:00:00Z', description: 'A text' },
        classification: '0fa1201d-4330-4fa8-8ae9-b877473b6441',
        products: ['72e7624a-5b00-45d2-b92f-e561c0a6a160'],
        files: [
          {
            ...{ name: 'Windows11.0-KB100-x64.cab', size: 100, digestTrust: 'find' },
            sha1: Buffer.from(digestOf(99), 'base64').toString('hex'),
            sha256: '64'.repeat(32),
            url: 'http://download.windowsupdate.com/c/windows11.0-99-x64.cab',
          },
        ],
      },
      { uniqueId: idOf(2), supersedes: [idOf(1)] },
    ]);
  });

  it('that did not change is not read again; a later one from its last revision on', async () => {
    await sync();
    expect(await sync()).toMatchObject({ told: 0, warnings: [] });
    const later = [{ ...may, supersededBy: [200] }, june];
    writeFileSync(path, makeScanFile(later, { ranges: [0, 150], unreadable: ['package2.cab'] }));

    const done = await sync();

    expect(done).toMatchObject({ told: 1, added: 1, expired: 0, failed: 0 });
    expect((await updates())[1]).toMatchObject({ uniqueId: idOf(2), supersedes: [idOf(1)] });
  });

  it('tells what Microsoft withdrew', async () => {
    writeFileSync(path, makeScanFile([may, june]));
    await sync();
    writeFileSync(path, makeScanFile([june, july], { created: '2025-07-08T17:00:00Z' }));

    expect(await sync()).toMatchObject({ added: 1, expired: 1 });
    expect((await updates()).map(({ isExpired }) => isExpired ?? false)).toEqual([true, false, false]);
  });

  it('takes no older file, and no other one, for a word about withdrawals', async () => {
    const many = Array.from({ length: 30 }, (_, at) => ({ ...may, revisionId: 100 + 2 * at, id: idOf(at + 1) }));
    writeFileSync(path, makeScanFile(many));
    await sync();

    writeFileSync(path, makeScanFile(many.slice(0, 29), { created: '2025-05-01T00:00:00Z' }));
    const older = await sync();
    writeFileSync(path, makeScanFile(many.slice(0, 3), { created: '2025-08-01T00:00:00Z' }));
    const other = await sync();

    expect(older).toMatchObject({ expired: 0, warnings: [expect.anything(), expect.stringContaining('before')] });
    expect(other).toMatchObject({ expired: 0, warnings: [expect.anything(), expect.stringContaining('another file')] });
  });

  it('goes on behind the last cabinet that was told, when it was cut', async () => {
    const whole = makeScanFile([may, june, july], { ranges: [0, 150, 250] });
    writeFileSync(path, whole);
    let looks = 0;
    const events = [];
    const { ScanFileSource } = await import('../../../src/sources/wsusscn2/wsusscn2.ts');
    const context = { ports: site.ports, name: 'scan', signal: new AbortController().signal } as never;
    for await (const event of new ScanFileSource({ path }, context).events({ cursor: null, articles: [] })) {
      events.push(event);
      if (event.type === 'checkpoint') looks += 1;
      if (looks === 2) break;
    }
    const cursor = events.flatMap((event) => (event.type === 'checkpoint' ? [event.cursor] : [])).at(-1) ?? '';
    const later = [];
    for await (const event of new ScanFileSource({ path }, context).events({ cursor, articles: [] })) {
      if (event.type === 'update') later.push(event.key);
    }

    expect(later).toEqual([july.id]);
  });

  it('joins what another source knows of the same update', async () => {
    const file = join(site.folder, 'known.jsonl');
    writeFileSync(file, JSON.stringify({ uniqueId: may.id, title: may.title, products: ['Windows 11'] }));
    await site.call('update.import', { path: file });

    await sync();

    const [known] = await updates();
    expect(known).toMatchObject({ evidence: [{ source: 'scan' }, { source: 'import' }] });
    expect(known?.files).toHaveLength(1);
  });

  it('says which updates have no title', async () => {
    const bytes = makeScanFile([may, { ...june, title: '' }]);
    writeFileSync(path, bytes);

    expect(await sync()).toMatchObject({ added: 1, failed: 1, errors: [{ key: idOf(2) }] });
  });

  it.each<[string, () => void]>([
    ['cut', () => truncateSync(path, 400)],
    ['no cabinet', () => writeFileSync(path, '<html>')],
    ['a cabinet of something else', () => writeFileSync(path, cabOf([['a.txt', 'a']]))],
    ['one without updates', () => writeFileSync(path, makeScanFile([], { master: '<OfflineSyncPackage />' }))],
    [
      'one with a document type',
      () => writeFileSync(path, makeScanFile([], { master: '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>' })),
    ],
    [
      'one with a bad number',
      () => writeFileSync(path, makeScanFile([], { master: '<a><Update RevisionId="x"/></a>' })),
    ],
  ])('that is %s is refused, and what was known stays', async (_, damage) => {
    await sync();
    damage();

    await expect(sync()).rejects.toMatchObject({ id: 'ImgSourceChanged' });
    expect(await updates()).toHaveLength(1);
  });

  it('that is not there is a problem', async () => {
    await site.call('source.set', { name: 'scan', path: join(site.folder, 'none.cab') });

    await expect(sync()).rejects.toMatchObject({ id: 'ImgSourceUnreachable' });
    expect((await site.call('source.test', { name: 'scan' })).document).toMatchObject({ ok: false });
  });
});

describe('trust', () => {
  const ports = realPorts({});
  const pause = async (): Promise<void> => undefined;
  const signed = requires.shared('msu-samples/Windows6.1-KB2999226-x64.msu');
  const trust = (bytes: Uint8Array) => {
    const source = arraySource(bytes);
    return trustOf(ports, { source, cab: openCab(source, ports.compression), pause });
  };

  it('is not there without a signature', async () => {
    expect(await trust(makeScanFile([may]))).toEqual({ trust: 'find', why: 'it is not signed' });
  });

  it.skipIf(anyMissing(signed))(titled('follows Microsoft’s own signature, and no changed byte', signed), async () => {
    const bytes = new Uint8Array(readFileSync(signed.path));

    expect(await trust(bytes)).toEqual({ trust: 'trusted' });
    bytes[200_000] = (bytes[200_000] ?? 0) ^ 1;
    expect(await trust(bytes)).toEqual({ trust: 'find', why: 'the file was changed after signing' });
  });
});

describe('what was recorded', () => {
  const master = requires.shared('wsusscan-offline-sync/KB2999226-package.xml.gz');
  it.skipIf(anyMissing(master))(titled('of a real master document is read', master), () => {
    const reader = masterReader();
    const text = gunzipSync(readFileSync(master.path)).toString('utf8');
    for (let at = 0; at < text.length; at += 1000) reader.write(text.slice(at, at + 1000));

    const read = reader.end();

    expect([...read.updates.values()]).toMatchObject([
      { revisionId: 2859, updateId: '38008afc-657d-488e-ac49-0e4e0a526ffc', revisionNumber: 501, parts: [2858] },
    ]);
    expect(read.files.get(2858)).toEqual(['JQmthtt2CKn4BslUnhPl/WTZipI=']);
    expect(read.locations.get('JQmthtt2CKn4BslUnhPl/WTZipI=')).toContain('KB2999226-x64.cab');
  });

  const mini = requires.shared('wsus-metadata/wsusscn2/wsusscn2-synthetic.cab');
  it.skipIf(anyMissing(mini))(titled('as a small file in the same layout is read', mini), async () => {
    copyFileSync(mini.path, path);

    const done = await sync();

    expect(done).toMatchObject({ added: 3, failed: 1 });
    expect(await updates()).toMatchObject([
      { uniqueId: '05a7711a-079e-4fbb-8d1a-9015c92a2ae0', supersedes: ['0a51549b-4e86-4a26-97d4-9e3567f24ea1'] },
      { uniqueId: '0a51549b-4e86-4a26-97d4-9e3567f24ea1', supersededBy: ['05a7711a-079e-4fbb-8d1a-9015c92a2ae0'] },
      { uniqueId: '1c560bb8-276c-41ca-b597-35ae23bf424c' },
    ]);
  });
});

it('holds little of a master document of 200,000 updates', () => {
  function* many(): Generator<Made> {
    for (let at = 0; at < 100_000; at += 1)
      yield { ...may, revisionId: 100 + 2 * at, id: idOf(at), supersededBy: [102 + 2 * at] };
  }
  const reader = masterReader();
  let characters = 0;
  for (const text of masterOf(many())) {
    reader.write(text);
    characters += text.length;
  }
  const read = reader.end();

  expect(characters).toBeGreaterThan(80_000_000);
  expect(read.updates.size).toBe(100_000);
  expect(read.updates.get(102)?.supersedes).toEqual([idOf(0)]);
  expect(process.memoryUsage().heapUsed).toBeLessThan(600 * 1024 * 1024);
});
