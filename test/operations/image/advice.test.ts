/** Advice on images of a site: what it finds out by itself. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Month, older, openMonth, updates } from '../../helpers/month.ts';

let month: Month;
beforeEach(async () => {
  month = await openMonth();
});
afterEach(() => month.close());

const advice = async () => (await month.call('image.advice', { image: 'Image' }))['advice'];

describe('image.advice', () => {
  it('weighs what a run would do now, and its times when the site has any', async () => {
    month.ports.clock.now = () => new Date('2025-07-01T00:00:00Z');
    await month.image('Image');
    const { size } = await month.content(updates.june);
    expect(await advice()).toMatchObject({
      ...{ recommendation: 'ServiceOffline', reasonCode: 'UpdatesMissing', singleIndex: { advised: false } },
      figures: { updates: [{ articleId: '5060842' }], updateBytes: size, secondsFrom: 'field', lastRun: null },
    });

    const run = await month.service({ image: 'Image', latest: true });

    expect(await advice()).toMatchObject({
      ...{ recommendation: 'ServiceOffline', reasonCode: 'UpToDate' },
      figures: { updates: [], updateBytes: 0, seconds: null, lastRun: { completed: run.completed } },
    });
  });

  it('knows when support ends: of the index that gets updates longest', async () => {
    month.ports.clock.now = () => new Date('2026-11-20T00:00:00Z');
    await month.image('Image', {}, older);
    expect(await advice()).toMatchObject({ reasonCode: 'UpdatesMissing', singleIndex: { advised: true, indexes: 2 } });

    month.ports.clock.now = () => new Date('2027-10-13T00:00:00Z');
    expect(await advice()).toMatchObject({
      ...{ recommendation: 'Recapture', reasonCode: 'SupportEnds', singleIndex: { advised: true, indexes: 2 } },
      reason: expect.stringMatching(/^Windows 11 24H2 .* is out of support since 2027-10-12/),
    });
  });

  it('says why no run can be planned', async () => {
    month.ports.clock.now = () => new Date('2025-07-01T00:00:00Z');
    await month.image('Image');
    await month.site.database.deleteFrom('catalog_update').execute();

    expect(await advice()).toMatchObject({ recommendation: 'InstallWhileDeploying', figures: { seconds: null } });
  });

  it('is refused for an image that is not there', async () => {
    expect((await month.fails('image.advice', { image: 'Nobody' })).id).toBe('ImgImageNotFound');
  });
});
