/** Servers that are slow, ask to wait, refuse, or are none. */
import { describe, expect, it } from 'vitest';
import { GeneratedCatalog } from '../../helpers/upstream/catalog.ts';
import type { Seen, UpstreamOptions } from '../../helpers/upstream/server.ts';
import { expectComplete, expectOnce, generatedServers } from './generated-servers.ts';
import { synchronise } from './synchronise.ts';

const { storeOf, synced, upstreamOf } = generatedServers();

describe('a server that is not easy', () => {
  it.each<[string, Omit<UpstreamOptions, 'catalog'>]>([
    ['takes fewer documents than it says', { realLimit: 17 }],
    ['takes one document at a time', { limit: 1 }],
    ['sends short answers', { answerBytes: 20_000 }],
    ['lets cookies expire all the time', { cookieUses: 3 }],
    ['lets authorizations expire too', { cookieUses: 2, authorizationUses: 1 }],
    ['packs its answers', { fault: () => ({ kind: 'gzip' }) }],
    ['sends small pieces', { fault: () => ({ kind: 'chunked', size: 1000 }) }],
    ['sends documents in another order', { fault: () => ({ kind: 'reordered' }) }],
    [
      'sends every other time only some',
      { fault: ({ number }) => (number % 2 === 0 ? { kind: 'partial', most: 7 } : undefined) },
    ],
  ])('%s: everything comes', async (_what, options) => {
    const { catalog, upstream, store } = await synced(options);

    expectComplete(store, catalog);
    expectOnce(upstream);
    expect(store.failed.size).toBe(0);
    expect(store.pauses).toEqual([]);
  });

  it.each<[string, UpstreamOptions['fault']]>([
    ['is busy', ({ number }) => (number % 3 === 0 ? { kind: 'fault', code: 'ServerBusy' } : undefined)],
    ['is not available', ({ number }) => (number % 3 === 0 ? { kind: 'page', status: 503 } : undefined)],
    ['cuts answers', ({ number }) => (number % 3 === 0 ? { kind: 'cut', after: 700 } : undefined)],
    ['ends connections', ({ number }) => (number % 3 === 0 ? { kind: 'reset' } : undefined)],
    [
      'stops in the middle and calls it whole',
      ({ number }) =>
        number % 4 === 0 ? { kind: 'changed', change: (text) => text.slice(0, text.length / 2) } : undefined,
    ],
    [
      'fails now and then with a page of its own',
      ({ number }) => (number % 5 === 0 ? { kind: 'page', status: 500, type: 'text/xml', text: '<html/>' } : undefined),
    ],
  ])('%s: it is asked again, later', async (_what, fault) => {
    const { catalog, upstream, store } = await synced({ fault });

    expectComplete(store, catalog);
    expect(upstream.offences).toEqual([]);
    expect(store.pauses.length).toBeGreaterThan(0);
    // The first pauses are short, and none is the whole second that everybody would wait.
    expect(Math.min(...store.pauses)).toBeGreaterThanOrEqual(500);
  });

  it('waits as long as the server asks for', async () => {
    const answers = [
      { kind: 'page', status: 503, headers: { 'retry-after': '77' } },
      { kind: 'page', status: 429, headers: { 'retry-after': 'Sun, 29 Nov 2026 10:01:30 GMT' } },
      { kind: 'fault', code: 'ServerBusy', headers: { 'retry-after': '55' }, detail: 'Detail' },
    ] as const;
    let sent = 0;
    const fault = ({ call }: Seen) => (call === 'GetUpdateData' ? answers[sent++] : undefined);
    const { store } = await synced({ fault, updates: 20, sync: { now: () => new Date('2026-11-29T10:00:00Z') } });

    expect(store.pauses).toEqual(expect.arrayContaining([77_000, 90_000, 55_000]));
  });

  it('waits longer each time, and gives up after ten', async () => {
    const catalog = new GeneratedCatalog({ seed: 7, updates: 10 });
    const upstream = await upstreamOf({ catalog, fault: () => ({ kind: 'fault', code: 'ServerBusy' }) });
    const store = storeOf();

    await expect(synchronise(store, { url: upstream.url })).rejects.toMatchObject({ id: 'ImgSourceRefused' });

    expect(store.pauses.length).toBe(9);
    for (const [index, pause] of store.pauses.entries()) {
      const full = Math.min(120_000, 1000 * 2 ** index);
      expect(pause).toBeGreaterThanOrEqual(full / 2);
      expect(pause).toBeLessThanOrEqual(full);
    }
    expect(upstream.counts.GetAuthConfig).toBe(10);
  });

  it('finds the ids that fail a whole request, and leaves only them out', async () => {
    const catalog = new GeneratedCatalog({ seed: 7, updates: 400 });
    const bad = [5, 6, 123, 388].map((index) => catalog.idOf(index));
    const badIds = new Set(bad);
    const upstream = await upstreamOf({ catalog, badIds });
    const store = storeOf();

    await synchronise(store, { url: upstream.url });

    expect([...store.failed.keys()].sort()).toEqual([...bad].sort());
    expect(store.failed.get(bad[0] ?? '')).toMatch(/InternalServerError/);
    expect(store.updates.size).toBe(400 - bad.length);
    expectOnce(upstream);

    // When they can be had, the next sync has them.
    badIds.clear();
    await synchronise(store, { url: upstream.url });
    expectComplete(store, catalog);
    expectOnce(upstream);
  });

  it('tells which parts of an update are missing, and completes it the next time', async () => {
    const catalog = new GeneratedCatalog({ seed: 7, updates: 50 });
    const parts = [...catalog.listed(() => 0)].map(({ id }) => id).filter((id) => catalog.indexOf(id) === 4);
    const [leaf = ''] = parts.filter((id) => id !== catalog.idOf(4));
    const badIds = new Set([leaf]);
    const upstream = await upstreamOf({ catalog, badIds });
    const store = storeOf();

    await synchronise(store, { url: upstream.url });
    expect(store.updates.get(catalog.idOf(4))?.['missingParts']).toEqual([`${leaf} 200`]);
    expect(store.failed.has(leaf)).toBe(true);

    badIds.clear();
    await synchronise(store, { url: upstream.url });
    expectComplete(store, catalog);
  });

  it('lists everything again when the server says that it changed, and keeps what is there', async () => {
    let changes = 1;
    const fault = ({ call }: Seen) =>
      call === 'GetUpdateData' && changes > 0 && changes-- > 0
        ? ({ kind: 'fault', code: 'ServerChanged' } as const)
        : undefined;
    const { catalog, upstream, store } = await synced({ fault });

    expectComplete(store, catalog);
    expect(upstream.offences).toEqual([]);
    expect(store.warnings.join()).toMatch(/another one now/);
  });

  it('renews a cookie before it ends, by the clock of the server', async () => {
    // The server is a day ahead, and its cookies hold for four minutes.
    let time = Date.parse('2026-11-29T10:00:00Z');
    const now = () => new Date(time);
    const fault = () => {
      time += 30_000;
      return undefined;
    };
    const day = 86_400_000;
    const { upstream, store, catalog } = await synced({
      ...{ fault, updates: 800, cookieLife: 240_000, now: () => new Date(time + day) },
      sync: { now },
    });

    expectComplete(store, catalog);
    expect(upstream.counts.GetCookie).toBeGreaterThan(2);
    expect(upstream.counts.GetAuthorizationCookie).toBe(1);
  });
});

describe('a server that refuses or is none', () => {
  const refusals: [string, UpstreamOptions['fault'], string, RegExp][] = [
    ['a login page', () => ({ kind: 'page', status: 200 }), 'ImgSourceChanged', /text\/html/],
    ['forbidden', () => ({ kind: 'page', status: 403 }), 'ImgSourceRefused', /403/],
    ['not found', () => ({ kind: 'page', status: 404 }), 'ImgSourceRefused', /404/],
    [
      'a redirect',
      () => ({ kind: 'page', status: 302, headers: { location: 'http://other.invalid/x?secret=1' } }),
      'ImgSourceRefused',
      /http:\/\/other\.invalid\/x, which is not followed/,
    ],
    [
      'asks for an hour',
      () => ({ kind: 'page', status: 503, headers: { 'retry-after': '3600' } }),
      'ImgSourceRefused',
      /60 minutes/,
    ],
    [
      'an old protocol',
      ({ call }) => (call === 'GetCookie' ? { kind: 'fault', code: 'IncompatibleProtocolVersion' } : undefined),
      'ImgSourceRefused',
      /IncompatibleProtocolVersion/,
    ],
    [
      'cookies that it does not take',
      ({ call }) => (call === 'GetConfigData' ? { kind: 'fault', code: 'InvalidCookie' } : undefined),
      'ImgSourceRefused',
      /none of its own cookies/,
    ],
    [
      'authorization elsewhere',
      ({ call }) =>
        call === 'GetAuthConfig'
          ? { kind: 'changed', change: (text) => text.replace('DssAuthWebService/', 'https://other.invalid/') }
          : undefined,
      'ImgSourceRefused',
      /another place/,
    ],
    [
      'SOAP of another kind',
      ({ call }) =>
        call === 'GetRevisionIdList'
          ? { kind: 'changed', change: (text) => text.replaceAll('GetRevisionIdListResponse', 'Other') }
          : undefined,
      'ImgSourceChanged',
      /no answer to GetRevisionIdList/,
    ],
    [
      'a list without an anchor',
      ({ call }) =>
        call === 'GetRevisionIdList'
          ? { kind: 'changed', change: (text) => text.replace(/<Anchor>.*<\/Anchor>/, '') }
          : undefined,
      'ImgSourceChanged',
      /no Anchor/,
    ],
    [
      'external entities',
      ({ call }) =>
        call === 'GetConfigData'
          ? {
              kind: 'changed',
              change: (text) => text.replace('?>', '?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>'),
            }
          : undefined,
      'ImgSourceChanged',
      /document type/,
    ],
    [
      'endless nesting',
      ({ call }) =>
        call === 'GetConfigData'
          ? { kind: 'changed', change: (text) => text.replace('<CatalogOnlySync>', '<a>'.repeat(1000)) }
          : undefined,
      'ImgSourceChanged',
      /nested too deeply/,
    ],
  ];

  it.each(refusals)('%s: %#', async (_what, fault, id, detail) => {
    const catalog = new GeneratedCatalog({ seed: 7, updates: 10 });
    const upstream = await upstreamOf({ catalog, ...(fault === undefined ? {} : { fault }) });
    const store = storeOf();

    await expect(synchronise(store, { url: upstream.url })).rejects.toMatchObject({
      ...{ id, message: expect.stringMatching(detail) },
    });
    expect(store.updates.size).toBe(0);
  });

  it('nobody there', async () => {
    const store = storeOf();

    await expect(synchronise(store, { url: 'http://127.0.0.1:9' })).rejects.toMatchObject({
      id: 'ImgSourceUnreachable',
    });
    expect(store.pauses).toHaveLength(9);
  });

  it.each<[string, (text: string) => string, RegExp]>([
    ['is cut off', (text) => text.replace(/&lt;\/upd:Update&gt;/, ''), /not well-formed/],
    [
      'declares entities',
      (text) => text.replace('<XmlUpdateBlob>', '<XmlUpdateBlob>&lt;!DOCTYPE a [&lt;!ENTITY x "y"&gt;]&gt;'),
      /document type/,
    ],
    [
      'is no cabinet',
      (text) =>
        text.replace(
          /<XmlUpdateBlob>[^<]*<\/XmlUpdateBlob>/,
          '<XmlUpdateBlobCompressed>AAAA</XmlUpdateBlobCompressed>',
        ),
      /cabinet/,
    ],
    [
      'is that of another update',
      (text) =>
        text.replace(/RevisionNumber="\d+" \/&gt;&lt;upd:Properties/, 'RevisionNumber="9" /&gt;&lt;upd:Properties'),
      /revision 9/,
    ],
    ['has a digest that is none', (text) => text.replace(/Digest="[^"]+"/, 'Digest="AAAA"'), /sha1/],
  ])('one document that %s costs that one', async (_what, change, message) => {
    let left = 1;
    const fault = ({ call, ids, products: none }: Seen) =>
      call === 'GetUpdateData' && none.length === 0 && ids.some(({ id }) => id.includes('-a001-')) && left-- > 0
        ? ({ kind: 'changed', change } as const)
        : undefined;
    const { store, catalog, upstream } = await synced({ fault });

    expect([...store.failed.values()].join()).toMatch(message);
    expect(store.failed.size).toBe(1);
    expect(upstream.offences).toEqual([]);

    await synchronise(store, { url: upstream.url });
    expectComplete(store, catalog);
  });
});
