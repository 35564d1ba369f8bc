/** Downloads from a server that misbehaves: what comes is right, or it fails and says why. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type Behaviour,
  changed,
  changedUnderRange,
  chunked,
  cut,
  type DownloadServer,
  damaged,
  endless,
  etagOf,
  hangUp,
  ignoresRange,
  lies,
  page,
  redirect,
  serveDownloads,
  stall,
  status,
  wrongRange,
} from '../../helpers/download-server.ts';
import { type Downloads, digestOf, openDownloads } from '../../helpers/downloads.ts';
import { numberedBytes } from '../../helpers/many-bytes.ts';

const bytes = numberedBytes(300_000, 1);
const other = numberedBytes(300_000, 2);
const known = { size: bytes.length, sha256: digestOf(bytes), sha1: digestOf(bytes, 'sha1') };

let server: DownloadServer;
let downloads: Downloads;
let url: string;
beforeEach(async () => {
  server = await serveDownloads();
  downloads = openDownloads();
  url = server.offer('/update.msu', bytes);
});
afterEach(async () => {
  downloads.close();
  await server.close();
});

const fails = async (work: Promise<unknown>): Promise<{ id: string; message: string }> =>
  work.then(
    () => ({ id: 'it did not fail', message: '' }),
    (error) => error,
  );
const ranges = (): (string | undefined)[] => server.asked.map(({ range }) => range);

describe('a file', () => {
  it('comes whole, with its digests, and asks for the bytes as they are', async () => {
    const done: number[] = [];

    const file = await downloads.download({ urls: [url], ...known }, { onProgress: (count) => void done.push(count) });

    expect(Buffer.from(downloads.read(file)).equals(bytes)).toBe(true);
    expect(file).toMatchObject({ size: bytes.length, digests: { sha1: '', sha256: known.sha256 }, url });
    expect([done.at(-1), file.transferred]).toEqual([bytes.length, bytes.length]);
    expect(server.asked.map(({ headers }) => headers['accept-encoding'])).toEqual(['identity']);
  });

  it('comes when nobody knows its length and its digest', async () => {
    server.next('/update.msu', chunked());

    expect((await downloads.download({ urls: [url] })).digests.sha256).toBe(known.sha256);
  });

  it('goes on where it was cut, under the condition that it is the same', async () => {
    server.next('/update.msu', cut(100_000), cut(50_000));

    const file = await downloads.download({ urls: [url], ...known });

    expect(Buffer.from(downloads.read(file)).equals(bytes)).toBe(true);
    expect(ranges().slice(0, 2)).toEqual([undefined, expect.stringMatching(/^bytes=\d+-$/)]);
    expect(server.asked[1]?.ifRange).toBe(etagOf(bytes));
    expect(file.transferred).toBe(bytes.length);
  });

  it('goes on by the date where there is no tag', async () => {
    server.offer('/update.msu', bytes, { etag: undefined, lastModified: 'Tue, 10 Nov 2026 18:00:00 GMT' });
    server.next('/update.msu', cut(100_000));

    await downloads.download({ urls: [url] });

    expect(server.asked[1]?.ifRange).toBe('Tue, 10 Nov 2026 18:00:00 GMT');
  });

  it('begins again where nothing tells that the rest is of the same file', async () => {
    server.offer('/update.msu', bytes, { etag: undefined });
    server.next('/update.msu', cut(100_000));

    await downloads.download({ urls: [url] });

    expect(ranges()).toEqual([undefined, undefined]);
  });

  it('comes from a server that promises more than it has, when it does better', async () => {
    server.next('/update.msu', lies(1), lies(1));

    expect((await downloads.download({ urls: [url], sha256: known.sha256 })).digests.sha256).toBe(known.sha256);
  });

  it('goes on after a stall', async () => {
    server.next('/update.msu', stall(120_000));

    const file = await downloads.download({ urls: [url], ...known });

    expect(file.digests.sha256).toBe(known.sha256);
    expect(server.asked).toHaveLength(2);
  });

  it('is gone on with by another process', async () => {
    server.next('/update.msu', cut(100_000), status(404));
    expect((await fails(downloads.download({ urls: [url], ...known }))).id).toBe('ImgDownloadFailed');
    expect(downloads.left()).toEqual([`${known.sha256}.json`, `${known.sha256}.partial`]);
    server.asked.length = 0;

    const file = await downloads.download({ urls: [url], ...known });

    expect(file.digests.sha256).toBe(known.sha256);
    expect(ranges()[0]).toMatch(/^bytes=[1-9]/);
    expect(file.transferred).toBeLessThan(bytes.length);
  });

  it('begins at zero where its journal is missing, damaged or about another file', async () => {
    for (const journal of ['', '{', '{"url":1}', JSON.stringify({ url, etag: etagOf(bytes), size: 7 })]) {
      writeFileSync(join(downloads.partials, '..', 'x'), '');
      downloads.ports.files.makeFolder(downloads.partials);
      writeFileSync(join(downloads.partials, `${known.sha256}.partial`), other.subarray(0, 1000));
      writeFileSync(join(downloads.partials, `${known.sha256}.json`), journal);
      server.asked.length = 0;

      expect((await downloads.download({ urls: [url], ...known })).digests.sha256).toBe(known.sha256);
      expect(ranges()).toEqual([undefined]);
    }
  });

  it.each<[what: string, ...behaviours: Behaviour[]]>([
    ['changed meanwhile, and the server says so', cut(100_000), changed(other)],
    ['changed meanwhile, and the server gives its rest', cut(100_000), changedUnderRange(other)],
  ])('that %s is the new one from its beginning', async (_what, ...behaviours) => {
    server.next('/update.msu', ...behaviours);

    const file = await downloads.download({ urls: [url], size: other.length });

    expect(Buffer.from(downloads.read(file)).equals(other)).toBe(true);
  });

  it.each<[what: string, ...behaviours: Behaviour[]]>([
    ['ignores the range', cut(100_000), ignoresRange],
    ['sends another range', cut(100_000), wrongRange],
    ['has no such range', cut(100_000), status(416)],
    ['hangs up', hangUp],
    ['is overloaded', status(503)],
    ['fails inside', status(500), status(502), status(504)],
  ])('comes from a server that %s', async (_what, ...behaviours) => {
    server.next('/update.msu', ...behaviours);

    expect((await downloads.download({ urls: [url], ...known })).digests.sha256).toBe(known.sha256);
  });

  it('that is all here needs no byte more', async () => {
    server.next('/update.msu', cut(bytes.length));

    const file = await downloads.download({ urls: [url], ...known });

    expect(file.digests.sha256).toBe(known.sha256);
    expect(file.transferred).toBe(bytes.length);
  });

  it('that came in pieces of two states comes once more in one go', async () => {
    server.offer('/update.msu', other, { etag: '"always the same"' });
    server.next('/update.msu', cut(100_000), changedUnderRange(bytes, { etag: '"always the same"' }));

    const file = await downloads.download({ urls: [url], ...known });

    expect(file.digests.sha256).toBe(known.sha256);
    expect(downloads.rejected).toEqual([]);
  });

  it('waits as the server asks, and longer each time where it does not', async () => {
    server.next('/update.msu', status(429, { 'retry-after': '37' }), status(503), status(503), status(503));

    await downloads.download({ urls: [url], ...known });

    expect(downloads.waits[0]).toBe(37_000);
    expect(downloads.waits).toHaveLength(4);
    expect(downloads.waits[3] ?? 0).toBeGreaterThanOrEqual((downloads.waits[1] ?? 0) * 1.5);
  });

  it('waits for a date', async () => {
    const at = new Date(downloads.ports.clock.now().getTime() + 90_000);
    server.next('/update.msu', status(503, { 'retry-after': at.toUTCString() }));

    await downloads.download({ urls: [url], ...known });

    expect(downloads.waits[0] ?? 0).toBeGreaterThan(80_000);
    expect(downloads.waits[0] ?? 0).toBeLessThanOrEqual(90_000);
  });

  it('comes no faster than the limit', async () => {
    const before = downloads.ports.clock.now().getTime();

    await downloads.download({ urls: [url], ...known }, { bandwidthLimit: 100_000 });

    expect(downloads.ports.clock.now().getTime() - before).toBeGreaterThan(2_900);
  });
});

describe('a failure', () => {
  it.each<[what: string, behaviour: Behaviour, id: string, words: RegExp]>([
    ['that it is not there', status(404), 'ImgDownloadFailed', /404/],
    ['a page', page(), 'ImgDownloadFailed', /web page/],
    ['a page that does not say so', page(''), 'ImgDownloadFailed', /early/],
    ['more than there is', lies(1), 'ImgDownloadFailed', /300001 bytes, not 300000/],
    ['a wrong length', lies(-1), 'ImgDownloadFailed', /299999 bytes, not 300000/],
    ['a body without end', endless, 'ImgDownloadFailed', /longer than 300000/],
    ['a byte too many', chunked(1), 'ImgDownloadFailed', /longer than 300000/],
    ['silence', stall(0), 'ImgDownloadFailed', /nothing new/],
    ['a connection that is closed', hangUp, 'ImgDownloadFailed', /nothing new/],
    ['no end of being busy', status(503), 'ImgDownloadFailed', /503/],
    ['that it wants to be left alone', status(429, { 'retry-after': '86400' }), 'ImgDownloadFailed', /1440 minutes/],
    ['a redirect in a circle', redirect('/update.msu'), 'ImgDownloadRedirected', /more than 5/],
    ['another host', redirect('http://elsewhere.example/x'), 'ImgDownloadRedirected', /elsewhere\.example/],
    ['nowhere', redirect(''), 'ImgDownloadRedirected', /more than 5/],
    ['a file', redirect('file:///etc/passwd'), 'ImgDownloadRedirected', /not the web/],
    ['a packed body', status(200, { 'content-encoding': 'br' }), 'ImgDownloadFailed', /br/],
    ['a damaged file', damaged(1234), 'ImgContentQuarantined', /digest/],
  ])('says of a server that answers %s what it was', async (_what, behaviour, id, words) => {
    server.always('/update.msu', behaviour);

    const problem = await fails(downloads.download({ urls: [url], ...known }));

    expect(problem.id).toBe(id);
    expect(problem.message).toMatch(words);
    expect(problem.message).toContain('update.msu');
  });

  it('stops an answer of unknown length at the bound', async () => {
    server.always('/update.msu', endless);

    const problem = await fails(downloads.download({ urls: [url] }, { policy: { largest: 1_000_000 } }));

    expect(problem.message).toMatch(/longer than 1000000/);
  });

  it('sees a page by its first bytes', async () => {
    server.always('/update.msu', page(''));

    const problem = await fails(downloads.download({ urls: [url] }, { looksWrong: () => 'it sent a page' }));

    expect(problem.message).toContain('it sent a page');
    expect(downloads.left()).not.toContain('x');
  });

  it('is told at once where there is no address', async () => {
    expect((await fails(downloads.download({ urls: [] }))).id).toBe('ImgContentNotOffered');
  });

  it('is the end of it when the caller goes', async () => {
    const gone = new AbortController();
    server.always('/update.msu', stall(100_000));

    const work = downloads.download(
      { urls: [url], ...known },
      { signal: gone.signal, onProgress: () => gone.abort(), policy: { patience: 60_000 } },
    );

    await expect(work).rejects.toMatchObject({ name: 'AbortError' });
    expect(downloads.left()).toContain(`${known.sha256}.partial`);
  });

  it('says no secret of an address', async () => {
    const secret = `${url.replace('http://', 'http://me:hush@')}?sig=hush`;
    server.always('/update.msu', status(404));

    const { message } = await fails(downloads.download({ urls: [secret], ...known }));

    expect(message).not.toContain('hush');
    expect(downloads.notes.join()).not.toContain('hush');
  });
});

describe('several addresses', () => {
  it('are tried until one gives the file, the mirror first', async () => {
    const mirror = await serveDownloads();
    mirror.offer('/update.msu', bytes);

    const file = await downloads.download({ urls: [url], ...known }, { policy: { contentBaseUrls: [mirror.origin] } });

    expect(file.url).toBe(`${mirror.origin}/update.msu`);
    expect(server.asked).toEqual([]);
    await mirror.close();
  });

  it.each<[what: string, behaviour: Behaviour]>([
    ['lacks', status(404)],
    ['damages', damaged(10)],
    ['shortens', lies(-10)],
    ['replaces with a page', page()],
  ])('lead to the original where a mirror %s the file', async (_what, behaviour) => {
    const mirror = await serveDownloads();
    mirror.offer('/update.msu', bytes);
    mirror.always('/update.msu', behaviour);

    const file = await downloads.download({ urls: [url], ...known }, { policy: { contentBaseUrls: [mirror.origin] } });

    expect([file.url, file.digests.sha256]).toEqual([url, known.sha256]);
    await mirror.close();
  });

  it('lead to the original where a mirror is off', async () => {
    const mirror = await serveDownloads();
    await mirror.close();

    const file = await downloads.download({ urls: [url], ...known }, { policy: { contentBaseUrls: [mirror.origin] } });

    expect(file.url).toBe(url);
  });

  it('may be of the record', async () => {
    const lost = `${server.origin}/lost.msu`;

    expect((await downloads.download({ urls: [lost, url], ...known })).url).toBe(url);
  });

  it('may be another host that the site allows', async () => {
    const second = await serveDownloads();
    second.offer('/there.msu', bytes);
    server.always('/update.msu', redirect(`${second.origin}/there.msu`));

    const refused = await fails(downloads.download({ urls: [url], ...known }));
    const policy = { contentHosts: [`127.0.0.1:${second.port}`] };
    const file = await downloads.download({ urls: [url], ...known }, { policy });

    expect(refused.message).toContain(`127.0.0.1:${second.port}`);
    expect(file.digests.sha256).toBe(known.sha256);
    await second.close();
  });

  it('may be a file of a folder', async () => {
    const path = join(downloads.folder, 'ä b.msu');
    writeFileSync(path, bytes);

    const file = await downloads.download({ urls: [pathToFileURL(path).href], ...known });

    expect(file.digests.sha256).toBe(known.sha256);
    expect(existsSync(path)).toBe(true);
    const gone = await fails(
      downloads.download({ urls: [pathToFileURL(join(downloads.folder, 'no', 'such.msu')).href], ...known }),
    );
    expect(gone.message).toMatch(/no such file/);
  });
});

it('follows a large file with its digest, over cuts', async () => {
  const large = numberedBytes(48 * 1024 * 1024, 3);
  url = server.offer('/large.msu', large);
  server.next('/large.msu', cut(20 * 1024 * 1024), cut(20 * 1024 * 1024));

  const sha1 = digestOf(large, 'sha1');
  const file = await downloads.download({ urls: [url], size: large.length, sha1 });

  expect(file.digests).toEqual({ sha256: digestOf(large), sha1 });
  expect(Buffer.from(readFileSync(file.path)).equals(large)).toBe(true);
});
