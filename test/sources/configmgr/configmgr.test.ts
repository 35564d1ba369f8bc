/** A Configuration Manager site in a real PowerShell, over a module that stands for its console's: asked, and put to work. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { anyMissing, titled } from '../../helpers/requires.ts';
import { type LiveSite, livePowerShell, openLiveSite } from '../live-site.ts';

const id = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
const product = 'Product:72e7624a-5b00-45d2-b92f-e561c0a6a160';
const classification = 'UpdateClassification:0fa1201d-4330-4fa8-8ae9-b877473b6441';
const categories = [
  { CategoryInstance_UniqueID: product, LocalizedCategoryInstanceName: 'Windows 11', CategoryTypeName: 'Product' },
  {
    ...{ CategoryInstance_UniqueID: classification, LocalizedCategoryInstanceName: 'Security Updates' },
    CategoryTypeName: 'UpdateClassification',
  },
];

function update(number: number, more: object = {}): object {
  return {
    ...{ CI_ID: 16_777_000 + number, CI_UniqueID: id(number), RevisionNumber: 200, ArticleID: `50600${number}` },
    LocalizedDisplayName: `2025-06 Cumulative Update for Windows 11 Version 24H2 for x64-based Systems (KB50600${number}) (26100.${4340 + number})`,
    LocalizedDescription: 'A text',
    LocalizedInformativeURL: 'https://support.microsoft.com/help/1',
    SeverityName: 'Critical',
    DatePosted: '2025-06-10T17:00:00Z',
    DateRevised: `2025-06-1${number}T17:00:00Z`,
    ...{ IsExpired: false, IsSuperseded: false, IsOfflineServiceable: true, IsContentProvisioned: true },
    CategoryInstance_UniqueIDs: [product, classification],
    Files: [
      {
        ...{ FileName: `windows11.0-kb50600${number}-x64.cab`, FileSize: 1000 + number },
        FileHash: `SHA1:${'AB'.repeat(20)}`,
        SourceURL: `http://download.windowsupdate.com/x_${'ab'.repeat(20)}.cab`,
      },
    ],
    ...more,
  };
}

describe.skipIf(anyMissing(livePowerShell))(titled('a Configuration Manager site', livePowerShell), () => {
  let site: LiveSite;
  beforeEach(async () => {
    site = await openLiveSite();
    const settings = { siteCode: 'abc', siteServer: 'cm01.corp.example' };
    await site.call('source.add', { name: 'cm', type: 'configmgr', settings });
  });
  afterEach(() => site.close());
  const images = [{ Name: 'Windows 11 Enterprise', PackageID: 'ABC00042' }];
  const serve = (...updates: object[]): void => site.serve('IMGUPDATE_STUB_SITE', { updates, categories, images });

  it('tells its updates with files, product and classification', async () => {
    serve(update(1), update(2, { IsExpired: true, IsSuperseded: true }));

    const sync = await site.sync();

    expect(sync).toMatchObject({ added: 2, failed: 0, categories: 2, status: 'Succeeded' });
    expect(await site.updates()).toMatchObject([
      {
        ...{ uniqueId: id(1), articleId: '506001', revisionNumber: 200, products: ['Windows 11'] },
        ...{ classification: 'Security Updates', severity: 'Critical', datePosted: '2025-06-10T17:00:00Z' },
        files: [
          {
            ...{ name: 'windows11.0-kb506001-x64.cab', size: 1001, sha1: 'ab'.repeat(20), digestTrust: 'find' },
            url: `http://download.windowsupdate.com/x_${'ab'.repeat(20)}.cab`,
          },
        ],
      },
      { uniqueId: id(2), isExpired: true, isSuperseded: true },
    ]);
    expect(site.calls().every((call) => /\[ABC:[\\/]?\]$/.test(call))).toBe(true);
  });

  it('is asked for what was revised since, and hears of what expired without a revision', async () => {
    serve(update(1), update(2));
    await site.sync();
    site.calls();
    serve(update(1, { IsExpired: true }), update(2), update(3));

    const sync = await site.sync();

    expect(sync).toMatchObject({ added: 1, expired: 1 });
    expect((await site.updates()).map(({ isExpired }) => isExpired ?? false)).toEqual([true, false, false]);
    expect(site.calls()[0]).toContain('-DateRevisedMin 2025-06-12T17:00:00 Utc');
  });

  it('that is not there is a problem, and so is a console that is not installed', async () => {
    serve(update(1));
    const before = process.env['PSModulePath'];
    process.env['PSModulePath'] = site.folder;
    site.ports.serverShell.end();
    try {
      await expect(site.sync()).rejects.toMatchObject({
        id: 'ImgSourceUnreachable',
        facts: { detail: expect.stringContaining('console of Configuration Manager') },
      });
      expect((await site.call('source.test', { name: 'cm' })).document).toMatchObject({ ok: false });
    } finally {
      process.env['PSModulePath'] = before;
      site.ports.serverShell.end();
    }
  });

  describe('does the servicing', () => {
    beforeEach(async () => {
      serve(update(0, { IsOfflineServiceable: false }), update(1), update(2, { IsContentProvisioned: false }));
      await site.sync();
      site.calls();
    });
    const target = 'Windows 11 Enterprise';
    const scheduled = (): string[] => site.calls().filter((call) => call.startsWith('New-CM'));

    it('as soon as possible, of updates by KB', async () => {
      const { document, exitCode } = await site.call('configmgr.schedule', { target, update: ['KB506001'] });

      expect(exitCode).toBe(0);
      expect(document).toMatchObject({
        ...{ source: 'cm', scheduleId: 'ABC00007', at: null, skipped: [], warnings: [], applied: true },
        target: { name: target, packageId: 'ABC00042' },
        updates: [{ uniqueId: id(1), articleId: '506001' }],
      });
      expect(scheduled()).toEqual([
        expect.stringContaining(
          `-Confirm False -ContinueOnError False -InputObject ABC00042 -RemoveSupersededUpdates False -RunNow True -SoftwareUpdate ${id(1)} -UpdateDistributionPoint False`,
        ),
      ]);
    });

    it('at a time, with its switches, by package id, and says what will not go in', async () => {
      const request = { target: 'ABC00042', update: [id(0), id(1), id(2)], at: '2030-01-08T22:00:00+01:00' };
      const switches = { continueOnError: true, removeSupersededUpdates: true, updateDistributionPoint: true };

      const { document, exitCode } = await site.call('configmgr.schedule', { ...request, ...switches });

      expect(exitCode).toBe(3);
      expect(document).toMatchObject({
        skipped: [{ uniqueId: id(0), reasonCode: 'NotOfflineServiceable' }],
        warnings: [expect.stringContaining('KB506002')],
      });
      expect(scheduled()).toEqual([
        expect.stringMatching(
          /-ContinueOnError True -CustomSchedule 2030-01-08T21:00:00 Utc .*-RemoveSupersededUpdates True .*-UpdateDistributionPoint True -Utc True/,
        ),
      ]);
    });

    it('not in a dry run', async () => {
      const { document } = await site.call('configmgr.schedule', { target, update: [id(1)] }, { dryRun: true });

      expect(document).toMatchObject({ scheduleId: null, updates: [{ uniqueId: id(1) }], applied: false });
      expect(scheduled()).toEqual([]);
    });

    it('of what a registered image here should get', async () => {
      await site.call('image.add', { path: site.image('i.wim', { revision: 1742 }), name: 'here', acceptEula: true });

      const { document } = await site.call('configmgr.schedule', { target, image: 'here' });

      expect(document['updates']).toMatchObject([{ uniqueId: id(2) }]);
    });

    it.each([
      ['an image that is not there', { target: 'no', update: [id(1)] }, 'ImgImageNotFound'],
      ['an update that cannot go in', { target, update: [id(0)] }, 'ImgNothingApplicable'],
      ['an update that nobody knows', { target, update: ['KB99999'] }, 'ImgUpdateNotFound'],
      ['no update', { target }, 'ImgRequestInvalid'],
      ['another source', { target, update: [id(1)], source: 'none' }, 'ImgSourceNotFound'],
    ])('not for %s', async (_, request, problem) => {
      await expect(site.call('configmgr.schedule', request)).rejects.toMatchObject({ id: problem });
      expect(scheduled()).toEqual([]);
    });
  });
});
