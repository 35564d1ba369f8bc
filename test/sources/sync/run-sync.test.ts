/** What sources tell, as it stands in the catalog: with one source, with several, cut off at every place. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { importUpdates } from '../../../src/catalog/store/import-updates.ts';
import type { Sync } from '../../../src/contract/generated/types.ts';
import { openDatabase } from '../../../src/database.ts';
import type { Database } from '../../../src/site/database.ts';
import type { SourceEvent } from '../../../src/sources/source.ts';
import { addSource } from '../../../src/sources/store/sources.ts';
import { runSync } from '../../../src/sources/sync/run-sync.ts';
import type { UpdateDocument } from '../../../src/updates/update.ts';
import { update } from '../../helpers/updates.ts';

const now = '2026-11-29T00:00:00.000Z';
const title = '2025-06 Cumulative Update for Windows 11 Version 24H2 for x64-based Systems (KB5060842) (26100.4349)';
const places: Record<string, number> = { a: 1, b: 2, c: 3 };

let folder: string;
let database: Database;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'imgupdate-sync-'));
  database = await openDatabase(join(folder, 'site.db'));
  for (const name of Object.keys(places)) {
    await addSource(
      database,
      { name, type: 'folder', settings: { path: '/x' }, enabled: true },
      { now, dryRun: false },
    );
  }
});
afterEach(async () => {
  await database.destroy();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

const told = (key: string, members: Partial<UpdateDocument> = {}): SourceEvent => ({
  type: 'update',
  key,
  update: update({ title: `Update ${key}`, uniqueId: key, ...members }),
});
const checkpoint = (cursor: string): SourceEvent => ({ type: 'checkpoint', cursor });

async function sync(
  source: string,
  events: readonly SourceEvent[],
  options: { alone?: boolean; failsAt?: number; tellsLines?: boolean } = {},
): Promise<Sync> {
  const { alone = false, failsAt = Number.POSITIVE_INFINITY, tellsLines = false } = options;
  const result: Sync = {
    ...{ syncId: `${source} ${Math.random()}`, source, type: 'folder', status: 'Running', full: false, started: now },
    ...{ ended: null, told: 0, added: 0, changed: 0, unchanged: 0, expired: 0, failed: 0, releases: 0, categories: 0 },
    ...{ requests: 0, bytes: 0, errors: [], warnings: [], problem: null },
  };
  async function* cut(): AsyncGenerator<SourceEvent> {
    for (const [index, event] of events.entries()) {
      if (index >= failsAt) throw new Error('cut');
      yield event;
    }
  }
  await runSync(
    {
      ...{ database, sourceKey: source, alone, events: cut(), now: () => now, signal: new AbortController().signal },
      tellsLines,
      believed: { nameOf: (key) => (key === '' ? 'import' : key), placeOf: (key) => places[key] ?? 99 },
      onProgress: () => undefined,
      onWarning: () => undefined,
    },
    result,
  );
  return result;
}

async function catalog(): Promise<UpdateDocument[]> {
  const rows = await database.selectFrom('catalog_update').select('document').orderBy('unique_id').execute();
  return rows.map(({ document }) => JSON.parse(document));
}

async function cursorOf(source: string): Promise<string | null> {
  const row = await database.selectFrom('source').select('cursor').where('name_key', '=', source).executeTakeFirst();
  return row?.cursor ?? null;
}

describe('one source', () => {
  it('fills the catalog; the same again changes nothing', async () => {
    const events = [told('1'), told('2'), checkpoint('end')];

    expect(await sync('a', events, { alone: true })).toMatchObject({ told: 2, added: 2 });
    expect(await sync('a', events, { alone: true })).toMatchObject({ told: 2, added: 0, changed: 0, unchanged: 2 });
    expect(await cursorOf('a')).toBe('end');
    expect((await catalog()).map(({ uniqueId }) => uniqueId)).toEqual(['1', '2']);
  });

  it('keeps what it withdraws, marked, and says so once', async () => {
    await sync('a', [told('1')]);

    expect(
      await sync('a', [
        { type: 'expired', key: '1' },
        { type: 'expired', key: 'never told' },
      ]),
    ).toMatchObject({ expired: 1 });
    expect(await sync('a', [{ type: 'expired', key: '1' }])).toMatchObject({ expired: 0, changed: 0 });
    expect(await catalog()).toMatchObject([{ uniqueId: '1', title: 'Update 1', isExpired: true }]);
  });

  it('may tell of one update twice', async () => {
    await sync('a', [told('1', { description: 'old' }), told('1', { description: 'new' })]);

    expect(await catalog()).toMatchObject([{ uniqueId: '1', description: 'new' }]);
  });

  it('goes on from the last checkpoint of which everything is stored, wherever it is cut off', async () => {
    const events = ['1', '2', '3', '4'].flatMap((key) => [told(key), checkpoint(key)]);
    for (let at = 0; at <= events.length; at += 1) {
      await sync('a', events, { alone: true, failsAt: at }).catch(() => undefined);
      const cursor = Number((await cursorOf('a')) ?? 0);
      const stored = await catalog();

      expect(stored.length).toBeGreaterThanOrEqual(cursor);
      expect(stored.slice(0, cursor).map(({ uniqueId }) => uniqueId)).toEqual(['1', '2', '3', '4'].slice(0, cursor));
    }
    expect(await cursorOf('a')).toBe('4');
  });

  it('brings rows of the release table, categories, and records that cannot be read', async () => {
    const row = {
      ...{ product: 'Windows 11', family: 'Windows 11', release: '24H2', date: '2025-06-10', build: 26100 },
      ...{ revision: 4349, articleId: '5060842', kind: 'Standard' as const },
    };
    const category = { id: 'c', kind: 'product' as const, name: 'Windows 11', parent: null };
    const result = await sync('a', [
      { type: 'release', row },
      { type: 'category', category },
      { type: 'failed', key: 'x', message: 'It has no title.' },
      checkpoint('end'),
    ]);

    expect(result).toMatchObject({
      releases: 1,
      categories: 1,
      failed: 1,
      errors: [{ key: 'x', message: 'It has no title.' }],
    });
    expect(await database.selectFrom('source_category').select('name').execute()).toEqual([{ name: 'Windows 11' }]);
  });

  it('stores many as it stores few', async () => {
    const events = Array.from({ length: 6000 }, (_, index) => told(String(index).padStart(5, '0')));
    const result = await sync('a', [...events, checkpoint('end')], { alone: true });

    expect(result).toMatchObject({ told: 6000, added: 6000 });
    expect(await cursorOf('a')).toBe('end');
    expect(await catalog()).toHaveLength(6000);
    expect(await database.selectFrom('source_record').select('record_key').execute()).toHaveLength(6000);
  });
});

describe('several sources', () => {
  const digest = { sha1: 'a'.repeat(40) };
  const msu = { name: 'windows11.0-kb5060842-x64.msu', size: 5, ...digest };

  it('meet by id, and the first in their order is believed, whoever came first', async () => {
    await sync('b', [told('1', { description: 'of b', severity: 'Low' })]);
    await sync('a', [told('1', { description: 'of a' })]);

    expect(await catalog()).toMatchObject([{ description: 'of a', severity: 'Low' }]);
    expect((await catalog())[0]?.['evidence']).toMatchObject([{ source: 'a' }, { source: 'b', members: ['severity'] }]);
  });

  it('meet by the digest of the package where ids differ, and stay together', async () => {
    await sync('a', [told('server id', { title, files: [msu] })]);
    const site = told('site id', { title, articleId: '5060842', files: [{ ...msu, url: 'https://site/x.msu' }] });

    expect(await sync('b', [site])).toMatchObject({ added: 0, changed: 1 });
    expect(await sync('b', [site])).toMatchObject({ unchanged: 1 });
    expect(await catalog()).toMatchObject([{ uniqueId: 'server id', files: [{ ...msu, url: 'https://site/x.msu' }] }]);
  });

  it('do not meet by a file that another update only brings along', async () => {
    await sync('a', [
      told('checkpoint', {
        title: title.replace('5060842', '5043080').replace('4349', '1742'),
        files: [{ ...msu, name: 'windows11.0-kb5043080-x64.msu' }],
      }),
    ]);
    await sync('b', [
      told('later', { title, articleId: '5060842', files: [{ ...msu, name: 'windows11.0-kb5043080-x64.msu' }] }),
    ]);

    expect(await catalog()).toHaveLength(2);
  });

  it('do not meet by a file that two releases share', async () => {
    const other = title.replace('24H2', '25H2');
    await sync('a', [told('24', { title, files: [msu] }), told('25', { title: other, files: [msu] })]);
    await sync('b', [told('x25', { title: other, files: [{ ...msu, url: 'https://site/25' }] })]);

    const stored = await catalog();
    expect(stored).toHaveLength(2);
    expect(stored.find(({ uniqueId }) => uniqueId === '25')?.files[0]?.url).toBe('https://site/25');
    expect(stored.find(({ uniqueId }) => uniqueId === '24')?.files[0]?.url).toBeUndefined();
  });

  it('join what a person imported before, behind them all', async () => {
    const records = (async function* () {
      yield { line: 1, update: update({ title, uniqueId: '1', description: 'imported', severity: 'Low' }) };
    })();
    await importUpdates(database, { records, source: 'file', now });
    await sync('a', [told('1', { title, description: 'of a' })]);

    expect(await catalog()).toMatchObject([{ description: 'of a', severity: 'Low' }]);
  });

  it('say where one that tells whole lines knows less than another', async () => {
    const june = told('june', { title, datePosted: '2025-06-10T17:00:00Z' });
    const july = told('july', {
      title: title.replace('2025-06', '2025-07').replace('5060842', '5062553').replace('4349', '4652'),
    });
    await sync('a', [june]);

    expect(await sync('b', [june, july], { tellsLines: true })).toMatchObject({ warnings: [] });
    expect(await sync('a', [june], { tellsLines: true })).toMatchObject({
      warnings: [
        'Windows 11 24H2 x64: the newest here is 26100.4652 (KB5062553), from b; this source told of 26100.4349 at most.',
      ],
    });
    expect((await sync('a', [june])).warnings).toEqual([]);
  });

  it('withdraw for themselves; the others still say what they said', async () => {
    await sync('a', [told('1', { description: 'of a' })]);
    await sync('b', [told('1', { severity: 'Low' })]);
    await sync('a', [{ type: 'expired', key: '1' }]);

    expect(await catalog()).toMatchObject([{ description: 'of a', severity: 'Low', isExpired: true }]);
  });
});
