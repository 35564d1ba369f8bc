import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ByteSource } from '../../../src/formats/bytes.ts';
import { openWim } from '../../../src/formats/wim/open.ts';
import { newDigest } from '../../../src/ports/digests.ts';
import { randomNumbers } from '../../helpers/random-numbers.ts';
import { anyMissing } from '../../helpers/requires.ts';
import { MemoryFile, sampleWim } from './sample-wim.ts';
import { makeFolder, runWimlib, wimlib } from './wimlib.ts';

/** A WIM with LZX content: only where wimlib can make one. */
function lzxWim(): [string, Uint8Array][] {
  if (anyMissing(wimlib)) return [];
  const area = mkdtempSync(join(tmpdir(), 'imgupdate-wim-'));
  makeFolder(join(area, 'folder'), 3);
  runWimlib(
    'capture',
    join(area, 'folder', 'Windows', 'System32'),
    join(area, 'a.wim'),
    '--compress=LZX:20',
    '--check',
  );
  const bytes = new Uint8Array(readFileSync(join(area, 'a.wim')));
  rmSync(area, { recursive: true });
  return [['LZX', bytes]];
}

const files: [string, Uint8Array][] = [
  ['none', sampleWim({}, { integrity: true, bootIndex: 1 }).bytes()],
  ['XPRESS', sampleWim({ compression: 'XPRESS', chunkSize: 4096 }, { integrity: true }).bytes()],
  ...lzxWim(),
];

/** A source that counts what is read from it. */
class CountingSource implements ByteSource {
  readonly #file: Uint8Array;
  bytesRead = 0;

  constructor(file: Uint8Array) {
    this.#file = file;
  }

  get size(): number {
    return this.#file.length;
  }

  read(offset: number, length: number): Uint8Array {
    expect(offset).toBeGreaterThanOrEqual(0);
    expect(offset + length).toBeLessThanOrEqual(this.#file.length);
    this.bytesRead += length;
    return this.#file.subarray(offset, offset + length);
  }
}

/** Does all that can be done with a file; only FormatError may come out. Returns how many parts were refused. */
function useAll(source: ByteSource): number {
  let refused = 0;
  const guarded = (work: () => void) => {
    try {
      work();
    } catch (error) {
      expect(error).toMatchObject({ name: 'FormatError', message: expect.stringMatching(/\w/) });
      refused += 1;
    }
  };
  guarded(() => {
    const wim = openWim(source, newDigest);
    guarded(() => {
      for (const check of wim.verify()) if (!check.ok) refused += 1;
    });
    guarded(() => {
      for (const check of wim.integrity()) if (!check.ok) refused += 1;
    });
    for (let index = 1; index <= Math.min(wim.header.imageCount, 20); index++) {
      guarded(() => {
        for (const { entry } of wim.tree(index).walk()) {
          if (entry.sha1 !== '') guarded(() => wim.readAll(entry.sha1, 1 << 22));
        }
      });
    }
  });
  return refused;
}

describe.each(files)('a damaged file with compression %s', (_, whole) => {
  const wim = openWim(new MemoryFile(whole), newDigest);
  const original = new Map([...wim.blobs.values()].map((blob) => [blob.sha1, blob]));

  it('is found by verify for a flipped bit anywhere that changes content (seed 1)', () => {
    const random = randomNumbers(1);
    const blobs = [...original.values()];
    let unnoticed = 0;
    for (let round = 0; round < 300; round++) {
      const blob = blobs[random(blobs.length)];
      if (blob === undefined) throw new Error('the file has no content');
      const damaged = whole.slice();
      const at = blob.offset + random(blob.storedSize);
      damaged[at] = (damaged[at] ?? 0) ^ (1 << random(8));
      const bad = [...openWim(new MemoryFile(damaged), newDigest).verify()].filter((check) => !check.ok);
      if (bad.length === 0) unnoticed += 1;
      else expect(bad.map((check) => check.sha1)).toEqual([blob.sha1]);
      expect(bad.length === 1 || blob.compressed).toBe(true);
      for (const check of bad) expect(check.reason).toMatch(/\w/);
    }
    // Padding bits behind the last symbol of a chunk carry no content.
    expect(unnoticed).toBeLessThan(30);
  });

  it('is found by the integrity table for any flipped byte of its resources', () => {
    const random = randomNumbers(2);
    for (let round = 0; round < 30; round++) {
      const blob = [...original.values()][random(original.size)];
      const damaged = whole.slice();
      const at = (blob?.offset ?? 208) + random(blob?.storedSize ?? 1);
      damaged[at] = (damaged[at] ?? 0) ^ 0x10;
      expect([...openWim(new MemoryFile(damaged), newDigest).integrity()].map((check) => check.ok)).toEqual([false]);
    }
  });

  it('is refused when cut at any border of its structure', () => {
    const view = new DataView(whole.buffer);
    const borders = new Set([0, 1, 8, 207, 208, whole.length - 1]);
    for (const field of [0x30, 0x48, 0x7c]) {
      const offset = view.getUint32(field + 8, true);
      for (const border of [offset, offset + view.getUint32(field, true)]) borders.add(border);
    }
    for (const blob of [...original.values()].slice(0, 40)) borders.add(blob.offset).add(blob.offset + blob.storedSize);
    for (const border of borders) {
      for (const length of [border - 1, border, border + 1]) {
        if (length < 0 || length >= whole.length) continue;
        expect(useAll(new CountingSource(whole.subarray(0, length))), `cut at ${length}`).toBeGreaterThan(0);
      }
    }
  });

  it('costs bounded work and throws nothing but FormatError for 300 mutations (seed 4)', () => {
    const random = randomNumbers(4);
    const view = new DataView(whole.buffer);
    const tables = [0, view.getUint32(0x38, true), view.getUint32(0x50, true), view.getUint32(0x84, true)];
    let refused = 0;
    for (let round = 0; round < 300; round++) {
      const damaged = whole.slice();
      for (let count = 1 + random(3); count > 0; count--) {
        // Half of the time near a table, where sizes and offsets are.
        const near = random(2) === 0 ? (tables[random(tables.length)] ?? 0) + random(160) : random(damaged.length);
        const value = [0, 0xff, 0x80, random(256)][random(4)] ?? 0;
        damaged.fill(value, near, near + 1 + random(8));
      }
      const source = new CountingSource(damaged.subarray(0, random(8) === 0 ? random(damaged.length) : undefined));
      if (useAll(source) > 0) refused += 1;
      // Every resource is read a few times at most: by verify, by tree, and once for each name.
      expect(source.bytesRead).toBeLessThan(40 * whole.length);
    }
    expect(refused).toBeGreaterThan(100);
  });
});
