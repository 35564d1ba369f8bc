/** Which earlier versions of an upgrade package are kept, by its name: its image, and the files of media that belong to them. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { setup } from '../helpers/dynamic-updates.ts';
import { upgradePackage } from '../helpers/media.ts';
import { type Month, openMonth } from '../helpers/month.ts';
import { publishNext } from '../helpers/publish-next.ts';

let month: Month;
let media: string;
let kept: string;

/** Version 2 has other files of Setup, which versions 3 and 4 keep: what version 1 had of them lies apart. */
beforeEach(async () => {
  month = await openMonth();
  await month.call('site.set', { retainVersion: 10 });
  await month.catalog(setup);
  await month.content(setup);
  const added = await upgradePackage(month, 'Media', { windows: [{ files: 20, bytes: 2_000_000 }] });
  media = added.path;
  kept = join(media, 'sources', '.imgupdate', added.id);
  clock('2026-01-01T00:00:00Z');
  const run = await month.service({ image: 'Media', updates: [setup.uniqueId], includeSetup: true });
  expect([run.status, run.published?.sourceVersion]).toEqual(['Succeeded', 2]);
  clock('2026-02-01T00:00:00Z');
  await publishNext(month, 'Media', 4500);
  clock('2026-03-01T00:00:00Z');
  await publishNext(month, 'Media', 4600);
});
afterEach(() => month.close());

function clock(time: string): void {
  month.ports.clock.now = () => new Date(time);
}

function bytesBelow(path: string): number {
  if (!statSync(path).isDirectory()) return statSync(path).size;
  return readdirSync(path).reduce((sum, name) => sum + bytesBelow(join(path, name)), 0);
}

const set = (changes: object) => month.call('upgrade-package.set', { upgradePackage: 'media', ...changes });
/** What a maintenance takes away: by name of the version. */
async function taken(dryRun = true): Promise<{ name: string; reason: string; bytes: number }[]> {
  const { maintenance } = await month.call('maintenance.run', { part: ['versions'] }, { dryRun });
  return maintenance.parts.find(({ part }: { part: string }) => part === 'versions').items;
}
const versionsTaken = async (): Promise<string[]> => (await taken()).map(({ name }) => name);

it('by number, by age and by bytes, each as the package says; the site where it says nothing', async () => {
  const all = ['1.delta', '1.media', '2.delta', '3.wim'];
  expect(readdirSync(kept).sort()).toEqual(all);
  expect(await versionsTaken()).toEqual([]);

  await set({ retainVersion: 2 });
  expect(await versionsTaken()).toEqual(['Media, version 1']);
  await set({ retainVersion: 0 });
  expect(await versionsTaken()).toEqual(['Media, version 3', 'Media, version 2', 'Media, version 1']);

  // Version 1 was replaced on January 1st, 2 on February 1st; 3 is the way back.
  await set({ retainAsSite: true, retainDays: 45 });
  clock('2026-03-02T00:00:00Z');
  expect(await versionsTaken()).toEqual(['Media, version 1']);
  clock('2026-06-01T00:00:00Z');
  expect(await versionsTaken()).toEqual(['Media, version 2', 'Media, version 1']);

  const bytes = bytesBelow(kept);
  await set({ retainAsSite: true, retainBytes: bytes });
  expect(await versionsTaken()).toEqual([]);
  const { upgradePackage: changed } = await set({ retainBytes: bytes - 1 });
  expect(changed.retention).toEqual({ retainVersion: null, retainDays: null, retainBytes: bytes - 1 });
  // What the files of media take counts with the version that they are kept for.
  const ofOldest = bytesBelow(join(kept, '1.delta')) + bytesBelow(join(kept, '1.media'));
  expect(await taken()).toMatchObject([
    {
      name: 'Media, version 1',
      bytes: ofOldest,
      reason: expect.stringMatching(/may take \d+ bytes$/),
    },
  ]);

  await set({ retainAsSite: true });
  expect(await versionsTaken()).toEqual([]);
  const { upgradePackage: shown } = await month.call('upgrade-package.show', { upgradePackage: 'Media' });
  expect(shown.retention).toEqual({ retainVersion: null, retainDays: null, retainBytes: null });
});

it('what goes takes its files of media along, and what stays can be restored with its own', async () => {
  const setupCore = (): string => readFileSync(join(media, 'sources', 'setupcore.dll'), 'utf8');
  const after = setupCore();
  await set({ retainVersion: 1 });

  await publishNext(month, 'Media', 4700);

  expect(readdirSync(kept)).toEqual(['4.wim']);
  const { versions } = await month.call('image.versions', { image: 'Media' });
  expect(versions.map(({ sourceVersion }: { sourceVersion: number }) => sourceVersion).sort()).toEqual([4, 5]);
  await month.call('image.restore', { image: 'Media', sourceVersion: 4 });
  expect(setupCore()).toBe(after);
  expect(await month.leftovers()).toEqual([]);
});
