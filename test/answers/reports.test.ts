/** Situations that people reported, rebuilt small: every command gives the right answer, and the same one. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { classify } from '../../src/updates/classify.ts';
import { anyMissing, requires, titled } from '../helpers/requires.ts';
import { type ImageSite, openImageSite } from '../operations/image/image-site.ts';
import { answersOf } from './every-command.ts';

const reports = requires.shared('reports');
const withData = it.skipIf(anyMissing(reports));

let site: ImageSite;
beforeEach(async () => {
  site = await openImageSite();
});
afterEach(() => site.close());

/** A site with what the report has: its catalog, its release table, its image registered as "image". */
async function given(report: string, image?: object): Promise<void> {
  const file = (name: string): string => join(reports.path, report, name);
  if (existsSync(file('releases.tsv'))) await site.call('release.import', { path: file('releases.tsv') });
  if (existsSync(file('catalog.jsonl'))) await site.call('update.import', { path: file('catalog.jsonl') });
  const spec = image ?? JSON.parse(readFileSync(file('image.json'), 'utf8')).indexes[0];
  await site.call('image.add', { path: site.image('image.wim', spec), name: 'image', acceptEula: true });
}

const enterprise = { edition: 'Enterprise', installationType: 'Client', architecture: 'x64' as const };

describe('what people reported', () => {
  withData(
    titled('02: the .NET update of the version that the image has, and the support of its edition', reports),
    async () => {
      await given('02');

      const { recommended, listed, recommendation } = await answersOf(site, 'image');

      expect(recommended).toMatchObject({ CumulativeUpdate: 'a1', DotNetCumulativeUpdate: 'a4' });
      expect(listed).toEqual(expect.arrayContaining(['a1', 'a4']));
      expect(listed).not.toContain('a6');
      const net = recommendation.updates.find(({ uniqueId }: { uniqueId: string }) => uniqueId === 'a4');
      expect(net.packageFiles).toEqual(['windows10.0-kb5126046-x64-ndp48_bb.msu']);
      expect(JSON.stringify(recommendation.warnings)).not.toMatch(/OutOfSupport/);
    },
  );

  withData(titled('03: every title names its kind, and both of its releases', reports), () => {
    const titles = readFileSync(join(reports.path, '03', 'titles.txt'), 'utf8')
      .split('\n')
      .filter(Boolean);
    const plural = titles
      .filter((title) => /versions? \d\dH\d and \d\dH\d/.test(title))
      .map((title) => classify({ title }));

    expect(plural.map(({ releases }) => releases)).toEqual([
      ['24H2', '25H2'],
      ['24H2', '25H2'],
      ['24H2', '25H2'],
      ['22H2', '23H2'],
    ]);
    expect(plural.every(({ kind }) => kind !== 'Unknown')).toBe(true);
  });

  withData.each(['05', '05b'])(
    titled('%s: a short title has its system from product, build and file', reports),
    async (report) => {
      await given(report);

      expect((await answersOf(site, 'image')).recommended).toMatchObject({ CumulativeUpdate: 'x1' });
    },
  );

  withData(titled('06: no media, no delta and no dynamic update stands for a cumulative one', reports), async () => {
    await given('06');

    expect((await answersOf(site, 'image')).recommended).toMatchObject({ CumulativeUpdate: 'p1' });
  });

  withData(titled('08: the record with a package stands for the update', reports), async () => {
    await given('08');

    expect((await answersOf(site, 'image')).recommended).toMatchObject({ CumulativeUpdate: 'w2' });
  });

  withData(titled('10b: no Safe OS update of other releases', reports), async () => {
    await given('10b');

    const { recommended, listed } = await answersOf(site, 'image');

    expect(recommended['SafeOSDynamicUpdate']).toBeUndefined();
    expect(listed).toEqual([]);
  });

  withData(titled('20: an older preview is not required where the newer update is installed', reports), async () => {
    const spec = { ...enterprise, release: '25H2', build: 26200, revision: 9445 };
    await given('20', spec);
    const { candidates } = await site
      .call('update.list', { articleId: '5122385' })
      .then(({ document }) => ({ candidates: document['updates'] as { uniqueId: string }[] }));

    expect(candidates.map(({ uniqueId }) => uniqueId)).toEqual(['n2']);
    expect((await answersOf(site, 'image')).recommended).toMatchObject({ DotNetCumulativeUpdate: 'n1' });
  });

  withData(titled('41: the newest that is there, with its age', reports), async () => {
    await given('41');

    expect((await answersOf(site, 'image')).recommended).toMatchObject({ CumulativeUpdate: 'a' });
    const { document } = await site.call('update.recommend', { image: 'image', maximumAgeDays: 90 });
    expect(JSON.stringify(document['warnings'])).toMatch(/TooOld/);
  });

  withData(titled('52: the checkpoint stands before the update, below its revision alone', reports), async () => {
    await given('52', { ...enterprise, release: '24H2', build: 26100, revision: 1000 });
    const below = await answersOf(site, 'image');
    expect(below.recommendation.updates.slice(0, 2)).toMatchObject([
      { uniqueId: 'k0', role: 'Checkpoint' },
      { uniqueId: 'k1', role: 'CumulativeUpdate' },
    ]);
    expect(JSON.stringify(below.plan)).not.toMatch(/newer cumulative update of the list/i);

    const path = site.image('above.wim', { ...enterprise, release: '24H2', build: 26100, revision: 1742 });
    await site.call('image.add', { path, name: 'above', acceptEula: true });
    const above = await answersOf(site, 'above');

    expect(above.recommended).toEqual({ CumulativeUpdate: 'k1' });
    expect(JSON.stringify(above.plan)).not.toMatch(/goes in first/);
  });
});

withData(
  titled('52: of both records in one order the checkpoint goes along, whatever their order', reports),
  async () => {
    await given('52', { ...enterprise, release: '24H2', build: 26100, revision: 1000 });
    for (const updates of [
      ['k0', 'k1'],
      ['k1', 'k0'],
    ]) {
      const { plan } = (await site.call('plan.show', { image: 'image', updates })).document as {
        plan: { alreadyThere: object[]; skipped: object[] };
      };

      expect(plan.skipped).toEqual([]);
      expect(plan.alreadyThere).toMatchObject([{ uniqueId: 'k0', reasonCode: 'GoesAlong' }]);
    }
  },
);
