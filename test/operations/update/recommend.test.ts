import { afterAll, beforeAll, expect, it } from 'vitest';
import type { UpdateRecommendResult } from '../../../src/contract/generated/types.ts';
import type { ImageSite } from '../image/image-site.ts';
import { openSelectionSite } from './selection-site.ts';

let site: ImageSite;
beforeAll(async () => {
  site = await openSelectionSite();
});
afterAll(() => site.close());

async function recommend(request: object): Promise<UpdateRecommendResult> {
  return (await site.call('update.recommend', request)).document as unknown as UpdateRecommendResult;
}

function brief(updates: UpdateRecommendResult['updates']): unknown[] {
  return updates.map(({ uniqueId, role, indexes }) => [uniqueId, role, indexes]);
}

it('gives an image everything in the order of application, per index', async () => {
  const { updates, notNeeded } = await recommend({ image: 'w11' });
  expect(brief(updates)).toEqual([
    ['check', 'Checkpoint', [1]],
    ['july', 'CumulativeUpdate', [1, 2]],
    ['net', 'DotNetCumulativeUpdate', [1, 2]],
    ['safe', 'SafeOSDynamicUpdate', [1, 2]],
    ['setup', 'SetupDynamicUpdate', [1, 2]],
  ]);
  expect(brief(notNeeded)).toEqual([['check', 'Checkpoint', [2]]]);
});

it('takes a file that nobody registered, one of its indexes, and only the roles that are asked for', async () => {
  const path = site.image('other.wim', { revision: 4652 });
  const { updates, notNeeded } = await recommend({ path, index: 1, role: ['CumulativeUpdate'] });
  expect(updates).toEqual([]);
  expect(notNeeded).toMatchObject([{ uniqueId: 'july', reasonCode: 'PackageInstalled' }]);
});

it('follows the policy of the request, and that of a rule where the request is silent', async () => {
  await site.call('rule.add', { name: 'Careful', kind: ['CumulativeUpdate'], previous: 1 });
  const role = ['CumulativeUpdate'];
  const chosen = async (request: object) =>
    (await recommend({ image: 'w11', index: 1, role, ...request })).updates.map(({ uniqueId }) => uniqueId);

  expect(await chosen({ preview: 'include' })).toEqual(['preview']);
  expect(await chosen({ holds: [{ articleId: 'KB5062553', reason: 'printing' }] })).toEqual(['june']);
  expect(await chosen({ pins: [{ articleId: '5060842' }] })).toEqual(['june']);
  expect(await chosen({ rule: 'careful' })).toEqual(['june']);
  expect(await chosen({ rule: 'careful', previous: 0 })).toEqual(['july']);
  expect(await chosen({ asOf: '2025-06-30' })).toEqual(['june']);
});

it('says what it did not find, and what is out of support', async () => {
  const path = site.image('server.wim', {
    ...{ name: 'Windows Server 2016 Standard', edition: 'ServerStandard', installationType: 'Server' },
    ...{ release: '1607', build: 14393, revision: 1 },
  });
  const { updates, notFound, warnings } = await recommend({ path, asOf: '2030-02-01' });
  expect(updates).toEqual([]);
  expect(notFound.map(({ role }) => role)).toContain('ServicingStackUpdate');
  expect(warnings).toMatchObject([{ code: 'OutOfSupport' }]);
});

it('explains every candidate with what the facts were taken from', async () => {
  const { candidates = [] } = await recommend({ image: 'w11', index: 1, explain: true });
  expect(candidates.find(({ uniqueId }) => uniqueId === 'july')).toMatchObject({
    decision: 'chosen',
    facts: { revision: '26100.4652', revisionFrom: 'title' },
  });
});

it('refuses a KB that is held and pinned', async () => {
  const both = [{ articleId: '5062553' }];
  await expect(recommend({ image: 'w11', holds: both, pins: both })).rejects.toMatchObject({ id: 'ImgRequestInvalid' });
});
