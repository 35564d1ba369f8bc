/** Servers with a generated catalog, and what a sync must have brought of it. */
import { afterEach, expect } from 'vitest';
import type { UpdateDocument } from '../../../src/updates/update.ts';
import { type ExpectedUpdate, GeneratedCatalog } from '../../helpers/upstream/catalog.ts';
import { startUpstream, type Upstream, type UpstreamOptions } from '../../helpers/upstream/server.ts';
import { newStore, type Store, type SyncOptions, synchronise } from './synchronise.ts';

/** Servers and stores of the test that runs; they go with it. */
export function generatedServers() {
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

  return { upstreamOf, storeOf, synced };
}

/** What is compared of an update, record by record. */
export function shown(update: UpdateDocument): ExpectedUpdate {
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

export const byId = (a: ExpectedUpdate, b: ExpectedUpdate) => (a.uniqueId < b.uniqueId ? -1 : 1);

/** Every record of the catalog is there, and no other. */
export function expectComplete(store: Store, catalog: GeneratedCatalog): void {
  const records = [...store.updates.values()].map(shown).sort(byId);
  const expected = Array.from({ length: catalog.updates }, (_, index) => catalog.record(index)).sort(byId);
  expect(records.length).toBe(expected.length);
  for (const [index, record] of records.entries()) expect(record).toEqual(expected[index]);
}

/** Every document came once, and nothing was asked against the rules. */
export function expectOnce(upstream: Upstream): void {
  expect(upstream.offences).toEqual([]);
  expect([...upstream.delivered].filter(([, times]) => times > 1)).toEqual([]);
}
