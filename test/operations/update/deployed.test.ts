import { afterAll, beforeAll, expect, it } from 'vitest';
import type { UpdateListResult } from '../../../src/contract/generated/types.ts';
import type { ImageSite } from '../image/image-site.ts';
import { openSelectionSite } from './selection-site.ts';

let site: ImageSite;
beforeAll(async () => {
  site = await openSelectionSite();
});
afterAll(() => site.close());

async function deployed(request: object): Promise<string[]> {
  const { document } = await site.call('update.list', { family: 'Windows 11', ...request });
  return (document as unknown as UpdateListResult).updates.map(({ uniqueId }) => uniqueId).sort();
}

it('is what a registered image has, and what a schedule that waits names', async () => {
  expect(await deployed({ deployed: true })).toEqual(['june']);
  const { document } = await site.call('schedule.add', { image: 'w11', updates: ['july'], at: '2030-01-01T00:00:00Z' });
  const { scheduleId } = (document as { schedule: { scheduleId: string } }).schedule;

  expect(await deployed({ deployed: true })).toEqual(['july', 'june']);
  expect(await deployed({ deployed: false, kind: 'CumulativeUpdate' })).toEqual(['check']);
  expect(await deployed({ deployed: true, latest: true })).toEqual(['july']);

  await site.call('schedule.clear', { scheduleId });
  expect(await deployed({ deployed: true })).toEqual(['june']);
});
