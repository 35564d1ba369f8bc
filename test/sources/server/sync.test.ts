import { afterEach, describe, expect, it } from 'vitest';
import type { UpdateDocument } from '../../../src/updates/update.ts';
import { type ExpectedUpdate, GeneratedCatalog, products } from '../../helpers/upstream/catalog.ts';
import { type Seen, startUpstream, type Upstream, type UpstreamOptions } from '../../helpers/upstream/server.ts';
import { newStore, type Store, type SyncOptions, synchronise } from './synchronise.ts';

const open: (() => void | Promise<void>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0)) await close();
});

async function upstreamOf(options: UpstreamOptions): Promise<Upstream> {
  const upstream = await startUpstream(options);
  open.push(() => upstream.close());
  return upstream;
}

function storeOf(): Store {
  const store = newStore();
  open.push(() => store.remove());
  return store;
}

/** What is compared of an update, record by record. */
function shown(update: UpdateDocument): ExpectedUpdate {
  return {
    uniqueId: update.uniqueId,
    revisionNumber: update.revisionNumber ?? 0,
    title: update.title,
    articleId: update.articleId ?? '',
    classification: update.classification ?? '',
    products: update.products,
    datePosted: update.datePosted ?? '',
    supersedes: update.supersedes ?? [],
    severity: update.severity,
    isExpired: update.isExpired === true,
    files: update.files.map(({ name, size, sha1 = '', sha256 = '', url = '' }) => ({
      name,
      size: size ?? 0,
      sha1,
      sha256,
      url,
    })),
  };
}

const byId = (a: ExpectedUpdate, b: ExpectedUpdate) => (a.uniqueId < b.uniqueId ? -1 : 1);

function expectComplete(store: Store, catalog: GeneratedCatalog): void {
  const records = [...store.updates.values()].map(shown).sort(byId);
  const expected = Array.from({ length: catalog.updates }, (_, index) => catalog.record(index)).sort(byId);
  expect(records.length).toBe(expected.length);
  for (const [index, record] of records.entries()) expect(record).toEqual(expected[index]);
}

/** Every document came once, and nothing was asked against the rules. */
function expectOnce(upstream: Upstream): void {
  expect(upstream.offences).toEqual([]);
  expect([...upstream.delivered].filter(([, times]) => times > 1)).toEqual([]);
}

async function synced(
  options: Omit<UpstreamOptions, 'catalog'> & { updates?: number; sync?: Partial<SyncOptions> } = {},
) {
  const { updates = 400, sync, ...rest } = options;
  const catalog = new GeneratedCatalog({ seed: 7, updates });
  const upstream = await upstreamOf({ catalog, ...rest });
  const store = storeOf();
  await synchronise(store, { url: upstream.url, ...sync });
  return { catalog, upstream, store };
}

describe('a first sync', () => {
  it('brings every update with its categories and the files of its parts, each document once', async () => {
    const { catalog, upstream, store } = await synced({ updates: 2000 });

    expectComplete(store, catalog);
    expectOnce(upstream);
    expect(store.failed.size).toBe(0);
    expect(upstream.mostAtOnce).toBeGreaterThan(1);
    expect(store.categories.get('72e7624a-5b00-45d2-b92f-e561c0a6a160')).toEqual({
      id: '72e7624a-5b00-45d2-b92f-e561c0a6a160',
      kind: 'product',
      name: 'Windows 11',
      parent: '6964aab4-c5b5-43bd-a17d-ffb4346a8e1d',
    });
    expect(store.categories.get('ja')).toEqual({ id: 'ja', kind: 'language', name: 'Japanese', parent: null });
  });

  it('says that plain http protects nothing', async () => {
    const { store } = await synced({ updates: 1 });

    expect(store.warnings.join()).toMatch(/without TLS/);
  });

  it('asks for the chosen products and classifications only', async () => {
    const chosen = ['72e7624a-5b00-45d2-b92f-e561c0a6a160', '0fa1201d-4330-4fa8-8ae9-b877473b6441'];
    const { catalog, upstream, store } = await synced({ sync: { subscription: chosen } });
    const expected = Array.from({ length: catalog.updates }, (_, index) => catalog.record(index)).filter(
      (record) => record.products.includes('Windows 11') && record.classification === 'Security Updates',
    );

    expect([...store.updates.values()].map(shown).sort(byId)).toEqual(expected.sort(byId));
    expect(expected.length).toBeGreaterThan(5);
    expectOnce(upstream);
  });

  it('says so when the server has nothing of what was chosen', async () => {
    const { store, upstream } = await synced({ sync: { subscription: ['00000000-0000-4000-8000-000000000000'] } });

    expect(store.updates.size).toBe(0);
    expect(store.warnings.join()).toMatch(/none of the chosen/);
    expect(upstream.lists.every(({ config }) => config)).toBe(true);
  });
});

describe('the next sync', () => {
  it('asks for nothing but the two lists when nothing is new', async () => {
    const { catalog, upstream, store } = await synced();
    const { GetUpdateData } = upstream.counts;
    const before = upstream.lists.length;

    await synchronise(store, { url: upstream.url });

    expect(upstream.counts.GetUpdateData).toBe(GetUpdateData);
    expect(upstream.lists.slice(before).map(({ anchor }) => anchor !== null)).toEqual([true, true]);
    expect(upstream.lists.at(-1)?.products.every(({ delta }) => delta)).toBe(true);
    expectComplete(store, catalog);
    expectOnce(upstream);
  });

  it('brings only what is new: added, revised and withdrawn updates', async () => {
    const { catalog, upstream, store } = await synced();
    const asked = upstream.asked;
    const before = catalog.record(20);
    catalog.add(30);
    catalog.revise(3);
    catalog.revise(20, { expired: true });

    await synchronise(store, { url: upstream.url });

    // A withdrawn update keeps what was known of it.
    expect(shown(store.updates.get(catalog.idOf(20)) as UpdateDocument)).toEqual({ ...before, isExpired: true });
    expect(shown(store.updates.get(catalog.idOf(3)) as UpdateDocument)).toEqual(catalog.record(3));
    for (let index = 400; index < 430; index += 1) {
      expect(shown(store.updates.get(catalog.idOf(index)) as UpdateDocument)).toEqual(catalog.record(index));
    }
    expect(upstream.asked - asked).toBeLessThan(30 * 3 + 2);
    expectOnce(upstream);
  });

  it('lists everything of a product that is chosen since, and asks for what is not there', async () => {
    const [first = '', second = ''] = Object.keys(products);
    const security = '0fa1201d-4330-4fa8-8ae9-b877473b6441';
    const critical = 'e6cf1350-c01b-414d-a61f-263d14d133b4';
    const { catalog, upstream, store } = await synced({ sync: { subscription: [first, security] } });
    const names = [products[first], products[second]];

    await synchronise(store, { url: upstream.url, subscription: [first, second, security, critical] });

    const expected = Array.from({ length: catalog.updates }, (_, index) => catalog.record(index)).filter(
      (record) =>
        names.includes(record.products[0]) && ['Security Updates', 'Critical Updates'].includes(record.classification),
    );
    expect([...store.updates.values()].map(shown).sort(byId)).toEqual(expected.sort(byId));
    expectOnce(upstream);
  });

  it('asks for everything again when that is wanted', async () => {
    const { catalog, upstream, store } = await synced();
    const { asked } = upstream;

    await synchronise(store, { url: upstream.url, full: true });

    expect(upstream.asked).toBe(2 * asked);
    expectComplete(store, catalog);
  });

  it('lists everything and asks for nothing that is there when the server forgot its anchors', async () => {
    let forgets = false;
    const fault = (request: Seen) => {
      if (!forgets || request.call !== 'GetRevisionIdList' || request.anchor === null) return undefined;
      return { kind: 'fault', code: 'InvalidParameters' } as const;
    };
    const { catalog, upstream, store } = await synced({ fault });
    forgets = true;
    const { asked } = upstream;

    await synchronise(store, { url: upstream.url });

    expect(upstream.asked).toBe(asked);
    expectComplete(store, catalog);
  });

  it('starts over with another server under the same name', async () => {
    const { store } = await synced();
    const catalog = new GeneratedCatalog({ seed: 7, updates: 420 });
    const other = await upstreamOf({ catalog });

    await synchronise(store, { url: other.url });

    expectComplete(store, catalog);
    expect(other.lists.every(({ anchor }) => anchor === null)).toBe(true);
  });
});

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

describe('a sync that is cut off', () => {
  it('at any event and then resumed gives the same records, and asks for none of them twice', async () => {
    const whole = await synced({ updates: 400, limit: 10 });
    const events = 520;
    const positions = Array.from({ length: 9 }, (_, index) => 3 + Math.floor((index * events) / 9));
    for (const stopAfter of positions) {
      const upstream = await upstreamOf({ catalog: whole.catalog, limit: 10 });
      const store = storeOf();
      await synchronise(store, { url: upstream.url, stopAfter });
      const stored = new Set(
        [...store.updates.values()].map(({ uniqueId, revisionNumber }) => `${uniqueId} ${revisionNumber}`),
      );
      const before = new Map(upstream.delivered);

      await synchronise(store, { url: upstream.url });

      expect(new Map([...store.updates].sort())).toEqual(new Map([...whole.store.updates].sort()));
      const twice = [...upstream.delivered].filter(([key, times]) => stored.has(key) && times > (before.get(key) ?? 0));
      expect(twice).toEqual([]);
      expect(upstream.offences).toEqual([]);
    }
  });

  it('at any request, again and again, gives the same records', async () => {
    const whole = await synced({ updates: 300, limit: 25 });
    let dead = false;
    let number = 0;
    let next = 2;
    const fault = () => {
      number += 1;
      // Dies a request later each time; all that follows fails too, as when the process is gone.
      dead ||= number === next;
      return dead ? ({ kind: 'page', status: 403 } as const) : undefined;
    };
    const upstream = await upstreamOf({ catalog: whole.catalog, limit: 25, fault });
    const store = storeOf();
    let rounds = 0;
    for (let done = false; !done; ) {
      dead = false;
      number = 0;
      next += 1;
      rounds += 1;
      done = await synchronise(store, { url: upstream.url }).then(
        () => true,
        () => false,
      );
    }

    expect(rounds).toBeGreaterThan(8);
    expect(new Map([...store.updates].sort())).toEqual(new Map([...whole.store.updates].sort()));
    expect(upstream.offences).toEqual([]);
  });

  it('goes on without its kept files', async () => {
    const catalog = new GeneratedCatalog({ seed: 7, updates: 900 });
    const upstream = await upstreamOf({ catalog, limit: 20 });
    const store = storeOf();
    await synchronise(store, { url: upstream.url, stopAfter: 700 });
    const stored = store.updates.size;
    store.remove();

    await synchronise(store, { url: upstream.url });

    expect(stored).toBeGreaterThan(0);
    expectComplete(store, catalog);
    expect(upstream.offences).toEqual([]);
  });
});
