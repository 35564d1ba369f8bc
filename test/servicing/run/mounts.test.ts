/** Only mounts below our own root are ever touched. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createDism } from '../../../src/dism/dism.ts';
import type { Dism } from '../../../src/dism/types.ts';
import { discardMounts } from '../../../src/servicing/run/mounts.ts';
import { rollBack } from '../../../src/servicing/run/roll-back.ts';
import { haltWorkerAt, killHard } from '../../helpers/halted.ts';
import { type Month, openMonth, updates } from '../../helpers/month.ts';

let month: Month;
let dism: Dism;
beforeEach(async () => {
  month = await openMonth();
  dism = createDism({ command: month.emulator, processes: month.ports.processes });
});
afterEach(() => month.close());

const mounted = async () => (await dism.getMountedImageInfo()).mountedImages.map(({ mountDir }) => mountDir);
const log = { write: () => undefined };

async function mount(folder: string): Promise<string> {
  mkdirSync(folder, { recursive: true });
  const { path } = await month.image(`Image ${folder.slice(month.folder.length)}`);
  await dism.mountImage({ imageFile: path, index: 1, mountDir: folder });
  return folder;
}

it('of others stay, also when their folder only begins like ours', async () => {
  const ours = await mount(month.path('root', 'mount1'));
  const others = [await mount(month.path('root-of-others', 'mount1')), await mount(month.path('other'))];
  writeFileSync(month.path('other', 'work of somebody'), 'x');

  const left = await discardMounts({ ports: month.ports, dism, log }, month.path('root'));

  expect(left).toEqual([]);
  expect((await mounted()).sort()).toEqual(others.sort());
  expect(await mounted()).not.toContain(ours);
});

it('of ours are discarded also when the folder they lay in is gone', async () => {
  const ours = await mount(month.path('root', 'mount1'));
  rmSync(month.path('root'), { recursive: true });

  const left = await rollBack({ ports: month.ports, dism, log }, month.path('root'));

  expect(left).toEqual([]);
  expect(await mounted()).not.toContain(ours);
});

it('of others stay through a failure and through a recovery', async () => {
  const other = await mount(month.path('other'));
  await month.image('Image');
  await month.content(updates.june);
  const request = { image: 'Image', updates: [updates.june.uniqueId] };
  month.plan({ command: 'Add-Package', do: 'fail', times: 1 });
  const failed = await month.service(request);
  await month.call('schedule.add', { ...request, runNow: true });
  await killHard(month, await haltWorkerAt(month, { step: '05-unmount-1' }), 'worker');

  const { ran } = await month.call('worker.run', { once: true });

  expect([failed.status, ran[0]?.status]).toEqual(['Failed', 'Succeeded']);
  expect(await mounted()).toEqual([other]);
});
