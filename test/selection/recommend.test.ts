import { describe, expect, it } from 'vitest';
import { latest } from '../../src/selection/latest.ts';
import { type RecommendImage, type RecommendRequest, recommend } from '../../src/selection/recommend.ts';
import { candidatesOf } from '../../src/updates/candidate.ts';
import { derive } from '../../src/updates/derive.ts';
import type { UpdateDocument } from '../../src/updates/update.ts';
import { update } from '../helpers/updates.ts';

const july = update({
  uniqueId: 'july',
  title: '2025-07 Cumulative Update for Windows 11, version 24H2 for x64-based Systems (KB5062553) (26100.4652)',
  files: [
    { name: 'windows11.0-kb5062553-x64.msu', size: 2 },
    { name: 'windows11.0-kb5043080-x64.msu', size: 1 },
    { name: 'windows11.0-kb5062553-arm64.msu', size: 2 },
  ],
});
const safeOs = update({
  uniqueId: 'safe',
  title: '2025-07 Safe OS Dynamic Update for Windows 11 Version 24H2 for x64-based Systems (KB5062688)',
});
const setup = update({
  uniqueId: 'setup',
  title: '2025-07 Setup Dynamic Update for Windows 11 Version 24H2 for x64-based Systems (KB5062683)',
  files: [{ name: 'windows11.0-kb5062683-x64.cab', size: 1 }],
});

const windows11: RecommendImage = {
  ...{ family: 'Windows 11', release: '24H2', architecture: 'x64', build: 26100, ubr: 1000, packages: [] },
};

function recommendFrom(
  documents: readonly UpdateDocument[],
  image: Partial<RecommendImage>,
  more: Partial<RecommendRequest> = {},
) {
  const derived = documents.map((document) => ({ document, facts: derive(document) }));
  const { lines } = latest({ candidates: derived.flatMap(({ document, facts }) => candidatesOf(document, facts)) });
  const updates = new Map(
    derived.map(({ document, facts }) => [
      document.uniqueId,
      { ...facts, fileNames: document.files.map(({ name }) => name) },
    ]),
  );
  return recommend({ image: { ...windows11, ...image }, lines, updates, ...more });
}

describe('recommend', () => {
  it('names every update in the order of application', () => {
    const { updates } = recommendFrom([setup, safeOs, july], {});
    expect(updates.map(({ uniqueId, role }) => [uniqueId, role])).toEqual([
      ['july', 'CumulativeUpdate'],
      ['safe', 'SafeOSDynamicUpdate'],
      ['setup', 'SetupDynamicUpdate'],
    ]);
  });

  it('takes the files of the image, the update itself last', () => {
    const { updates } = recommendFrom([july], {});
    expect(updates[0]?.packageFiles).toEqual(['windows11.0-kb5043080-x64.msu', 'windows11.0-kb5062553-x64.msu']);
  });

  it('says that the image has it', () => {
    const answer = recommendFrom([july], { ubr: 4652 });
    expect(answer.updates).toEqual([]);
    expect(answer.notNeeded).toMatchObject([{ uniqueId: 'july', reasonCode: 'RevisionReached' }]);
  });

  it('says for each role that the catalog has nothing for the image', () => {
    const { notFound } = recommendFrom([july], { release: '23H2' });
    expect(notFound.map(({ role }) => role)).toEqual([
      'CumulativeUpdate',
      'DotNetCumulativeUpdate',
      'SafeOSDynamicUpdate',
      'SetupDynamicUpdate',
    ]);
  });
});

describe('checkpoints', () => {
  const checkpoint = { articleId: '5043080', build: 26100, revision: 1742, uniqueId: 'check' };

  it('go in first where the image is older', () => {
    const { updates } = recommendFrom([july], { ubr: 1000 }, { checkpoints: [checkpoint] });
    expect(updates.map(({ uniqueId, role }) => [uniqueId, role])).toEqual([
      ['check', 'Checkpoint'],
      ['july', 'CumulativeUpdate'],
    ]);
  });

  it('are left out where the image has passed them', () => {
    const { updates, notNeeded } = recommendFrom([july], { ubr: 1742 }, { checkpoints: [checkpoint] });
    expect(updates.map(({ role }) => role)).toEqual(['CumulativeUpdate']);
    expect(notNeeded).toMatchObject([{ uniqueId: 'check', role: 'Checkpoint' }]);
  });

  it('are missed where the catalog does not have them', () => {
    const { notFound } = recommendFrom([july], {}, { checkpoints: [{ ...checkpoint, uniqueId: null }] });
    expect(notFound.find(({ role }) => role === 'Checkpoint')?.reason).toContain('KB5043080 (26100.1742)');
  });
});

describe('.NET', () => {
  const server: Partial<RecommendImage> = { family: 'Windows Server 2019', release: '1809', build: 17763 };
  const umbrella = update({
    uniqueId: 'net',
    title: '2023-06 Cumulative Update for .NET Framework 3.5 4.7.2 and 4.8 for Windows Server 2019 for x64 (KB5027536)',
    files: [
      { name: 'Windows10.0-KB5027124-x64-NDP48.cab', size: 1 },
      { name: 'Windows10.0-KB5027131-x64.cab', size: 1 },
    ],
  });

  it.each([
    ['4.8', 'Windows10.0-KB5027124-x64-NDP48.cab'],
    ['4.7.2', 'Windows10.0-KB5027131-x64.cab'],
  ])('takes the file of an umbrella update for %s', (dotNet, file) => {
    const { updates } = recommendFrom([umbrella], { ...server, dotNet });
    expect(updates).toMatchObject([{ role: 'DotNetCumulativeUpdate', packageFiles: [file] }]);
  });

  it('knows the update by the KB of its file', () => {
    const packages = [{ articleId: '5027124', state: 'Installed' }];
    const { updates, notNeeded } = recommendFrom([umbrella], { ...server, dotNet: '4.8', packages });
    expect(updates).toEqual([]);
    expect(notNeeded).toMatchObject([{ uniqueId: 'net', reasonCode: 'PackageInstalled' }]);
  });
});

describe('servicing stacks', () => {
  const separate = update({
    uniqueId: 'ssu',
    title: '2024-09 Servicing Stack Update for Windows Server 2016 for x64-based Systems (KB5043124)',
  });
  const combined = update({
    uniqueId: 'old',
    title: '2021-05 Servicing Stack Update for Windows 10 Version 20H2 for x64-based Systems (KB5003244)',
  });
  const windows10: Partial<RecommendImage> = { family: 'Windows 10', release: '20H2', build: 19042 };

  it('come first where the release gets them apart', () => {
    const image = { family: 'Windows Server 2016', release: '1607', build: 14393 };
    expect(recommendFrom([separate], image).updates).toMatchObject([{ uniqueId: 'ssu', reasonCode: 'SeparateStack' }]);
    expect(recommendFrom([], image).notFound[0]).toMatchObject({ role: 'ServicingStackUpdate' });
  });

  it('are left out where the image is at a later cumulative update, which brought its own', () => {
    expect(recommendFrom([combined], { ...windows10, month: '2022-01' })).toMatchObject({
      updates: [],
      notNeeded: [{ uniqueId: 'old', reasonCode: 'StackIsNewer' }],
    });
    expect(recommendFrom([combined], { ...windows10, month: '2020-11' }).updates).toMatchObject([{ uniqueId: 'old' }]);
  });
});

describe('enablement packages', () => {
  const enable = update({
    uniqueId: 'enable',
    title: 'Windows 10 Version 22H2 x64-based systems 2022-07 via Enablement Package',
    articleId: '5015684',
  });
  const image: Partial<RecommendImage> = { family: 'Windows 10', release: '20H2', build: 19042 };

  it('are named on request only', () => {
    expect(recommendFrom([enable], image).updates).toEqual([]);
    const wanted = ['EnablementPackage'] as const;
    expect(recommendFrom([enable], image, { wanted, enablement: '22H2' }).updates).toMatchObject([
      { uniqueId: 'enable', reasonCode: 'OnRequest' },
    ]);
  });
});
