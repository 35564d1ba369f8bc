/** What a run brings before it begins. */
import { describe, expect, it } from 'vitest';
import { type DownloadServer, status } from '../helpers/download-server.ts';
import { type Month, updates } from '../helpers/month.ts';
import { eachOffering } from './offering.ts';

let month: Month;
let server: DownloadServer;

const { offer } = eachOffering((opened) => {
  ({ month, server } = opened);
});

describe('a run', () => {
  it('brings what it lacks before it begins', async () => {
    await offer(updates.june);
    await month.image('Image');

    const run = await month.service({ image: 'Image', latest: true });

    expect(run.status).toBe('Succeeded');
    expect(server.asked).toHaveLength(1);
    expect(await month.leftovers()).toEqual([]);
  });

  it('fails with the cause where it cannot, and asks nobody where it may not', async () => {
    server.always(await offer(updates.june), status(404));
    await month.image('Image');

    const run = await month.service({ image: 'Image', latest: true });
    await month.call('site.set', { downloadContent: false });
    const asked = server.asked.length;
    const second = await month.service({ image: 'Image', latest: true });

    expect(run.errors).toMatchObject([{ id: 'ImgContentMissing', detail: expect.stringContaining('404') }]);
    expect(second.errors).toMatchObject([{ id: 'ImgContentMissing' }]);
    expect([asked, server.asked.length]).toEqual([1, 1]);
    expect(await month.leftovers()).toEqual([]);
  });
});
