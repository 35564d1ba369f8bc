/** What a run brings before it begins. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type DownloadServer, serveDownloads, status } from '../helpers/download-server.ts';
import { type Month, openMonth, updates } from '../helpers/month.ts';
import { offering } from './offering.ts';

let month: Month;
let server: DownloadServer;
beforeEach(async () => {
  server = await serveDownloads();
  month = await openMonth();
});
afterEach(async () => {
  await month.close();
  await server.close();
});

const { offer } = offering(() => ({ month, server }));

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
