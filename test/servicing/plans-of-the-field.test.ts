/** What a plan is for the images that are out there: the order, the checkpoints, and what is left alone. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { PlanStep } from '../../src/contract/generated/types.ts';
import type { RehearsalIndexSpec } from '../../src/emulator/make-image.ts';
import { makeRehearsalPackage } from '../../src/emulator/make-package.ts';
import { bootIndexes, upgradePackage } from '../helpers/media.ts';
import { type KnownUpdate, type Month, openMonth } from '../helpers/month.ts';

let month: Month;
beforeEach(async () => {
  month = await openMonth();
});
afterEach(() => month.close());

type Package = Partial<KnownUpdate['package']>;

/** A record of the catalog; its KB stands in the title and makes its id. */
function record(title: string, products: string[], of: Package): KnownUpdate {
  const articleId = /KB(\d+)/.exec(title)?.[1] ?? '';
  const made = {
    kind: 'CumulativeUpdate',
    installationType: 'Client',
    architecture: 'x64',
    release: '',
    build: 0,
    revision: 0,
  };
  return {
    ...{ uniqueId: `cccccccc-0000-4000-8000-00000${articleId}`, title, products },
    package: { ...made, articleId, ...of } as KnownUpdate['package'],
  };
}

const server2016 = { release: '1607', installationType: 'Server', build: 14393 };
const of2016 = ['Windows Server 2016'];
const server2019 = { release: '1809', installationType: 'Server', build: 17763 };
const of2019 = ['Windows Server 2019'];
const windows10 = ['Windows 10, version 1903 and later'];
const windows11 = ['Windows 11'];
const newest = { release: '24H2', build: 26100 };

const catalog: KnownUpdate[] = [
  record('2025-06 Servicing Stack Update for Windows Server 2016 for x64-based Systems (KB5062799)', of2016, {
    ...{ ...server2016, kind: 'ServicingStackUpdate', revision: 8140 },
  }),
  record('2025-07 Cumulative Update for Windows Server 2016 for x64-based Systems (KB5062560) (14393.8246)', of2016, {
    ...{ ...server2016, revision: 8246 },
  }),
  record('2025-07 Cumulative Update for .NET Framework 4.8 for Windows Server 2016 for x64 (KB5062072)', of2016, {
    ...{ ...server2016, kind: 'DotNetCumulativeUpdate', revision: 4800, dotNet: '4.8' },
  }),
  record('2025-07 Cumulative Update for Windows Server 2019 for x64-based Systems (KB5062557) (17763.7558)', of2019, {
    ...{ ...server2019, revision: 7558 },
  }),
  record(
    '2025-07 Cumulative Update for .NET Framework 3.5, 4.7.2 and 4.8 for Windows Server 2019 for x64 (KB5062067)',
    of2019,
    { ...server2019, kind: 'DotNetCumulativeUpdate', revision: 4800, dotNet: '4.7.2' },
  ),
  record(
    '2025-07 Cumulative Update for Windows 10 Version 21H2 for x64-based Systems (KB5062554) (19044.6093)',
    windows10,
    {
      ...{ release: '21H2', build: 19044, revision: 6093 },
    },
  ),
  record(
    '2025-07 Cumulative Update for Windows 11 Version 23H2 for x64-based Systems (KB5062552) (22631.5624)',
    windows11,
    {
      ...{ release: '23H2', build: 22631, revision: 5624 },
    },
  ),
  record(
    '2024-09 Cumulative Update for Windows 11 Version 24H2 for x64-based Systems (KB5043080) (26100.1742)',
    windows11,
    {
      ...{ ...newest, revision: 1742 },
    },
  ),
  record(
    '2025-10 Cumulative Update for Windows 11 Version 24H2 for x64-based Systems (KB5066835) (26100.6899)',
    windows11,
    {
      ...{ ...newest, revision: 6899, baseline: '26100.1742' },
    },
  ),
  record(
    '2025-11 Cumulative Update for Windows 11, version 25H2 for x64-based Systems (KB5068861) (26200.7171)',
    windows11,
    {
      ...{ release: '25H2', build: 26200, revision: 7171, baseline: '26100.1742' },
    },
  ),
  record('Feature Update to Windows 11, version 25H2 x64 via Enablement Package (KB5054156)', windows11, {
    ...{ release: '25H2', build: 26200, revision: 1 },
  }),
];

/** The steps that put something in, clean up or make the file anew; of an update its KB and what lies beside it. */
function shown(steps: readonly PlanStep[]): string[] {
  return steps.flatMap(({ kind, articleId, language, capability, feature, reason }) => {
    const beside = /(KB\d+(?:, KB\d+)*) lies? beside it/.exec(reason)?.[1];
    if (kind === 'add-update') return [beside === undefined ? `KB${articleId}` : `KB${articleId} with ${beside}`];
    const name = language ?? capability ?? feature;
    if (name !== undefined) return [`${kind} ${name}`];
    return ['clean-up', 'export'].includes(kind) ? [kind] : [];
  });
}

const client = { edition: 'Enterprise', installationType: 'Client' };

interface Row {
  image: Partial<RehearsalIndexSpec>;
  order?: object;
  steps: string[];
  warnings?: RegExp[];
}

const rows: Record<string, Row> = {
  'Server 2016: its servicing stack first and apart, and nothing for a .NET that it does not have': {
    image: { ...server2016, name: 'Windows Server 2016', edition: 'ServerStandard', revision: 5582 },
    order: { removeSupersededUpdates: true, includeDotNet: true },
    steps: ['KB5062799', 'KB5062560', 'clean-up', 'export'],
    warnings: [/no update of \.NET goes in: .*4\.6\.2/],
  },
  'Server 2019: the stack is in its update, .NET goes in after the clean-up': {
    image: { ...server2019, name: 'Windows Server 2019', edition: 'ServerStandard', revision: 737 },
    order: { removeSupersededUpdates: true, includeDotNet: true },
    steps: ['KB5062557', 'clean-up', 'KB5062067', 'export'],
    warnings: [/KB5062067 leaves pending work/],
  },
  'LTSC 2021: one update with the stack in it, that of its own release': {
    image: {
      name: 'Windows 10 Enterprise LTSC',
      edition: 'EnterpriseS',
      release: '21H2',
      build: 19044,
      revision: 1288,
    },
    steps: ['KB5062554'],
  },
  '23H2: no checkpoints': {
    image: { ...client, name: 'Windows 11 23H2', release: '23H2', build: 22631, revision: 2861 },
    steps: ['KB5062552'],
  },
  '24H2 below the checkpoint: it lies beside the update, named by nobody': {
    image: { ...client, name: 'Windows 11 24H2', ...newest, revision: 863 },
    steps: ['KB5066835 with KB5043080'],
  },
  '24H2 above the checkpoint: the update alone': {
    image: { ...client, name: 'Windows 11 24H2', ...newest, revision: 4061 },
    steps: ['KB5066835'],
  },
  '24H2 above the checkpoint with .NET 3.5: behind the clean-up': {
    image: { ...client, name: 'Windows 11 24H2', ...newest, revision: 4061, packages: 2 },
    order: { removeSupersededUpdates: true, features: ['NetFx3'], featureSource: 'sxs' },
    steps: ['KB5066835', 'clean-up', 'enable-feature NetFx3', 'export'],
    warnings: [/NetFx3 leaves pending work/, /3\.5 goes in as it was released, and no update of \.NET follows/],
  },
  '24H2 above the checkpoint with a language: all checkpoints lie there': {
    image: { ...client, name: 'Windows 11 24H2', ...newest, revision: 4061 },
    order: { languages: ['de-DE'], capabilitySources: ['features'] },
    steps: ['add-language de-DE', 'KB5066835 with KB5043080'],
  },
  '24H2 at the newest update with a language: the same update again, all checkpoints beside it': {
    image: { ...client, name: 'Windows 11 24H2', ...newest, revision: 6899 },
    order: { languages: ['de-DE'], capabilitySources: ['features'] },
    steps: ['add-language de-DE', 'KB5066835 with KB5043080'],
  },
  '24H2 at the newest update: nothing': {
    image: { ...client, name: 'Windows 11 24H2', ...newest, revision: 6899 },
    steps: [],
  },
  '25H2 by enablement, above the checkpoint: the update of 25H2, whose packages are those of 24H2': {
    image: { ...client, name: 'Windows 11 25H2', release: '25H2', build: 26200, revision: 6584 },
    steps: ['KB5068861'],
  },
  '25H2 by enablement, below the checkpoint': {
    image: { ...client, name: 'Windows 11 25H2', release: '25H2', build: 26200, revision: 863 },
    steps: ['KB5068861 with KB5043080'],
  },
  '25H2 with a language of the release of 24H2': {
    image: { ...client, name: 'Windows 11 25H2', release: '25H2', build: 26200, revision: 6584 },
    order: { languages: ['de-DE'], capabilitySources: ['features'] },
    steps: ['add-language de-DE', 'KB5068861 with KB5043080'],
  },
};

/** A cabinet in a folder of this test. */
function cabinet(folder: string, name: string, more: Package): void {
  mkdirSync(month.path(folder), { recursive: true });
  const sink = month.ports.files.sink(join(month.path(folder), name));
  const facts = { form: 'cab', ...newest, installationType: 'Client', architecture: 'x64', revision: 1 } as const;
  makeRehearsalPackage({ kind: 'FeatureOnDemand', ...facts, ...more }, { sink, ...month.ports });
  sink.close();
}

function additions(): void {
  cabinet('features', 'Microsoft-Windows-Client-Language-Pack_x64_de-de.cab', {
    kind: 'LanguagePack',
    language: 'de-DE',
  });
  cabinet('sxs', 'microsoft-windows-netfx3-ondemand-package.cab', { capability: 'NetFX3~~~~' });
}

it.each(Object.entries(rows))('%s', async (_what, { image, order = {}, steps, warnings = [] }) => {
  await month.catalog(...catalog);
  await month.image('Image', image);
  additions();
  const placed = Object.fromEntries(
    Object.entries(order).map(([member, value]) => {
      if (member === 'featureSource') return [member, month.path(value)];
      return [member, member === 'capabilitySources' ? value.map((each: string) => month.path(each)) : value];
    }),
  );

  const { plan } = await month.call('plan.show', { image: 'Image', latest: true, includeDotNet: false, ...placed });

  expect(shown(plan.steps)).toEqual(steps);
  expect(plan.warnings).toEqual(warnings.map((each) => expect.stringMatching(each)));
});

it('an image with a language that somebody added: the update of its revision again, all checkpoints beside it', async () => {
  await month.catalog(...catalog);
  await month.image('Image', { ...client, name: 'Windows 11 24H2', ...newest, revision: 6899, packages: 2 });
  additions();
  const alone = { image: 'Image', languages: ['de-DE'], capabilitySources: [month.path('features')] };

  const run = await month.service(alone);
  const { plan } = await month.call('plan.show', { image: 'Image', latest: true });

  expect(run.status).toBe('Succeeded');
  expect(shown(plan.steps)).toEqual(['KB5066835 with KB5043080']);
});

it('an enablement package is no update of the image that it makes another of', async () => {
  await month.catalog(...catalog);
  await month.image('Image', { ...client, name: 'Windows 11 24H2', ...newest, revision: 4061 });
  const enablement = catalog.find(({ title }) => title.includes('Enablement'))?.uniqueId ?? '';
  const rollup = catalog.find(({ title }) => title.includes('KB5066835'))?.uniqueId ?? '';

  const { plan } = await month.call('plan.show', { image: 'Image', updates: [enablement, rollup] });

  expect(shown(plan.steps)).toEqual(['KB5066835']);
  expect(plan.skipped).toMatchObject([{ uniqueId: enablement, reasonCode: 'Enablement' }]);
});

it('an index for which the catalog has nothing is told, and the others are serviced', async () => {
  await month.catalog(...catalog);
  const server = { ...newest, name: 'Windows Server 2025', edition: 'ServerStandard', installationType: 'Server' };
  await month.image(
    'Image',
    { ...client, name: 'Windows 11 24H2', ...newest, revision: 4061 },
    { ...server, revision: 1 },
  );

  const { plan } = await month.call('plan.show', { image: 'Image', latest: true, includeDotNet: false });

  expect(shown(plan.steps)).toEqual(['KB5066835']);
  expect(plan.warnings).toEqual([expect.stringMatching(/^Index 2: no cumulative update goes in: /)]);
});

it('boot.wim of Server 2016 that stayed behind: its servicing stack first, though Windows needs neither', async () => {
  await month.catalog(...catalog);
  const boot = bootIndexes.map((index) => ({ ...index, release: '1607', build: 14393, revision: 693 }));
  const server = { ...server2016, name: 'Windows Server 2016', edition: 'ServerStandard', revision: 8246 };
  await upgradePackage(month, 'Media', { windows: [server], boot });

  const { plan } = await month.call('plan.show', {
    image: 'Media',
    latest: true,
    includeDotNet: false,
    includeBootImage: true,
  });

  const inBoot = plan.steps.filter(({ bootImage }: PlanStep) => bootImage === true);
  const each = ['KB5062799', 'KB5062560', 'clean-up'];
  expect(shown(inBoot)).toEqual([...each, ...each, 'export']);
});

it('a catalog with nothing for an image says why once', async () => {
  await month.catalog(...catalog);
  await month.image('Image', {
    ...newest,
    name: 'Server',
    edition: 'ServerStandard',
    installationType: 'Server',
    revision: 1,
  });

  const { message } = await month.fails('plan.show', { image: 'Image', latest: true, includeDotNet: false });

  expect(message.match(/the catalog holds no update of this line/g)).toHaveLength(1);
});
