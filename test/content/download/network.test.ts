/** Downloads through proxies and over TLS. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Authority, newAuthority } from '../../helpers/certificates.ts';
import { type DownloadServer, redirect, serveDownloads } from '../../helpers/download-server.ts';
import { type Downloads, digestOf, openDownloads } from '../../helpers/downloads.ts';
import { numberedBytes } from '../../helpers/many-bytes.ts';
import { serveProxy } from '../../helpers/proxy-server.ts';

const bytes = numberedBytes(50_000, 9);
const known = { size: bytes.length, sha256: digestOf(bytes) };
let authority: Authority;
let downloads: Downloads;
const open: { close(): Promise<void> }[] = [];
beforeEach(async () => {
  authority = await newAuthority();
  downloads = openDownloads();
});
afterEach(async () => {
  downloads.close();
  for (const each of open.splice(0)) await each.close();
});

async function serve(tls?: Parameters<Authority['issue']>[0]): Promise<DownloadServer> {
  const server = await serveDownloads(tls === undefined ? undefined : await authority.issue(tls));
  open.push(server);
  server.offer('/update.msu', bytes);
  return server;
}

it('comes over TLS under a root that is trusted', async () => {
  const { origin } = await serve({});

  const file = await downloads.download(
    { urls: [`${origin}/update.msu`], ...known },
    { policy: { roots: [authority.root] } },
  );

  expect(file.digests.sha256).toBe(known.sha256);
});

it.each([
  ['an unknown root', {}, []],
  ['a wrong name', { addresses: [], names: ['other.example'] }, ['root']],
  ['an expired certificate', { from: new Date(0), until: new Date(86_400_000) }, ['root']],
])('fails for %s at once, and takes the next address', async (_what, tls, trusted) => {
  const bad = await serve(tls);
  const good = await serve();
  const policy = trusted.length === 0 ? {} : { roots: [authority.root] };

  const error = await downloads
    .download({ urls: [`${bad.origin}/update.msu`], ...known }, { policy })
    .catch((thrown) => thrown);
  const urls = [`${bad.origin}/update.msu`, `${good.origin}/update.msu`];
  const file = await downloads.download({ urls, ...known }, { policy });

  expect(error.id).toBe('ImgDownloadFailed');
  expect([file.url, bad.asked.length, downloads.waits]).toEqual([urls[1], 0, []]);
});

it('is never led from https to http', async () => {
  const secure = await serve({});
  const plain = await serve();
  secure.always('/update.msu', redirect(`${plain.origin}/update.msu`));
  const policy = { roots: [authority.root], contentHosts: [`127.0.0.1:${plain.port}`] };

  const error = await downloads
    .download({ urls: [`${secure.origin}/update.msu`], ...known }, { policy })
    .catch((thrown) => thrown);

  expect(error.id).toBe('ImgDownloadRedirected');
  expect(error.message).toMatch(/https to plain http/);
  expect(plain.asked).toEqual([]);
});

it('goes through a proxy with a password, and fails clearly without', async () => {
  const proxy = await serveProxy('me:hush');
  open.push(proxy);
  const server = await serve();
  const urls = [`${server.origin}/update.msu`];

  const wrong = await downloads
    .download({ urls, ...known }, { policy: { proxy: `http://me:wrong-one@127.0.0.1:${proxy.port}` } })
    .catch((error) => error);
  const file = await downloads.download(
    { urls, ...known },
    { policy: { proxy: `http://me:hush@127.0.0.1:${proxy.port}` } },
  );

  expect(wrong.id).toBe('ImgDownloadFailed');
  expect(wrong.message).toMatch(/407|proxy/i);
  expect(wrong.message).not.toContain('wrong-one');
  expect([file.digests.sha256, proxy.passed.length]).toEqual([known.sha256, 1]);
});
