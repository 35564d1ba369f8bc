/** A WSUS server in a real PowerShell, over a module that stands for UpdateServices. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { contradictionOf } from '../../../src/catalog/import/wsus-update.ts';
import { anyMissing, requires, titled } from '../../helpers/requires.ts';
import { type LiveSite, livePowerShell, openLiveSite } from '../live-site.ts';

const exported = requires.shared('wsus-metadata/wsus-api-export');
const bytes = (value: number, count: number): string => Array(count).fill(value).join(' ');
const hex = (value: number, count: number): string => value.toString(16).padStart(2, '0').repeat(count);
const id = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
const address = 'http://download.windowsupdate.com/c/x';

function record(number: number, more: object = {}): object {
  return {
    UpdateId: id(number),
    Title: `2025-06 Cumulative Update for Windows 11 Version 24H2 for x64-based Systems (KB${5_060_000 + number})`,
    KBNumber: String(5_060_000 + number),
    Category: 'Windows 11',
    UpdateClassificationTitle: 'Security Updates',
    CreationDate: '2025-06-10T17:00:00Z',
    ArrivalDate: `2025-06-11T00:00:${String(number % 60).padStart(2, '0')}Z`,
    PublicationState: 'Published',
    FileName: `windows11.0-kb${5_060_000 + number}-x64.cab`,
    Size: 1000 + number,
    Hash: bytes(number % 256, 20),
    AdditionalHash: bytes(number % 256, 32),
    OriginUri: `${address}/windows11.0-kb${5_060_000 + number}-x64_${hex(number % 256, 20)}.cab`,
    FileUri: `http://wsus:8530/Content/AA/${hex(number % 256, 20).toUpperCase()}.cab`,
    ...more,
  };
}

it('knows an address that belongs to another file', () => {
  const file = { name: 'a.cab', size: 1, sha1: hex(1, 20) };

  expect(contradictionOf({ ...file, url: `${address}/a_${hex(1, 20)}.cab` })).toBeNull();
  expect(contradictionOf({ ...file, url: `http://wsus/Content/AA/${hex(1, 20).toUpperCase()}.cab` })).toBeNull();
  expect(contradictionOf({ ...file, url: `${address}/a.cab` })).toBeNull();
  expect(contradictionOf({ ...file, url: `${address}/a_${hex(2, 20)}.cab` })).toContain(hex(2, 20));
});

describe.skipIf(anyMissing(livePowerShell))(titled('a WSUS server', livePowerShell), () => {
  let site: LiveSite;
  beforeEach(async () => {
    site = await openLiveSite();
    await site.call('source.add', { name: 'wsus', type: 'wsus', settings: { server: 'wsus.corp' } });
  });
  afterEach(() => site.close());
  const serve = (...records: object[]): void => site.serve('IMGUPDATE_STUB_RECORDS', records);

  it('tells its updates with files, relations, products and classifications', async () => {
    serve(
      record(1, { Supersedes: [id(2)], RevisionNumber: 204 }),
      record(1, { FileName: 'second.cab', Hash: bytes(9, 20), OriginUri: '', FileUri: 'http://wsus:8530/x.cab' }),
      record(2, { PublicationState: 'Expired', IsDeclined: true, IsSuperseded: true }),
    );

    const sync = await site.sync();

    expect(sync).toMatchObject({ added: 2, failed: 0, status: 'Succeeded', categories: 3 });
    expect(await site.updates()).toMatchObject([
      {
        ...{
          uniqueId: id(1),
          articleId: '5060001',
          revisionNumber: 204,
          products: ['Windows 11'],
          supersedes: [id(2)],
        },
        ...{ classification: 'Security Updates', datePosted: '2025-06-10T17:00:00Z' },
        files: [
          { name: 'second.cab', sha1: hex(9, 20), url: 'http://wsus:8530/x.cab', digestTrust: 'find' },
          {
            ...{ name: 'windows11.0-kb5060001-x64.cab', size: 1001, sha1: hex(1, 20), sha256: hex(1, 32) },
            url: `${address}/windows11.0-kb5060001-x64_${hex(1, 20)}.cab`,
            urls: [`http://wsus:8530/Content/AA/${hex(1, 20)}.cab`],
          },
        ],
      },
      { uniqueId: id(2), isExpired: true, isDeclined: true, isSuperseded: true },
    ]);
    const calls = site.calls();
    expect(calls).toContain('Get-WsusServer -Name wsus.corp -PortNumber 8530 -UseSsl:False');
    expect(calls).toContain('GetUpdates from 0001-01-01T00:00:00 Any categories  classifications');
  });

  it('is asked page by page, and once for its list; later for what arrived since', async () => {
    const all = Array.from({ length: 104 }, (_, number) => record(number + 1));
    serve(...all);

    expect(await site.sync()).toMatchObject({ told: 104, added: 104, requests: 3 });
    expect(site.calls().filter((call) => call.startsWith('GetUpdates'))).toHaveLength(1);
    serve(...all, record(105, { ArrivalDate: '2025-07-01T00:00:00Z' }));
    expect(await site.sync()).toMatchObject({ added: 1, changed: 0 });
    expect(site.calls().find((call) => call.startsWith('GetUpdates'))).toContain('from 2025-06-11T00:00:59');
  });

  it('over TLS decides by its digests', async () => {
    await site.call('source.set', { name: 'wsus', settings: { ssl: true } });
    serve(record(1));

    await site.sync();

    expect((await site.updates())[0]?.files[0]?.digestTrust).toBe('trusted');
    expect(site.calls()[0]).toContain('-PortNumber 8531 -UseSsl:True');
  });

  it('is asked for the chosen categories alone', async () => {
    serve(record(1), record(2, { Category: 'Windows 10' }));
    await site.sync();
    const { database } = site.site;
    const [row] = await database.selectFrom('source_category').selectAll().where('name', '=', 'Windows 10').execute();
    await database
      .insertInto('source_subscription')
      .values({ source_key: 'wsus', category_id: row?.category_id ?? '' })
      .execute();
    site.calls();

    expect(await site.sync({ full: true })).toMatchObject({ told: 1 });
    expect(site.calls().find((call) => call.startsWith('GetUpdates'))).toContain('categories Windows 10');
  });

  it('takes a record that contradicts itself without that file, and says so', async () => {
    serve(record(1, { OriginUri: `${address}/other_${hex(7, 20)}.cab` }), record(2));

    const sync = await site.sync();

    expect(sync).toMatchObject({ added: 2, failed: 1, status: 'SucceededWithErrors' });
    expect(sync.errors).toMatchObject([{ key: id(1), message: expect.stringContaining(hex(7, 20)) }]);
    expect((await site.updates()).map(({ files }) => files.length)).toEqual([0, 1]);
  });

  it('that does not answer is a problem that says why; what was known stays', async () => {
    serve(record(1));
    await site.sync();
    await site.call('source.set', { name: 'wsus', settings: { server: 'down' } });

    await expect(site.sync()).rejects.toMatchObject({
      id: 'ImgSourceUnreachable',
      facts: { detail: expect.stringContaining('remote name'), remedy: expect.stringContaining('UpdateServices') },
    });
    expect(await site.updates()).toHaveLength(1);
    const { document, exitCode } = await site.call('source.test', { name: 'wsus' });
    expect(exitCode).toBe(3);
    expect(document).toMatchObject({ ok: false, checks: [{ ok: true }, { ok: false }] });
  });

  it('passes no name to PowerShell that could be anything else', async () => {
    const settings = { server: "wsus'; exit; '" };

    await expect(site.call('source.add', { name: 'x', type: 'wsus', settings })).rejects.toMatchObject({
      id: 'ImgSourceInvalid',
    });
  });

  it.skipIf(anyMissing(exported))(
    titled(
      'gives every record of a real server as it exported them, but the three that contradict themselves',
      exported,
    ),
    async () => {
      const records = readdirSync(exported.path).flatMap((name) => {
        const text = readFileSync(join(exported.path, name), 'utf8').replace(/^\ufeff/, '');
        return JSON.parse(text) as Record<string, string>[];
      });
      serve(...records);

      const sync = await site.sync();

      expect(records).toHaveLength(155);
      expect(sync.failed).toBe(3);
      expect(sync.errors.every(({ message }) => message.includes('0a150ac20ad3e49ebf1ed653a992791f436c3927'))).toBe(
        true,
      );
      const updates = await site.updates();
      const files = updates.flatMap((update) => update.files);
      const suffix = (url = ''): string | undefined => /_([0-9a-f]{40})\./.exec(url)?.[1];
      expect(files.every(({ sha1, url }) => sha1 === suffix(url))).toBe(true);
      const sizes = new Map(records.map((each) => [each['OriginUri'], Number(each['Size'])]));
      expect(files.every(({ url, size }) => sizes.get(url ?? '') === size)).toBe(true);
      expect(new Set(files.map(({ url }) => url)).size).toBe(
        new Set(records.map((each) => each['OriginUri'])).size - 2,
      );
    },
  );
});
