/** What the month after is like when nothing is new: nothing is mounted, and the run succeeds. */
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

it.each([
  ['with revisions in the titles', false],
  ['with revisions that no source says', true],
])('%s', async (_what, isUnknown) => {
  await month.image('Image');
  if (isUnknown) await forgetRevisions();
  await month.content(updates.june);
  const first = await latestRun();
  expect(first).toMatchObject({ status: 'Succeeded', published: { sourceVersion: 2 } });

  const second = await latestRun();

  expect(second).toMatchObject({ status: 'Succeeded', steps: [], published: null, errors: [] });
  expect(second.updateResults.map(({ result }) => result)).not.toContain('Failed');
  expect(await month.leftovers()).toEqual([]);
});
