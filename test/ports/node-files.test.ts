/** What the platform says badly is said well. */
import fs, { mkdtempSync, rmSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { nodeFiles } from '../../src/ports/node-files.ts';

const { mkdirSync } = fs;
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'imgupdate-files-'));
});
afterEach(() => {
  fs.mkdirSync = mkdirSync;
  syncBuiltinESMExports();
  rmSync(folder, { recursive: true, force: true });
});

const failing = (code: string): Error => Object.assign(new Error(code), { code, syscall: 'mkdir' });

it('a folder on a read-only volume is refused as that, though Node says that something is missing', () => {
  const asked: string[] = [];
  // As Node and Linux do it: ENOENT for the whole way, the reason for one folder.
  fs.mkdirSync = ((path: string, options?: fs.MakeDirectoryOptions) => {
    if (options?.recursive === true) throw failing('ENOENT');
    asked.push(path);
    throw failing('EROFS');
  }) as typeof fs.mkdirSync;
  syncBuiltinESMExports();

  expect(() => nodeFiles.makeFolder(join(folder, 'a', 'b', 'c'))).toThrow('EROFS');
  expect(asked).toEqual([join(folder, 'a')]);
});

it('folders that can be made are made, with all on the way', () => {
  nodeFiles.makeFolder(join(folder, 'a', 'b'));
  nodeFiles.makeFolder(join(folder, 'a', 'b'));

  expect(nodeFiles.facts(join(folder, 'a', 'b'))?.kind).toBe('folder');
});

it('a copy that fails says at which file, and leaves no half of it', async () => {
  const to = join(folder, 'copy');

  await expect(nodeFiles.copy(folder, to, {})).rejects.toMatchObject({ path: folder });

  expect(nodeFiles.facts(to)).toBeUndefined();
});
