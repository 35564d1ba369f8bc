/** Packages that Microsoft signed, where no trusted SHA-256 decides: their own signature does. */
import { readFileSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type DownloadServer, serveDownloads } from '../helpers/download-server.ts';
import { digestOf } from '../helpers/downloads.ts';
import { type Month, openMonth } from '../helpers/month.ts';
import { anyMissing, requires, titled } from '../helpers/requires.ts';

const sample = requires.shared('msu-samples/Windows6.1-KB2999226-x64.msu');
const bytes = sample.available ? new Uint8Array(readFileSync(sample.path)) : new Uint8Array(0);
const uniqueId = 'bbbbbbbb-0000-4000-8000-000000000001';

let month: Month;
let server: DownloadServer;
beforeEach(async () => {
  server = await serveDownloads();
  month = await openMonth();
});
afterEach(async () => {
  await month.close();
  await server.close();
});

async function record(file: object, articleId = '2999226', name = 'Windows6.1-KB2999226-x64.msu'): Promise<void> {
  const document = {
    uniqueId,
    title: `Update for Windows 7 for x64-based Systems (KB${articleId})`,
    articleId,
    classification: 'Updates',
    products: ['Windows 7'],
    datePosted: '2015-09-15T17:00:00Z',
    files: [{ name, size: bytes.length, url: server.offer('/update.msu', bytes), ...file }],
  };
  writeFileSync(month.path('more.jsonl'), JSON.stringify(document));
  await month.call('update.import', { path: month.path('more.jsonl') });
}

describe.skipIf(anyMissing(sample))(titled('a package that Microsoft signed', sample), () => {
  it.each([
    ['only a SHA-1 is trusted', { sha1: digestOf(bytes, 'sha1') }],
    ['the digests only find', { sha256: digestOf(bytes), digestTrust: 'find' }],
    ['there is no digest', {}],
  ])('is believed by its signature where %s', async (_what, file) => {
    await record(file);

    const { files } = await month.call('content.save', { uniqueId: [uniqueId] });

    expect(files).toMatchObject([{ state: 'saved', verification: 'signature', verificationReason: '' }]);
    expect(await month.call('content.verify')).toMatchObject({ ok: true, unverified: [] });
  });

  it('is believed when it is added by hand, too', async () => {
    await record({ sha1: digestOf(bytes, 'sha1') });

    const { content, warnings } = await month.call('content.add', { path: sample.path });

    expect([content.verification, warnings]).toEqual(['signature', []]);
  });

  it('is refused when a byte of it was changed after signing, although the finding digest fits', async () => {
    const changed = Uint8Array.from(bytes);
    const at = Math.floor(bytes.length / 2);
    changed[at] = (changed[at] ?? 0) ^ 1;
    await record({ sha256: digestOf(changed), digestTrust: 'find', url: server.offer('/changed.msu', changed) });

    const problem = await month.fails('content.save', { uniqueId: [uniqueId] });

    expect([problem.id, problem.exitCode]).toEqual(['ImgContentQuarantined', 4]);
    expect((await month.call('content.list'))['quarantined']).toMatchObject([{ reason: 'broken-signature' }]);
  });

  it('is refused for another update, whatever the source says that it is', async () => {
    await record({ sha256: digestOf(bytes), digestTrust: 'find' }, '4000000', 'Windows6.1-KB4000000-x64.msu');

    expect((await month.fails('content.save', { uniqueId: [uniqueId] })).id).toBe('ImgContentQuarantined');
    expect((await month.call('content.list'))['quarantined']).toMatchObject([{ reason: 'another-update' }]);
  });
});
