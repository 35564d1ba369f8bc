import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { assertUnchanged } from '../../../src/images/library/assert-unchanged.ts';
import { realPorts } from '../../../src/ports/index.ts';

const ports = realPorts({});
const content = 'the registered bytes';

let folder: string;
let path: string;
let row: Parameters<typeof assertUnchanged>[1];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'imgupdate-test-'));
  path = join(folder, 'a.wim');
  writeFileSync(path, content);
  const { size, mtimeMs } = statSync(path);
  const sha256 = createHash('sha256').update(content).digest('hex');
  row = { name: 'a', path, size, modified: Math.trunc(mtimeMs), sha256 };
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Same size and time, other bytes. */
function changeSecretly(): void {
  writeFileSync(path, content.toUpperCase());
  utimesSync(path, row.modified / 1000, row.modified / 1000);
  row.modified = Math.trunc(statSync(path).mtimeMs);
}

it.each([false, true])('accepts the registered file (thorough: %s)', async (thorough) => {
  await expect(assertUnchanged(ports, row, { thorough })).resolves.toBeUndefined();
});

it.each([false, true])('accepts another time with the same bytes (thorough: %s)', async (thorough) => {
  utimesSync(path, 1, 1);

  await expect(assertUnchanged(ports, row, { thorough })).resolves.toBeUndefined();
});

it('refuses another size without reading the file', async () => {
  writeFileSync(path, `${content}.`);
  const files = { ...ports.files, digest: () => Promise.reject(new Error('was read')) };

  await expect(assertUnchanged({ files }, row, { thorough: true })).rejects.toMatchObject({ id: 'ImgImageChanged' });
});

it('refuses other bytes of the same size when the time tells', async () => {
  writeFileSync(path, content.toUpperCase());
  utimesSync(path, 1, 1);

  await expect(assertUnchanged(ports, row, { thorough: false })).rejects.toMatchObject({ id: 'ImgImageChanged' });
});

it('finds other bytes behind the same size and time only when it is thorough', async () => {
  changeSecretly();

  await expect(assertUnchanged(ports, row, { thorough: false })).resolves.toBeUndefined();
  await expect(assertUnchanged(ports, row, { thorough: true })).rejects.toMatchObject({ id: 'ImgImageChanged' });
});

it.each([
  ['nothing', () => rmSync(path)],
  ['a folder on the way missing', () => rmSync(folder, { recursive: true })],
])('names the image when there is %s in its place', async (_what, change) => {
  change();

  await expect(assertUnchanged(ports, row, { thorough: false })).rejects.toMatchObject({
    id: 'ImgImageMissing',
    message: expect.stringContaining(path),
  });
});
