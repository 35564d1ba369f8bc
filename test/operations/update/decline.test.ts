import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { importUpdates } from '../../../src/catalog/store/import-updates.ts';
import type { UpdateDeclineResult, UpdateListResult } from '../../../src/contract/generated/types.ts';
import { update } from '../../helpers/updates.ts';
import type { ImageSite } from '../image/image-site.ts';
import { openImageSite } from '../image/image-site.ts';
import { openSelectionSite } from './selection-site.ts';

let site: ImageSite;
beforeEach(async () => {
  site = await openSelectionSite();
  await add(
    { uniqueId: 'itanium', title: 'Update for Windows Server 2008 R2 for Itanium-based Systems (KB2000001)' },
    {
      uniqueId: 'beta',
      title: '2025-07 Cumulative Update for Windows 11 for x64-based Systems (KB2000002)',
      isBeta: true,
    },
    {
      uniqueId: 'arm',
      title: '2025-07 Cumulative Update for Windows 11, version 24H2 for arm64-based Systems (KB2000003)',
    },
    {
      uniqueId: 'withdrawn',
      title: '2025-05 Cumulative Update for Windows 11, version 24H2 for x64 (KB2000004)',
      isExpired: true,
    },
    {
      uniqueId: 'old',
      title: '2025-07 Cumulative Update for Windows 10 Version 22H2 for x64-based Systems (KB2000005)',
    },
    {
      uniqueId: 'replaced',
      title: '2025-05 Cumulative Update for Windows 11, version 24H2 for x64 (KB2000006)',
      supersededBy: ['june'],
    },
  );
});
afterEach(() => site.close());

async function add(...documents: Parameters<typeof update>[0][]): Promise<void> {
  await importUpdates(site.site.database, {
    records: (async function* () {
      yield* documents.map((document, at) => ({ line: at + 1, update: update(document) }));
    })(),
    source: 'test',
    now: '2026-01-01T00:00:00Z',
  });
}

async function decline(request: object, options: { dryRun?: boolean } = {}): Promise<UpdateDeclineResult> {
  return (await site.call('update.decline', request, options)).document as unknown as UpdateDeclineResult;
}

async function hidden(): Promise<string[]> {
  const { document } = await site.call('update.list', { hidden: true });
  return (document as unknown as UpdateListResult).updates.map(({ uniqueId }) => uniqueId).sort();
}

describe('update.decline', () => {
  it.each([
    ['itanium', ['itanium']],
    ['beta', ['beta']],
    ['arm', ['arm']],
    ['expired', ['withdrawn']],
    ['superseded', ['replaced']],
    ['preview', ['preview']],
    ['unused-release', ['beta', 'old', 'server']],
  ])('by rule %s', async (rule, expected) => {
    const { declined, counts } = await decline({ rule: [rule] });
    expect([...declined].sort()).toEqual(expected);
    expect(counts).toEqual({ [rule]: expected.length });
    expect(await hidden()).toEqual(expected);
  });

  it('tells in a dry run what it would decline, and changes nothing', async () => {
    const { declined, applied } = await decline({ rule: ['arm', 'beta'] }, { dryRun: true });
    expect({ declined, applied }).toEqual({ declined: ['arm', 'beta'], applied: false });
    expect(await hidden()).toEqual([]);
  });

  it('is taken back by name', async () => {
    await decline({ rule: ['arm'] });
    await decline({ uniqueId: ['arm'], undo: true });
    expect(await hidden()).toEqual([]);
  });

  it('takes what is declined out of the choice', async () => {
    await decline({ uniqueId: ['july'] });
    const { document } = await site.call('update.list', {
      ...{ latest: true, family: 'Windows 11', release: '24H2', architecture: 'x64', kind: 'CumulativeUpdate' },
    });
    expect((document as unknown as UpdateListResult).updates).toMatchObject([{ uniqueId: 'june' }]);
  });

  it('refuses unused-release where no image is registered', async () => {
    const empty = await openImageSite();
    try {
      await expect(empty.call('update.decline', { rule: ['unused-release'] })).rejects.toMatchObject({
        id: 'ImgRequestInvalid',
      });
    } finally {
      await empty.close();
    }
  });
});
