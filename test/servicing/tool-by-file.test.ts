/** The file decides the tool: what the emulator made never reaches DISM, and nothing else reaches the emulator. */
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Image } from '../../src/contract/generated/types.ts';
import { haltWorkerAt, killHard } from '../helpers/halted.ts';
import { type Month, openMonth, packageFile, sha256, updates } from '../helpers/month.ts';

let month: Month;
beforeEach(async () => {
  month = await openMonth();
});
afterEach(() => month.close());

const june = updates.june.uniqueId;

async function imageAndContent(): Promise<Image> {
  const image = await month.image('Image');
  await month.content(updates.june);
  return image;
}

describe('the file decides the tool', () => {
  const noTool = ['no-such-dism'];

  it('an image that the emulator made is serviced by the emulator, whatever the tool of the site is', async () => {
    await imageAndContent();
    await month.call('site.set', { dism: noTool });

    const run = await month.service({ image: 'Image', updates: [june], removeSupersededUpdates: true });

    expect(run).toMatchObject({ status: 'Succeeded', rehearsal: true, proof: { ok: true } });
    expect(await month.leftovers()).toEqual([]);
  });

  it('a run of such an image that was interrupted is recovered with the emulator too', async () => {
    await imageAndContent();
    await month.call('site.set', { dism: noTool });
    await month.call('schedule.add', { image: 'Image', updates: [june], runNow: true });
    await killHard(month, await haltWorkerAt(month, { step: '04-add-update-1' }), 'everything');

    const { ran } = await month.call('worker.run', { once: true });

    expect(ran).toMatchObject([{ status: 'Succeeded', attempt: 2, rehearsal: true }]);
    expect(await month.leftovers()).toEqual([]);
  });

  it('any other image goes to the tool of the site', async () => {
    await registerUnmarked();
    await month.content(updates.june);
    await month.call('site.set', { dism: noTool });

    const run = await month.service({ image: 'Real', updates: [june] });

    expect(run).toMatchObject({ status: 'Failed', rehearsal: false, errors: [{ id: expect.any(String) }] });
    expect(await month.leftovers()).toEqual([]);
  });

  it('a package that only stands for an update never reaches a tool that is not the emulator', async () => {
    await registerUnmarked();
    // Known by its digest, as if it were the real one: its own content tells.
    await month.content(updates.june);
    await month.call('site.set', { dism: noTool });

    const run = await month.service({ image: 'Real', updates: [june] });

    expect(run.errors).toMatchObject([{ id: 'ImgStandInRefused' }]);
    expect(run.steps.find(({ status }) => status === 'Failed')?.kind).toBe('check');
  });
});

describe('rehearsals', () => {
  it('never publish into a file that the emulator did not make', async () => {
    const image = await registerUnmarked();
    const unmarked = image.path;
    const before = sha256(unmarked);
    await month.content(updates.june);
    await month.call('site.set', { dism: month.emulator });

    const run = await month.service({ image: 'Real', updates: [june] });

    expect(image.rehearsal).toBe(false);
    expect(run).toMatchObject({ status: 'Succeeded', rehearsal: true, published: null, proof: { ok: true } });
    expect(run.steps.every(({ status }) => status === 'Succeeded')).toBe(true);
    expect(sha256(unmarked)).toBe(before);
    expect((await month.call('image.versions', { image: 'Real' })).versions).toHaveLength(1);
    expect((await month.call('image.status', { image: 'Real' })).statuses).not.toContainEqual(
      expect.objectContaining({ status: 'Installed' }),
    );
    expect(await month.leftovers()).toEqual([]);
  });

  it('use no stand-in on such a file', async () => {
    await registerUnmarked();
    await month.call('site.set', { dism: month.emulator });
    const file = packageFile(month.folder, updates.june);
    copyFileSync(file, month.path('other-name.msu'));
    await month.call('content.add', { path: month.path('other-name.msu'), uniqueId: june, standIn: true });

    const onReal = await month.service({ image: 'Real', updates: [june] });
    const onMarked = await month.service({ image: 'Marked', updates: [june] });

    expect(onReal).toMatchObject({ status: 'Failed', errors: [{ id: 'ImgStandInRefused' }] });
    expect(onMarked.status).toBe('Succeeded');
  });
});

/** Registers "Real", which carries no mark, and "Marked", which does and is the same otherwise. */
async function registerUnmarked(): Promise<Image> {
  const { path } = await month.image('Marked');
  const unmarked = month.path('unmarked.wim');
  writeFileSync(unmarked, withoutMark(readFileSync(path)));
  return (await month.call('image.add', { path: unmarked, name: 'Real', acceptEula: true })).image;
}

/** Replaces the mark by other words of the same length: the file of somebody else. */
function withoutMark(bytes: Uint8Array): Uint8Array {
  const text = Buffer.from(bytes).toString('latin1');
  const wide = (words: string): string => [...words].map((letter) => `${letter}\0`).join('');
  const changed = text
    .replaceAll(wide('REHEARSAL'), wide('SOMETHING'))
    .replaceAll(wide('ImgUpdate rehearsal, not a real Windows'), wide('An image that was captured by somebody.'));
  if (changed === text) throw new Error('there is no mark');
  return Buffer.from(changed, 'latin1');
}
