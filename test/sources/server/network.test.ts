/** A sync over TLS and through proxies. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Authority, newAuthority } from '../../helpers/certificates.ts';
import { serveProxy } from '../../helpers/proxy-server.ts';
import { GeneratedCatalog } from '../../helpers/upstream/catalog.ts';
import { startUpstream, type Upstream } from '../../helpers/upstream/server.ts';
import { newStore, type Store, synchronise } from './synchronise.ts';

const updates = 60;
let authority: Authority;
let store: Store;
let rootCertificate: string;
const open: { close(): Promise<void> }[] = [];
beforeEach(async () => {
  authority = await newAuthority();
  store = newStore();
  rootCertificate = join(store.folder, 'root.pem');
  writeFileSync(rootCertificate, authority.root);
});
afterEach(async () => {
  for (const each of open.splice(0)) await each.close();
  store.remove();
});

async function upstreamOf(tls?: Parameters<Authority['issue']>[0]): Promise<Upstream> {
  const catalog = new GeneratedCatalog({ seed: 11, updates });
  const upstream = await startUpstream({ catalog, ...(tls === undefined ? {} : { tls: await authority.issue(tls) }) });
  open.push(upstream);
  return upstream;
}

describe('over TLS', () => {
  it('is complete under a root that the source was given', async () => {
    const { url } = await upstreamOf({});

    await synchronise(store, { url, settings: { rootCertificate } });

    expect([store.updates.size, store.failed.size]).toEqual([updates, 0]);
  });

  it.each([
    ['an unknown root', {}, false],
    ['a wrong name', { addresses: [], names: ['other.example'] }, true],
    ['an expired certificate', { from: new Date(0), until: new Date(86_400_000) }, true],
  ])('stops at %s, before anything was asked', async (_what, tls, trusted) => {
    const upstream = await upstreamOf(tls);

    const error = await synchronise(store, {
      url: upstream.url,
      settings: trusted ? { rootCertificate } : {},
    }).catch((thrown) => thrown);

    expect(error.id).toBe('ImgSourceCertificate');
    expect(Object.values(upstream.counts).reduce((sum, count) => sum + count, 0)).toBe(0);
    // A certificate does not become right by waiting.
    expect([store.pauses, store.updates.size]).toEqual([[], 0]);
  });
});

describe('through a proxy that wants a password', () => {
  it.each([
    ['plain', undefined],
    ['TLS', {}],
  ])('%s: comes with it, and fails clearly without', async (_what, tls) => {
    const proxy = await serveProxy('me:hush');
    open.push(proxy);
    const { url } = await upstreamOf(tls);
    const settings = tls === undefined ? {} : { rootCertificate };
    const through = (user: string) => `http://${user}@127.0.0.1:${proxy.port}`;

    const wrong = await synchronise(store, { url, settings, proxy: through('me:wrong-one') }).catch((error) => error);
    await synchronise(store, { url, settings, proxy: through('me:hush') });

    expect(wrong.id).toBe('ImgSourceUnreachable');
    expect(wrong.message).toMatch(/proxy/i);
    expect(wrong.message).not.toContain('wrong-one');
    expect(store.updates.size).toBe(updates);
    expect(proxy.passed.length).toBeGreaterThan(0);
  });
});
