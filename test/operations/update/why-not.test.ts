import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { UpdateListResult } from '../../../src/contract/generated/types.ts';
import type { ImageSite } from '../image/image-site.ts';
import { openSelectionSite } from './selection-site.ts';

let site: ImageSite;
beforeAll(async () => {
  site = await openSelectionSite();
});
afterAll(() => site.close());

async function whyNot(article: string, request: object = {}) {
  const question = { latest: true, family: 'Windows 11', release: '24H2', architecture: 'x64', whyNot: article };
  const { document } = await site.call('update.list', { ...question, ...request });
  const [first] = (document as unknown as UpdateListResult).whyNot ?? [];
  return first;
}

it.each([
  ['KB5062553', {}, true, 'Newest', ''],
  ['5060842', {}, false, 'Older', 'KB5062553'],
  ['july', { preview: 'include' }, false, 'Older', 'Preview'],
  ['KB5062660', {}, false, 'PreviewExcluded', 'KB5062553'],
  ['KB5062553', { holds: [{ articleId: '5062553' }] }, false, 'Held', 'KB5060842'],
  ['KB5062553', { pins: [{ articleId: '5060842' }] }, false, 'NotPinned', 'KB5060842'],
  ['KB5062553', { articleId: '50608*' }, false, 'LeftOut', 'articleId (50608*)'],
  ['KB5062553', { name: '*2024*', severity: ['Low'] }, false, 'LeftOut', 'severity (Low)'],
  [
    'KB5062553',
    { articleId: 'KB5062553', holds: [{ articleId: '5062553' }] },
    false,
    'Held',
    'nothing is chosen: no update',
  ],
  ['KB5073379', { severity: 'Low' }, false, 'OtherLine', 'Windows Server 2025 24H2 x64'],
  ['KB5073379', {}, false, 'OtherLine', 'Windows Server 2025 24H2 x64'],
  ['KB5062999', {}, false, 'NotUnderstood', 'kumulatives'],
  ['KB5999999', {}, false, 'NotInCatalog', '5999999'],
])('why not %s, asked with %j: chosen %s, %s', async (article, request, chosen, reasonCode, part) => {
  const answer = await whyNot(article, request);
  expect(answer).toMatchObject({ chosen, reasonCode });
  expect(answer?.reason).toContain(part);
});

it('names what of a rule leaves an update out', async () => {
  await site.call('rule.add', { name: 'small', maximumSize: 1, postedWithin: 'P1M', title: ['-*check*'] });
  const answer = await whyNot('KB5062553', { rule: 'small', asOf: '2025-07-20' });
  expect(answer).toMatchObject({
    reasonCode: 'LeftOut',
    reason: 'the filter leaves it out: maximumSize (1)',
    facts: { leftOut: { maximumSize: 1 } },
  });
  expect(await whyNot('KB5060842', { rule: 'small', asOf: '2025-07-20' })).toMatchObject({
    reason: 'the filter leaves it out: maximumSize (1); postedAfter (2025-06-20T23:59:59.999Z)',
  });
});

it('says that the image has the update already, or that it is for another system', async () => {
  const path = site.image('new.wim', { revision: 4652 });
  const image = { applicableTo: path, family: undefined };
  expect(await whyNot('KB5062553', JSON.parse(JSON.stringify(image)))).toMatchObject({
    chosen: false,
    reasonCode: 'PackageInstalled',
  });
  expect(await whyNot('KB5073379', { applicableTo: path })).toMatchObject({ reasonCode: 'OtherFamily' });
});

it('takes a KB that only the release table knows for a sign that the catalog is behind', async () => {
  const table =
    'product\trelease\tdate\tbuild\tkb\tkind\nWindows 11\t24H2\t2025-08-12\t26100.4946\tKB5063878\tStandard';
  const path = `${site.folder}/table.tsv`;
  writeFileSync(path, table);
  await site.call('release.import', { path });
  expect(await whyNot('KB5063878')).toMatchObject({ uniqueId: null, reasonCode: 'CatalogBehind' });
});

it('is a question about the latest', async () => {
  const { document } = await site.call('update.list', { family: 'Windows 11', whyNot: '1234567' });
  expect(document).toMatchObject({ whyNot: [{ reasonCode: 'NotInCatalog' }] });
  expect(document).toHaveProperty('lines');
  const contradiction = { latest: false, whyNot: '1234567' };
  await expect(site.call('update.list', contradiction)).rejects.toMatchObject({ id: 'ImgRequestInvalid' });
});
