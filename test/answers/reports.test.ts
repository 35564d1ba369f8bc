/** Situations that people reported, rebuilt small: every command gives the right answer, and the same one. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { learn } from '../../src/catalog/store/learn.ts';
import { hiveValue } from '../../src/formats/regf/write.ts';
import { writeTransaction } from '../../src/site/database.ts';
import { classify } from '../../src/updates/classify.ts';
import { anyMissing, requires, titled } from '../helpers/requires.ts';
import {
  hivePath,
  type SampleImage,
  sampleWim,
  softwareHive,
  windows11Info,
  windows11Values,
} from '../images/sample-image.ts';
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
    expect(JSON.stringify(below.plan)).not.toMatch(/newer update of the list/i);

    const path = site.image('above.wim', { ...enterprise, release: '24H2', build: 26100, revision: 1742 });
    await site.call('image.add', { path, name: 'above', acceptEula: true });
    const above = await answersOf(site, 'above');

    expect(above.recommended).toEqual({ CumulativeUpdate: 'k1' });
    expect(JSON.stringify(above.plan)).not.toMatch(/goes in first/);
  });
});

/** Registers a sample image, in which packages can be put that no rehearsal makes. */
async function addSample(name: string, image: SampleImage): Promise<string> {
  const path = join(site.folder, `${name}.wim`);
  writeFileSync(path, sampleWim([image]).bytes);
  await site.call('image.add', { path, name, acceptEula: true });
  return path;
}

const state = { state: 112 };

withData(
  titled('11: the recovery environment is at what XML or packages prove, and every command says the same', reports),
  async () => {
    const [index] = JSON.parse(readFileSync(join(reports.path, '11', 'image.json'), 'utf8')).indexes;
    const values = windows11Values
      .filter(({ name }) => !['UBR', 'EditionID', 'InstallationType'].includes(name))
      .concat(hiveValue.dword('UBR', index.revision));
    const { name, edition, installationType, build } = index;
    const version = { major: 10, minor: 0, build, spBuild: 4349, spLevel: 0 };
    const safeOs = { [`Package_for_SafeOSDU~31bf3856ad364e35~amd64~~${build}.4768.1.0`]: state };
    const path = await addSample('winre', {
      files: { [hivePath]: softwareHive(values, safeOs) },
      info: { ...windows11Info, name, editionId: edition, installationType, version },
    });

    expect(site.events.map(({ message }) => message).join()).toMatch(/its revision differs by source/);
    const inspected = (await site.call('image.inspect', { path, packages: true })).document;
    const shown = (await site.call('image.show', { image: 'winre' })).document['image'];
    for (const { indexes } of [inspected, shown] as { indexes: object[] }[]) {
      expect(indexes).toMatchObject([{ revision: '26100.4768' }]);
    }
    expect(inspected['warnings']).toEqual([
      expect.stringContaining('packages 26100.4768, XML 26100.4349, registry 26100.1001'),
    ]);
  },
);

withData(
  titled('20: no older preview is required where the newer update, or its package, is there', reports),
  async () => {
    const package481 = 'Package_for_DotNetRollup_481~31bf3856ad364e35~amd64~~10.0.9400.1';
    const values = windows11Values
      .filter(({ name }) => !['CurrentBuild', 'DisplayVersion', 'UBR'].includes(name))
      .concat(
        ...[hiveValue.string('CurrentBuild', '26200'), hiveValue.string('DisplayVersion', '25H2')],
        hiveValue.dword('UBR', 9445),
      );
    const sample = (installName: string): SampleImage => ({
      files: { [hivePath]: softwareHive(values, { [package481]: { ...state, installName } }) },
      info: windows11Info,
    });
    await site.call('update.import', { path: join(reports.path, '20', 'catalog.jsonl') });
    const preview = { preview: 'include' as const };

    // The KB is known: the newer update is there, so the older one is not required.
    await addSample('by KB', sample('Windows11.0-KB5126052-x64-ndp481.mum'));
    const byArticle = await verdictsOf('by KB');
    // Only the package is: its version decides, once that of the update was read.
    await addSample('by version', sample(''));
    await writeTransaction(site.site.database, async (writer) => {
      for (const [uniqueId, version] of [
        ['n1', '10.0.9400.1'],
        ['n2', '10.0.9300.1'],
      ] as const) {
        await learn(writer, uniqueId, { revision: null, name: null, version, from: 'package' });
      }
    });
    const byVersion = await verdictsOf('by version');

    expect(byArticle).toEqual({ n1: 'PackageInstalled', n2: 'NewerInstalled' });
    expect(byVersion).toEqual({ n1: 'VersionReached', n2: 'VersionPassed' });

    /** What status and recommend say of both, and that no list offers one. */
    async function verdictsOf(image: string): Promise<Record<string, string>> {
      const { listed } = await answersOf(site, image);
      const { document } = await site.call('update.recommend', { image, ...preview });
      const names = [...(document['updates'] as object[]), ...listed];
      expect(names).toEqual([]);
      const { statuses } = (await site.call('image.status', { image })).document as {
        statuses: { uniqueId: string; reasonCode: string }[];
      };
      return Object.fromEntries(statuses.map(({ uniqueId, reasonCode }) => [uniqueId, reasonCode]));
    }
  },
);

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
