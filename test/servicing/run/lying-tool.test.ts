import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { emulatorFile } from '../../helpers/built-engine.ts';
import { type Month, openMonth, sha256, updates } from '../../helpers/month.ts';

const liar = fileURLToPath(new URL('../../helpers/lying-dism.ts', import.meta.url));

let month: Month;
beforeEach(async () => {
  month = await openMonth();
});
afterEach(() => month.close());

it.each([
  ['truncates', 'ImgImageTruncated'],
  ['empties', 'ImgNotAWim'],
  ['removes', 'ImgFileNotFound'],
  ['replaces', 'ImgNotAWim'],
  ['loses a content of', 'ImgImageCorrupt'],
  ['flips a new byte of', 'ImgImageCorrupt'],
  ['flips an old byte of', 'ImgImageCorrupt'],
])('a tool that %s the copy and says success: the run fails in verify, the image is as it was', async (how, id) => {
  const { path } = await month.image('Image');
  const before = sha256(path);
  await month.content(updates.june);
  month.emulateWith([process.execPath, liar, emulatorFile, 'Unmount-Image', how]);

  const run = await month.service({ image: 'Image', updates: [updates.june.uniqueId] });

  expect(run).toMatchObject({ status: 'Failed', published: null, errors: [{ id }] });
  expect(run.steps.find(({ status }) => status === 'Failed')?.kind).toBe('verify');
  expect(sha256(path)).toBe(before);
  expect(await month.leftovers()).toEqual([]);
});
