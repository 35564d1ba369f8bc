import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openSite } from '../../../src/database.ts';
import { realPorts } from '../../../src/ports/index.ts';
import type { Site } from '../../../src/site/site.ts';
import { addSource } from '../../../src/sources/store/sources.ts';
import { listSyncs, writeSync } from '../../../src/sources/store/syncs.ts';
import { synchronise } from '../../../src/sources/sync/sync.ts';

const ports = realPorts({});
let folder: string;
let site: Site;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'imgupdate-together-'));
  site = await openSite(ports, { folder: join(folder, 'site'), emulator: [] });
  mkdirSync(join(folder, 'packages'));
  const settings = { path: join(folder, 'packages') };
  const now = ports.clock.now().toISOString();
  await addSource(site.database, { name: 'air-gap', type: 'folder', settings, enabled: true }, { now, dryRun: false });
});
afterEach(async () => {
  await site.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

const sync = (more: { full?: boolean } = {}) => {
  const signal = new AbortController().signal;
  const request = { ...{ ports, site, source: undefined, articles: [], full: false, dryRun: false, signal }, ...more };
  return synchronise({ ...request, tell: () => undefined });
};

it('two synchronisations at once are one', async () => {
  const [first, second] = await Promise.all([sync(), sync()]);

  expect(second.map(({ syncId }) => syncId)).toEqual(first.map(({ syncId }) => syncId));
  expect((await listSyncs(site.database, { limit: 10 })).syncs).toHaveLength(1);
});

it('one that asks for more than the other comes after it', async () => {
  const [first, second] = await Promise.all([sync(), sync({ full: true })]);

  expect(second[0]?.syncId).not.toBe(first[0]?.syncId);
  expect(second[0]?.full).toBe(true);
});

it('one whose process ended is told as that by the next', async () => {
  const [left] = await sync();
  await writeSync(site.database, 'air-gap', { ...left, syncId: 'left', status: 'Running', ended: null } as never);
  await sync();

  const { syncs } = await listSyncs(site.database, { limit: 10 });
  expect(syncs.find(({ syncId }) => syncId === 'left')).toMatchObject({ status: 'Failed' });
});

it('what fails stands with the source, and what was known stays', async () => {
  writeFileSync(join(folder, 'packages', 'broken.msu'), 'no package');
  expect(await sync()).toMatchObject([{ status: 'SucceededWithErrors', failed: 1 }]);
  rmSync(join(folder, 'packages'), { recursive: true });

  expect(await sync()).toMatchObject([{ status: 'Failed', problem: { id: 'ImgSourceUnreachable' } }]);
});
