/** A first sync, the next one, and one that was cut off: all that is there comes, once. */
import { describe, expect, it } from 'vitest';
import type { UpdateDocument } from '../../../src/updates/update.ts';
import { GeneratedCatalog, products } from '../../helpers/upstream/catalog.ts';
import type { Seen } from '../../helpers/upstream/server.ts';
import { byId, expectComplete, expectOnce, generatedServers, shown } from './generated-servers.ts';
import { synchronise } from './synchronise.ts';

const { storeOf, synced, upstreamOf } = generatedServers();

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
