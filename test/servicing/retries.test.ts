/** A call that failed for something that passes (class R) is given again, and only where what it left is safe. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Run } from '../../src/contract/generated/types.ts';
import type { Fault } from '../../src/emulator/faults.ts';
import { type Month, openMonth, sha256, updates } from '../helpers/month.ts';

let month: Month;
beforeEach(async () => {
  month = await openMonth();
  await month.image('Image');
  await month.content(updates.june);
});
afterEach(() => month.close());

const service = (...faults: Fault[]): Promise<Run> => {
  month.plan(...faults);
  return month.service({ image: 'Image', updates: [updates.june.uniqueId], removeSupersededUpdates: true });
};

/** How often each command was given, told by the log. */
async function words({ runId }: Run): Promise<string[]> {
  const { entries } = await month.call('log.show', { runId });
  return entries.map(({ message }: { message: string }) => message);
}

const sharing = '0x80070020';
const scanner = '0xc1420125';
const folderInUse = '0x80070091';

describe('what passes at the second attempt ends as a run without errors', () => {
  it.each<[what: string, fault: Fault]>([
    ['a mount that never began', { command: 'Mount-Image', do: 'fail', code: sharing, times: 1 }],
    ['a mount that was taken back', { command: 'Mount-Image', atPercent: 40, do: 'fail', code: scanner, times: 1 }],
    ['a mount that was left half made', { command: 'Mount-Image', atPercent: 40, do: 'break-off', times: 1 }],
    ['an update', { command: 'Add-Package', do: 'fail', code: '0x800f0902', times: 1 }],
    ['an update, while the host crashed', { command: 'Add-Package', atPercent: 10, do: 'break-off', times: 1 }],
    ['a clean-up', { command: 'Cleanup-Image', do: 'fail', code: folderInUse, times: 1 }],
    ['a commit that never began', { command: 'Unmount-Image', do: 'fail', code: sharing, times: 1 }],
    [
      'a commit whose save was refused',
      { command: 'Unmount-Image', caption: 'Saving image', atPercent: 40, do: 'fail', code: sharing, times: 1 },
    ],
    ['an export', { command: 'Export-Image', atPercent: 60, do: 'break-off', code: sharing, times: 1 }],
  ])('%s', async (_what, fault) => {
    const run = await service(fault);

    expect(run).toMatchObject({
      status: 'Succeeded',
      errors: [],
      proof: { ok: true },
      published: { sourceVersion: 2 },
    });
    expect((await words(run)).filter((line) => line.includes('is tried again in'))).toHaveLength(1);
    expect(await month.leftovers()).toEqual([]);
  });
});

it('passes up to three times, and no more', async () => {
  const patient = await service({ command: 'Mount-Image', do: 'fail', code: sharing, times: 3 });
  expect(patient.status).toBe('Succeeded');

  const before = sha256((await month.call('image.show', { image: 'Image' })).image.path);
  month.plan({ command: 'Mount-Image', do: 'fail', code: sharing, times: 4 });
  await month.call('image.restore', { image: 'Image' });
  const restored = sha256((await month.call('image.show', { image: 'Image' })).image.path);
  const failed = await month.service({ image: 'Image', updates: [updates.june.uniqueId] });

  expect(failed).toMatchObject({ status: 'Failed', errors: [{ id: 'ImgDismFailed' }], published: null });
  expect(sha256((await month.call('image.show', { image: 'Image' })).image.path)).toBe(restored);
  expect(restored).not.toBe(before);
});

it('a host that crashes twice is not called a third time', async () => {
  const run = await service({ command: 'Add-Package', do: 'fail', code: 1726, times: 2 });

  expect(run).toMatchObject({ status: 'Failed', errors: [{ native: { hresult: '0x800706be' } }] });
  expect((await words(run)).filter((line) => line.includes('is tried again in'))).toHaveLength(1);
});

describe('after the changes are saved the mount is discarded, never committed again', () => {
  it.each<[what: string, fault: Fault]>([
    ['the folder was partly unmounted', { command: 'Unmount-Image', do: 'partial-unmount', times: 1 }],
    [
      'a folder below the mount is in use',
      { command: 'Unmount-Image', caption: 'Unmounting image', do: 'fail', code: folderInUse, times: 1 },
    ],
    [
      'the host crashed after the save',
      { command: 'Unmount-Image', caption: 'Unmounting image', do: 'break-off', times: 1 },
    ],
  ])('%s', async (_what, fault) => {
    const run = await service(fault);

    const lines = await words(run);
    expect(run).toMatchObject({ status: 'Succeeded', proof: { ok: true }, published: { sourceVersion: 2 } });
    expect(lines.filter((line) => line.startsWith('UnMounting Image (Commit Changes = 1)'))).toHaveLength(1);
    expect(lines.some((line) => line.startsWith('UnMounting Image (Commit Changes = 0)'))).toBe(true);
    expect(lines.some((line) => line.includes('is tried again in'))).toBe(false);
    expect(await month.leftovers()).toEqual([]);
  });
});

describe('a commit is not repeated, the run fails and the image is as it was', () => {
  it.each<[what: string, fault: Fault]>([
    // The host may still be saving behind the call.
    [
      'when the host crashed while it saved',
      { command: 'Unmount-Image', caption: 'Saving image', do: 'fail', code: 1726, times: 1 },
    ],
    ['while the image is being unmounted', { command: 'Unmount-Image', do: 'fail', code: '0xc1420118', times: 1 }],
    [
      'when the mount is no longer whole',
      { command: 'Unmount-Image', caption: 'Saving image', do: 'break-off', code: sharing, times: 1 },
    ],
  ])('%s', async (_what, fault) => {
    const { path } = (await month.call('image.show', { image: 'Image' })).image;
    const before = sha256(path);

    const run = await service(fault);

    expect(run).toMatchObject({ status: 'Failed', published: null, errors: [{ id: 'ImgDismFailed' }] });
    expect((await words(run)).some((line) => line.includes('is tried again in'))).toBe(false);
    expect(sha256(path)).toBe(before);
    expect(await month.leftovers()).toEqual([]);
  });
});

it('a package is not added again to a mount that cannot be asked about', async () => {
  const run = await service(
    { command: 'Add-Package', do: 'fail', code: sharing, times: 1 },
    { command: 'Get-MountedImageInfo', do: 'fail', code: 5, times: 1 },
  );

  expect(run).toMatchObject({ status: 'Failed', errors: [{ native: { hresult: sharing } }] });
  expect(await month.leftovers()).toEqual([]);
});

it('an index that got nothing is discarded, also when that fails at first', async () => {
  const run = await service(
    { command: 'Add-Package', do: 'fail', code: '0x800f081e' },
    { command: 'Unmount-Image', do: 'fail', code: '0xc1420112', times: 2 },
  );

  expect(run).toMatchObject({ status: 'SucceededWithErrors', published: null, errors: [] });
  expect(await month.leftovers()).toEqual([]);
});
