/** Imported files as a source: in the list, in the history, in what is believed; what cannot be done to them. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { migrations } from '../../../src/database.ts';
import { addSource } from '../../../src/sources/store/sources.ts';
import type { UpdateDocument } from '../../../src/updates/update.ts';
import { update } from '../../helpers/updates.ts';
import { type ImageSite, openImageSite } from '../image/image-site.ts';
import { openSync } from './told.ts';

const start = new Date('2026-11-02T10:00:00Z');
const title = (kb: string): string =>
  `2025-06 Cumulative Update for Windows 11 Version 24H2 for x64-based Systems (${kb}) (26100.4349)`;
const june = update({ title: title('KB5060842'), uniqueId: 'june', description: 'of the file', severity: 'Low' });

let site: ImageSite;
beforeEach(async () => {
  site = await openImageSite();
  site.ports.clock.now = () => start;
});
afterEach(() => site.close());

function file(name: string, ...records: (UpdateDocument | string)[]): string {
  const path = join(site.folder, name);
  writeFileSync(path, records.map((each) => (typeof each === 'string' ? each : JSON.stringify(each))).join('\n'));
  return path;
}

async function imported(name: string, ...records: (UpdateDocument | string)[]) {
  return (await site.call('update.import', { path: file(name, ...records) })).document;
}

async function answer(name: string, request: object = {}, options = {}) {
  return (await site.call(name, request, options)).document as never as Record<string, unknown>;
}

async function source(name = 'import'): Promise<Record<string, unknown>> {
  return (await answer('source.show', { name }))['source'] as never;
}

async function stored(uniqueId: string): Promise<UpdateDocument> {
  const row = await site.site.database
    .selectFrom('catalog_update')
    .select('document')
    .where('unique_id', '=', uniqueId)
    .executeTakeFirstOrThrow();
  return JSON.parse(row.document);
}

/** What another source says, stored as its synchronisation does. */
async function told(name: string, ...updates: UpdateDocument[]): Promise<void> {
  await openSync(site.site.database, name)(updates);
}

async function add(name: string): Promise<void> {
  const now = start.toISOString();
  await addSource(
    site.site.database,
    { name, type: 'folder', settings: { path: '/x' }, enabled: true },
    { now, dryRun: false },
  );
}

it('is no source before anything was imported, nor after a dry run', async () => {
  await site.call('update.import', { path: file('a.jsonl', june) }, { dryRun: true });

  expect(await answer('source.list')).toMatchObject({ sources: [] });
  await expect(site.call('source.show', { name: 'import' })).rejects.toMatchObject({ id: 'ImgSourceNotFound' });
  expect(await answer('sync.list')).toMatchObject({ syncs: [] });
});

it('stands behind the others, with what was imported when and how much', async () => {
  await add('b');
  await imported('first.jsonl', june);
  site.ports.clock.now = () => new Date('2026-11-03T10:00:00Z');
  const second = await imported('second.jsonl', june, update({ title: 'Another', uniqueId: 'other' }), '{"no": 1}');

  const { sources } = await answer('source.list');
  expect(sources).toMatchObject([
    { name: 'b', position: 1, updateCount: 0 },
    {
      ...{ name: 'import', type: 'file', position: 2, path: join(site.folder, 'second.jsonl'), updateCount: 2 },
      ...{ state: 'ok', lastSync: '2026-11-03T10:00:00.000Z', created: start.toISOString() },
    },
  ]);
  expect(await answer('source.list', { name: 'imp*' })).toMatchObject({ sources: [{ name: 'import' }] });
  expect(await answer('sync.list', { source: ['import'] })).toMatchObject({
    syncs: [
      {
        ...{ syncId: second['syncId'], type: 'file', status: 'SucceededWithErrors', told: 2, added: 1, unchanged: 1 },
        ...{ failed: 1, errors: [{ key: 'line 3' }] },
      },
      { status: 'Succeeded', told: 1, added: 1, path: join(site.folder, 'first.jsonl') },
    ],
  });
  expect(await answer('sync.show', { syncId: second['syncId'] })).toMatchObject({
    changes: [{ uniqueId: 'other', change: 'Added', source: 'import' }],
  });
});

it('is stale when the last import is too old to hold the newest month', async () => {
  await imported('a.jsonl', june);
  site.ports.clock.now = () => new Date('2026-12-20T10:00:00Z');

  expect(await source()).toMatchObject({ state: 'stale' });
});

it('is believed behind the others, whoever came last', async () => {
  await add('a');
  await told('a', { ...june, description: 'of a' } as UpdateDocument);
  await imported('a.jsonl', { ...june, description: 'of the file', supportUrl: 'https://a.example' } as UpdateDocument);

  expect(await stored('june')).toMatchObject({ description: 'of a', supportUrl: 'https://a.example' });
  expect((await stored('june'))['evidence']).toMatchObject([
    { source: 'a' },
    { source: 'import', members: ['supportUrl'] },
  ]);
  expect([await source('a'), await source()]).toMatchObject([{ updateCount: 1 }, { updateCount: 1 }]);
  await told('a', { ...june, description: 'of a, again' } as UpdateDocument);
  expect(await stored('june')).toMatchObject({ description: 'of a, again', supportUrl: 'https://a.example' });
});

it('replaces what an earlier import said, also beside other sources', async () => {
  await add('a');
  await imported('a.jsonl', june);
  await told('a', update({ title: 'Of a', uniqueId: 'of a' }));
  await imported('b.jsonl', { ...june, description: 'newer' } as UpdateDocument);

  expect(await stored('june')).toMatchObject({ description: 'newer' });
  expect((await stored('june'))['evidence']).toBeUndefined();
  expect(await source()).toMatchObject({ updateCount: 1 });
});

it('gives a record that came under the id of another update its own', async () => {
  await add('a');
  await told('a', june);
  await imported('a.jsonl', { ...june, title: title('KB5099999').replace('2025-06', '2025-09') });

  expect(await stored('june')).toMatchObject({ title: june.title });
  expect(await stored('june~kb5099999')).toMatchObject({ title: title('KB5099999').replace('2025-06', '2025-09') });
});

it.each([
  ['source.test', { name: 'Import' }, 'tested'],
  ['source.set', { name: 'import', position: 1 }, 'changed'],
  ['update.sync', { source: ['import'] }, 'synchronised'],
])('refuses %s with what can be done', async (name, request, word) => {
  await imported('a.jsonl', june);

  const problem = site.call(name, request);
  await expect(problem).rejects.toMatchObject({ id: 'ImgSourceIsImport', exitCode: 5 });
  await expect(problem).rejects.toThrow(`cannot be ${word}`);
});

it('has a name that no other source gets', async () => {
  await add('a');

  const adding = site.call('source.add', { name: 'Import', type: 'folder', path: site.folder });
  await expect(adding).rejects.toMatchObject({ id: 'ImgSourceExists' });
  await expect(site.call('source.set', { name: 'a', newName: 'IMPORT' })).rejects.toMatchObject({
    id: 'ImgSourceExists',
  });
});

it('can be removed as others can: the updates stay, nobody is named for them', async () => {
  await imported('a.jsonl', june);
  expect(await answer('source.remove', { name: 'import' }, { dryRun: true })).toMatchObject({ applied: false });
  expect(await source()).toMatchObject({ updateCount: 1 });

  expect(await answer('source.remove', { name: 'import' })).toMatchObject({
    applied: true,
    source: { type: 'file', updateCount: 1 },
  });
  expect(await answer('source.list')).toMatchObject({ sources: [] });
  expect(await stored('june')).toMatchObject({ description: 'of the file' });
  expect(await answer('sync.list')).toMatchObject({ syncs: [{ source: 'import' }] });

  await add('a');
  await told('a', { ...june, description: 'of a' } as UpdateDocument);
  expect((await stored('june'))['evidence']).toMatchObject([{ source: 'a' }, { source: '(removed)' }]);
});

it('does not count what a source told that was removed', async () => {
  await add('a');
  await told('a', update({ title: 'Of a', uniqueId: 'of a' }));
  await imported('a.jsonl', june);
  await site.call('source.remove', { name: 'a' });

  expect(await answer('source.list')).toMatchObject({ sources: [{ name: 'import', updateCount: 1 }] });
  expect(await stored('of a')).toMatchObject({ title: 'Of a' });
});

it('says of an import that failed why it failed', async () => {
  await imported('a.jsonl', june);
  writeFileSync(join(site.folder, 'bad.gz'), Buffer.from('1f8b0800000000000003ffff', 'hex'));
  const failing = site.call('update.import', { path: join(site.folder, 'bad.gz'), format: 'wsus-export' });
  await expect(failing).rejects.toBeDefined();

  expect(await source()).toMatchObject({ state: 'failing', lastSync: start.toISOString(), updateCount: 1 });
});

it('ends an import in the history whose process was killed', async () => {
  await imported('a.jsonl', june);
  const [{ syncId } = { syncId: '' }] = (await answer('sync.list'))['syncs'] as { syncId: string }[];
  const { database } = site.site;
  const facts = (await database.selectFrom('sync').select('facts_json').executeTakeFirstOrThrow()).facts_json;
  await database
    .updateTable('sync')
    .set({ status: 'Running', facts_json: facts.replace('Succeeded', 'Running') })
    .execute();
  const gone = { host: site.ports.self.host, pid: 4_000_000, start_time: 'long ago', taken: start.toISOString() };
  await database
    .insertInto('lock')
    .values({ name: `import:${syncId}`, run_id: syncId, ...gone })
    .execute();

  await imported('b.jsonl', june);

  const { syncs } = await answer('sync.list');
  expect(syncs).toMatchObject([
    { status: 'Succeeded' },
    { status: 'Failed', warnings: [expect.stringMatching(/Import the file again/)] },
  ]);
  expect(await database.selectFrom('lock').selectAll().execute()).toEqual([]);
});

it('counts a catalog that is filled and does not list it', async () => {
  const many = Array.from({ length: 20_001 }, (_, index) =>
    update({ title: `Update ${index}`, uniqueId: `u${index}` }),
  );
  const { syncId } = await imported('many.jsonl', ...many);

  expect(await answer('sync.show', { syncId })).toMatchObject({
    total: 0,
    sync: {
      added: 20_001,
      warnings: ['More than 20000 updates came or changed: they are counted, not listed one by one.'],
    },
  });
});

it('remembers imports from before there was a history of them', async () => {
  await imported('a.jsonl', june);
  await add('gone');
  await told('gone', update({ title: 'Of gone', uniqueId: 'of gone' }));
  const { database } = site.site;
  await database.deleteFrom('source_record').execute();
  await database.deleteFrom('sync').where('source_key', '=', '').execute();
  await database.deleteFrom('source').execute();
  const at = migrations.findIndex(({ name }) => name === 'imports as a source');
  await Promise.all(migrations[at]?.parts.map((part) => part(database as never)) ?? []);

  expect(await answer('source.list')).toMatchObject({
    sources: [{ name: 'import', path: join(site.folder, 'a.jsonl'), updateCount: 1, lastSync: start.toISOString() }],
  });
});
