/** Two checkpoints, and one file whose indexes have passed none, one, or both: what lies beside the update is each index's own. */
import { readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Plan } from '../../src/contract/generated/types.ts';
import { bootIndexes, upgradePackage } from '../helpers/media.ts';
import { type Month, openMonth, sha256 } from '../helpers/month.ts';

const seeing = fileURLToPath(new URL('../helpers/seeing-dism.ts', import.meta.url));

let month: Month;
beforeEach(async () => {
  month = await openMonth();
  month.emulateWith([process.execPath, seeing, ...month.emulator.slice(1), month.path('notes')]);
  await catalogOf(['5043080', 1742], ['5090001', 9500, '26100.1742'], ['5091111', 9900, '26100.9500']);
  await upgradePackage(month, 'Media', {
    windows: [863, 5000, 9600].map((revision) => ({ name: `At ${revision}`, revision })),
    boot: bootIndexes.map((index, at) => ({ ...index, revision: [5000, 9500][at] ?? 0 })),
  });
});
afterEach(() => month.close());

/** Cumulative updates, oldest first; each record names the checkpoints before it among its files, as the Update Catalog does. */
async function catalogOf(...updates: [articleId: string, revision: number, baseline?: string][]): Promise<void> {
  const files: object[] = [];
  for (const [articleId, revision, baseline] of updates) {
    const path = month.path(`windows11.0-kb${articleId}-x64.msu`);
    const facts = { kind: 'CumulativeUpdate', installationType: 'Client', architecture: 'x64', release: '24H2' };
    const spec = { form: 'msu-wim', ...facts, build: 26100, articleId, revision, baseline };
    await month.call('rehearsal.package', { out: path, spec });
    files.push({ name: basename(path), size: readFileSync(path).length, sha256: sha256(path) });
    const title = `2026-11 Cumulative Update for Windows 11 Version 24H2 for x64-based Systems (KB${articleId}) (26100.${revision})`;
    const record = { uniqueId: articleId, title, articleId, products: ['Windows 11'], files };
    const catalog = month.path('catalog-of-checkpoints.jsonl');
    writeFileSync(catalog, JSON.stringify(record));
    await month.call('update.import', { path: catalog });
    await month.call('content.add', { path });
  }
}

const order = { image: 'Media', updates: ['5091111'], includeBootImage: true };

/** By index of the image, then of boot.wim, the KBs that lie beside the update. */
function besideIn(steps: Plan['steps']): string[] {
  return steps
    .filter(({ kind }) => kind === 'add-update')
    .map(({ reason }) => /(KB\d+(?:, KB\d+)*) lies? beside it/.exec(reason)?.[1] ?? '');
}

it('the plan names for each index those above its revision', async () => {
  const { plan } = await month.call('plan.show', order);

  expect(besideIn(plan.steps)).toEqual(['KB5043080, KB5090001', 'KB5090001', '', 'KB5090001', '']);
});

it('a run lays those beside the update, and no other file of its record', async () => {
  const run = await month.service(order);

  const notes = readFileSync(month.path('notes'), 'utf8').trim().split('\n');
  expect(notes.map((line) => JSON.parse(line))).toEqual([
    ['windows11.0-kb5043080-x64.msu', 'windows11.0-kb5090001-x64.msu'],
    ['windows11.0-kb5090001-x64.msu'],
    [],
    ['windows11.0-kb5090001-x64.msu'],
    [],
  ]);
  expect(run).toMatchObject({ status: 'Succeeded', errors: [] });
});

it('a script does so too', async () => {
  await month.call('plan.export', { ...order, to: month.path('plan.ps1') });

  const lines = readFileSync(month.path('plan.ps1'), 'utf8').split('\r\n');
  const copied = lines.filter((line) => /Copy-Item .* -Destination \$together$/.test(line));
  expect(copied.map((line) => /kb\d+/.exec(line)?.[0])).toEqual([
    ...['kb5091111', 'kb5043080', 'kb5090001'],
    ...['kb5091111', 'kb5090001'],
    ...['kb5091111', 'kb5090001'],
  ]);
});
