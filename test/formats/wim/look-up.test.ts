import { describe, expect, test } from 'vitest';
import { arraySource } from '../../../src/formats/array-source.ts';
import { FormatError } from '../../../src/formats/format-error.ts';
import { lookUpIn } from '../../../src/formats/wim/look-up.ts';
import { openWim } from '../../../src/formats/wim/open.ts';
import { writeMetadata } from '../../../src/formats/wim/write-metadata.ts';
import { newDigest } from '../../../src/ports/digests.ts';
import { randomNumbers } from '../../helpers/random-numbers.ts';
import { sampleWim } from '../../images/sample-image.ts';
import { directory, file } from './sample-wim.ts';

const files = {
  '\\Windows\\System32\\Kernel32.dll': 'kernel',
  '\\Windows\\System32\\drivers\\disk.sys': 'disk',
  '\\Windows\\empty.txt': '',
  '\\readme.txt': 'read me',
};

function opened() {
  const { bytes } = sampleWim([{ files }, { files: { '\\only.txt': 'two' } }]);
  return openWim(arraySource(bytes), newDigest);
}

describe('names of an image', () => {
  test('are found as the whole tree finds them', () => {
    const names = opened().names(1);
    const tree = opened().tree(1);

    for (const { path, entry } of [...tree.walk()].reverse()) {
      expect(names.find(path), path).toEqual({ ...entry, children: [] });
      expect(names.list(path).map(({ name }) => name)).toEqual(entry.children.map(({ name }) => name));
    }
    expect(names.list('\\').map(({ name }) => name)).toEqual(tree.root.children.map(({ name }) => name));
  });

  test('are found in any case, and what is not there is not found', () => {
    const names = opened().names(1);

    expect(names.find('\\WINDOWS\\system32\\KERNEL32.DLL')).toMatchObject({ name: 'Kernel32.dll', size: 6 });
    expect(names.find('\\Windows\\System32\\none.dll')).toBeUndefined();
    expect(names.find('\\readme.txt\\below')).toBeUndefined();
  });

  test('belong to the image that is asked for', () => {
    const wim = opened();

    expect(wim.names(2).find('\\only.txt')).toBeDefined();
    expect(wim.names(2).find('\\readme.txt')).toBeUndefined();
    expect(() => wim.names(3)).toThrow(expect.objectContaining({ name: 'FormatError', code: 'not-found' }));
  });

  test('of content that is not in the file are noted as the whole tree notes them', () => {
    const wim = opened();
    const sha1 = wim.names(1).find('\\readme.txt')?.sha1 ?? '';
    (wim.blobs as Map<string, unknown>).delete(sha1);

    expect(wim.names(1).find('\\readme.txt')).toMatchObject({ size: 0, sha1 });
    expect(() => wim.readAll(sha1, 100)).toThrow(expect.objectContaining({ code: 'delta' }));
  });
});

test('damaged metadata is refused, and nothing else is thrown (seed 5)', () => {
  const random = randomNumbers(5);
  const root = directory('', [directory('a', [directory('b', [file('c')]), file('d')]), file('e')]);
  const whole = writeMetadata({ root, securityDescriptors: [new Uint8Array(20)] });
  const results = { found: 0, absent: 0, refused: 0 };
  for (let round = 0; round < 600; round++) {
    const damaged = whole.slice(0, random(5) === 0 ? random(whole.length) : whole.length);
    const at = random(whole.length);
    damaged.fill(random(3) === 0 ? 0xff : random(256), at, at + 1 + random(8));
    try {
      const names = lookUpIn(damaged, { blobs: new Map(), missing: new Set() });
      if (names.find('\\a\\b\\c') === undefined) results.absent += 1;
      else results.found += 1;
    } catch (error) {
      expect(error).toBeInstanceOf(FormatError);
      results.refused += 1;
    }
  }
  expect(Math.min(...Object.values(results))).toBeGreaterThan(0);
});

test('a directory that is its own child leads nowhere else, and to no end', () => {
  const metadata = writeMetadata({ root: directory('', [directory('a', [file('b')])]) });
  const view = new DataView(metadata.buffer);
  const firstChildren = Number(view.getBigUint64(8 + 0x10, true));
  view.setBigUint64(firstChildren + 0x10, BigInt(firstChildren), true);

  const names = lookUpIn(metadata, { blobs: new Map(), missing: new Set() });

  expect(names.find('\\a\\a\\a')?.name).toBe('a');
  expect(names.list('\\a\\a').map(({ name }) => name)).toEqual(['a']);
  expect(() => names.find('\\a'.repeat(2000))).toThrow(expect.objectContaining({ code: 'limit' }));
});

test('an exact name wins over one in another case, and the first of two equal ones counts', () => {
  const children = [file('File'), file('FILE', 'a'.repeat(40)), file('FILX', 'b'.repeat(40))];
  const metadata = Buffer.from(writeMetadata({ root: directory('', children) }));
  metadata.write('E', metadata.indexOf('FILX', 'utf16le') + 6, 'utf16le');
  const names = lookUpIn(metadata, { blobs: new Map(), missing: new Set() });

  for (const time of ['first', 'second', 'third']) {
    expect(names.find('\\FILE')?.sha1, time).toBe('a'.repeat(40));
    expect(names.find('\\file')?.name, time).toBe('File');
  }
});
