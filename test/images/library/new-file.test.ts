import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { writeNewFile } from '../../../src/images/library/new-file.ts';
import type { Files } from '../../../src/ports/files.ts';
import { realPorts } from '../../../src/ports/index.ts';

const { files, ids } = realPorts({});
const withoutLinks: Files = { ...files, link: () => false };

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'imgupdate-test-'));
  path = join(folder, 'new');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const text = (value: string) => new TextEncoder().encode(value);

it.each([
  ['with hard links', files],
  ['without hard links', withoutLinks],
])('makes the file and leaves nothing beside it, on a volume %s', async (_what, volume) => {
  await writeNewFile({ files: volume, ids }, path, async (sink) => {
    sink.append(text('hello world'));
    expect(existsSync(path)).toBe(false);
    expect(Buffer.from(sink.read(6, 5)).toString()).toBe('world');
    sink.writeAt(0, text('H'));
  });

  expect(readFileSync(path, 'utf8')).toBe('Hello world');
  expect(readdirSync(folder)).toEqual(['new']);
});

it.each([
  ['with hard links', files],
  ['without hard links', withoutLinks],
])('does not overwrite a file that came up meanwhile, on a volume %s', async (_what, volume) => {
  const written = writeNewFile({ files: volume, ids }, path, async (sink) => {
    sink.append(text('mine'));
    writeFileSync(path, 'theirs');
  });

  await expect(written).rejects.toMatchObject({ id: 'ImgFileExists' });
  expect(readFileSync(path, 'utf8')).toBe('theirs');
  expect(readdirSync(folder)).toEqual(['new']);
});

it('leaves nothing when what is done with the finished file is given up', async () => {
  let seen = '';
  const written = writeNewFile(
    { files, ids },
    path,
    async (sink) => sink.append(text('whole')),
    async (temporary) => {
      seen = readFileSync(temporary, 'utf8');
      expect(existsSync(path)).toBe(false);
      throw new Error('cancelled');
    },
  );

  await expect(written).rejects.toThrow('cancelled');
  expect(seen).toBe('whole');
  expect(readdirSync(folder)).toEqual([]);
});

it('leaves nothing when writing fails', async () => {
  const full = Object.assign(new Error('no space'), { code: 'ENOSPC', syscall: 'write' });

  await expect(writeNewFile({ files, ids }, path, () => Promise.reject(full))).rejects.toMatchObject({
    id: 'ImgInsufficientSpace',
  });

  expect(readdirSync(folder)).toEqual([]);
});
