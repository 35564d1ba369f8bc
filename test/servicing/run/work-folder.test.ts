import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { realPorts } from '../../../src/ports/index.ts';
import { servicingRoot, workFolder } from '../../../src/servicing/run/work-folder.ts';
import type { Settings } from '../../../src/site/settings.ts';
import type { Site } from '../../../src/site/site.ts';
import { anyMissing, requires, titled } from '../../helpers/requires.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'imgupdate-work-'));
  writeFileSync(join(folder, 'file'), '');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const root = (servicingDrive: string): string =>
  servicingRoot(
    realPorts({}),
    { folder: '/the/site' } as Site,
    { servicingDrive } as Settings,
    '01a1fc4f-c1e1-7001-9440-692eb9addeba',
  );

it('is below our own root on the drive that is set', () => {
  expect(root(folder)).toBe(join(folder, 'ImgUpdate_OfflineImageServicing', '692eb9addeba'));
});

const oneTree = requires.posix('tree that holds all volumes');
it.skipIf(anyMissing(oneTree)).each([
  ['Automatic', () => 'Automatic'],
  ['nothing', () => ''],
  ['a folder that does not exist', () => join(folder, 'no')],
  ['a file', () => join(folder, 'file')],
  ['a drive letter elsewhere than on Windows', () => 'X:'],
])(titled('is on the site when the drive is %s', oneTree), (_what, drive) => {
  expect(root(drive())).toBe('/the/site/ImgUpdate_OfflineImageServicing/692eb9addeba');
});

it('has a place of its own for each index and each log', () => {
  const work = workFolder('/root', '/logs');

  expect([work.mount(1), work.mount(12), work.dismLog('03-mount-1')]).toEqual(
    ['/root/mount1', '/root/mount12', '/logs/dism-03-mount-1.log'].map((path) => join(path)),
  );
});
