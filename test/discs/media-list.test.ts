import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { listMedia } from '../../src/discs/media-list.ts';
import { realPorts } from '../../src/ports/index.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'imgupdate-test-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('leaves the kept versions of a serviced image out', () => {
  mkdirSync(join(folder, 'sources', '.imgupdate', 'id'), { recursive: true });
  writeFileSync(join(folder, 'setup.exe'), 'MZ');
  writeFileSync(join(folder, 'sources', 'install.wim'), 'new');
  writeFileSync(join(folder, 'sources', '.imgupdate', 'id', '1.wim'), 'old');

  const { files, folders, hasKept } = listMedia(realPorts({}).files, folder);
  const inside = listMedia(realPorts({}).files, join(folder, 'sources', '.imgupdate'));

  expect(files.map(({ path, size }) => [path, size])).toEqual([
    ['\\setup.exe', 2],
    ['\\sources\\install.wim', 3],
  ]);
  expect(folders).toEqual(['\\sources']);
  expect([hasKept, inside.hasKept]).toEqual([true, false]);
});
