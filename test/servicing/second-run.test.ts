/** What the month after is like when nothing is new: nothing is mounted, and the run succeeds. */
import { writeFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Run } from '../../src/contract/generated/types.ts';
import { type Month, openMonth, updates } from '../helpers/month.ts';

let month: Month;
beforeEach(async () => {
  month = await openMonth();
});
afterEach(() => month.close());

async function latestRun(): Promise<Run> {
  const { run } = await month.call('run.start', { image: 'Image', latest: true });
  await month.call('worker.run', { once: true });
  return (await month.call('run.show', { runId: run.runId })).run;
}

/** The titles of the catalog say no revision, as those of servers and older systems do. */
async function forgetRevisions(): Promise<void> {
  for (const { uniqueId, document } of await month.site.database
    .selectFrom('catalog_update')
    .select(['unique_id as uniqueId', 'document'])
    .execute()) {
    const update = JSON.parse(document);
    const title = update.title.replace(/ \(\d{5}\.\d+\)$/, '');
    await month.site.database
      .updateTable('catalog_update')
      .set({ document: JSON.stringify({ ...update, title }) })
      .where('unique_id', '=', uniqueId)
      .execute();
  }
}

/** A release table that knows the update of the titles, as its publisher dates it. */
async function importReleases(): Promise<void> {
  const rows = [
    'product\trelease\tdate\tbuild\tkb\tkind',
    'Windows 11\t24H2\t2025-06-10\t26100.4349\tKB5060842\tStandard',
  ];
  writeFileSync(month.path('releases.tsv'), `${rows.join('\n')}\n`);
  await month.call('release.import', { path: month.path('releases.tsv') });
}

it.each([
  ['with revisions in the titles', false, false],
  ['with revisions that no source says', true, false],
  ['with revisions in the titles and a release table', false, true],
  ['with revisions that only a release table says', true, true],
])('%s', async (_what, isUnknown, hasTable) => {
  await month.image('Image');
  if (isUnknown) await forgetRevisions();
  if (hasTable) await importReleases();
  await month.content(updates.june);
  const first = await latestRun();
  expect(first).toMatchObject({ status: 'Succeeded', published: { sourceVersion: 2 } });

  const second = await latestRun();

  expect(second).toMatchObject({ status: 'Succeeded', steps: [], published: null, errors: [] });
  expect(second.updateResults.map(({ result }) => result)).not.toContain('Failed');
  expect(await month.leftovers()).toEqual([]);
});

it('a file that the library does not know, as after a database that was put back, is told although nothing is to be done', async () => {
  const { id } = await month.image('Image');
  await month.content(updates.june);
  const { database } = month.site;
  const before = await database.selectFrom('image').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  await latestRun();
  await database.updateTable('image').set(before).where('id', '=', id).execute();
  await database.deleteFrom('image_version').where('source_version', '=', 2).execute();

  const run = await latestRun();

  expect(run).toMatchObject({ status: 'Succeeded', steps: [], published: null });
  expect(run.warnings).toEqual([expect.stringMatching(/The library knows .*Image\.wim as it was before/)]);
  await month.call('image.refresh', { image: 'Image' });
  expect((await latestRun()).warnings).toEqual([]);
});
