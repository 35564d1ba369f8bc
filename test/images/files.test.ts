import { expect, it } from 'vitest';
import { FormatError } from '../../src/formats/format-error.ts';
import { listFiles, readFile } from '../../src/images/files.ts';
import { newDigest } from '../../src/ports/digests.ts';
import { sampleWim } from './sample-image.ts';

const { wim } = sampleWim([
  {
    files: {
      '\\b.txt': 'bee',
      '\\a\\deep\\file.bin': new Uint8Array(100_000).fill(3),
      '\\a\\empty': '',
      '\\a-b': 'copy',
      '\\copy': 'copy',
    },
  },
]);

it('lists files and folders in the order of their paths', () => {
  expect(listFiles(wim, 1).map(({ path }) => path)).toEqual([
    '\\a',
    '\\a-b',
    '\\a\\deep',
    '\\a\\deep\\file.bin',
    '\\a\\empty',
    '\\b.txt',
    '\\copy',
  ]);
});

it('shows size, SHA-1, attributes, links and streams', () => {
  expect(listFiles(wim, 1, '\\b.txt')).toEqual([
    { path: '\\b.txt', size: 3, sha1: sha1Of('bee'), attributes: 0x20, linkCount: 1, streams: [] },
  ]);
  expect(listFiles(wim, 1, '\\a\\empty')).toMatchObject([{ size: 0, sha1: '' }]);
});

it('lists what is below a folder in any case', () => {
  expect(listFiles(wim, 1, '\\A\\DEEP')).toMatchObject([{ size: 100_000 }]);
});

it('reads a file', () => {
  expect(Buffer.concat([...readFile(wim, 1, '\\a\\deep\\file.bin')]).equals(Buffer.alloc(100_000, 3))).toBe(true);
  expect([...readFile(wim, 1, '\\a\\empty')]).toEqual([]);
});

it.each([
  ['a file that is not there', () => [...readFile(wim, 1, '\\nothing')]],
  ['a folder as a file', () => [...readFile(wim, 1, '\\a')]],
  ['a stream that is not there', () => [...readFile(wim, 1, '\\b.txt:zone')]],
  ['a folder that is not there', () => listFiles(wim, 1, '\\nothing')],
  ['an index that is not there', () => listFiles(wim, 2)],
])('refuses %s', (_, read) => {
  expect(read).toThrow(FormatError);
  expect(read).toThrow(expect.objectContaining({ code: 'not-found' }));
});

function sha1Of(text: string): string {
  const digest = newDigest('sha1');
  digest.update(new TextEncoder().encode(text));
  return digest.hex();
}

it('refuses an index of which contents lie in another file', () => {
  const lacking = Object.create(wim, {
    tree: { value: (index: number) => Object.create(wim.tree(index), { missingContents: { value: 2 } }) },
  });
  expect(() => listFiles(lacking, 1)).toThrow(expect.objectContaining({ code: 'delta' }));
});
