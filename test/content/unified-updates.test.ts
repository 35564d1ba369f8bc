/** Updates that the update server tells of by parts that DISM cannot put in: another record brings their package. */
import { describe, expect, it } from 'vitest';
import { type Month, updates } from '../helpers/month.ts';
import { eachOffering } from './offering.ts';

let month: Month;

const june = updates.june.uniqueId;
const { offer, record } = eachOffering((opened) => {
  ({ month } = opened);
});

describe('an update that the update server tells of by the parts of a unified update', () => {
  const uup = { ...updates.june, uniqueId: 'uup' };
  const parts = [
    'Windows11.0-KB5060842-x64.Wsus.AggregatedMetadata.cab',
    'SSU-26100.4340-x64.cab',
    'DesktopDeployment.cab',
    'Windows11.0-KB5060842-x64.wim',
    'Windows11.0-KB5060842-x64.psf',
  ].map((name) => ({ name, size: 1_000_000_000 }));
  const saved = () => month.call('content.save', { uniqueId: ['uup'] });

  it('is saved by the package that another record of it lists, and says so', async () => {
    await offer(updates.june);
    await record(uup, parts);

    const { files, without, warnings } = await saved();

    expect(files).toMatchObject([{ uniqueId: june, state: 'saved' }]);
    expect(without).toEqual([]);
    expect(warnings).toMatchObject([expect.stringMatching(/UUP.*record .* same KB, product line and revision/)]);
  });

  it.each([
    ['no other record', undefined],
    ['one of another revision', { title: updates.june.title.replace('4349', '4350') }],
    ['one of another KB', { title: updates.june.title.replace('5060842', '5060843') }],
    ['one of another architecture', { title: updates.june.title.replace('x64-based', 'arm64-based') }],
    ['one of another release', { title: updates.june.title.replace('24H2', '23H2').replace('26100', '22631') }],
    ['one that was withdrawn', { isExpired: true }],
  ])('is not saved with %s, and says why and what helps', async (_what, other) => {
    const msu = [{ name: 'x.msu', size: 5, sha256: 'a'.repeat(64), url: 'http://127.0.0.1/x.msu' }];
    await record(updates.june, []);
    if (other !== undefined) await record(updates.june, msu, other);
    await record(uup, parts);

    const { files, without } = await saved();

    expect(files).toEqual([]);
    expect(without).toMatchObject([
      {
        uniqueId: 'uup',
        reason: expect.stringMatching(/unified update \(UUP\).*catalog-site/),
        remedy: expect.stringContaining('imgupdate update sync --source catalog --article-id KB5060842'),
      },
    ]);
  });

  it('is planned by that package', async () => {
    await offer(updates.june);
    await record(uup, parts);
    await month.image('Image');

    const { schedule } = await month.call('schedule.add', {
      image: 'Image',
      updates: ['uup'],
      at: '2099-01-01T00:00:00Z',
    });

    expect(schedule).toMatchObject({ updates: [june], skipped: [] });
  });

  it('says of an image why it cannot be put in, and where its package is', async () => {
    await record(updates.june, []);
    await record(uup, parts);
    await month.image('Image');

    const { statuses } = await month.call('image.status', { image: 'Image', uniqueId: ['uup'] });

    expect(statuses).toMatchObject([{ uniqueId: 'uup', reason: expect.stringMatching(/\(UUP\).*catalog-site/) }]);
  });
});
