import { expect, it } from 'vitest';
import type { FileHeader } from '../../../src/formats/wim/header.ts';
import { readLookupTable } from '../../../src/formats/wim/lookup-table.ts';
import { writeResourceHeader } from '../../../src/formats/wim/resource-header.ts';

interface Row {
  flags: number;
  storedSize: number;
  offset: number;
  size: number;
  part?: number;
  count?: number;
  hash?: number;
}

/** A lookup table; `hash` is the value of every byte of the SHA-1. */
function table(rows: readonly Row[]): Uint8Array {
  const bytes = new Uint8Array(rows.length * 50);
  const view = new DataView(bytes.buffer);
  rows.forEach((row, index) => {
    writeResourceHeader(view, index * 50, row);
    view.setUint16(index * 50 + 24, row.part ?? 1, true);
    view.setUint32(index * 50 + 26, row.count ?? 1, true);
    bytes.fill(row.hash ?? index + 1, index * 50 + 30, index * 50 + 50);
  });
  return bytes;
}

const header = { version: 0x1_0d00, partNumber: 1, imageCount: 2 } as FileHeader;
const solidHeader = { ...header, version: 0xe00 };
const MARK = 2 ** 32;

it('tells solid resources from the blobs in them', () => {
  const bytes = table([
    { flags: 0x06, storedSize: 274, offset: 17_112, size: 0x418 },
    { flags: 0x06, storedSize: 126, offset: 85_394, size: 0x160 },
    { flags: 0x10, storedSize: 16_904, offset: 208, size: MARK, hash: 0 },
    { flags: 0x10, storedSize: 36, offset: 0, size: 0 },
    { flags: 0x10, storedSize: 40_000, offset: 36, size: 0 },
    { flags: 0x10, storedSize: 66_984, offset: 18_410, size: MARK, hash: 0 },
    { flags: 0x10, storedSize: 44_016, offset: 40_072, size: 0 },
    { flags: 0x00, storedSize: 5, offset: 90_000, size: 5 },
    { flags: 0x10, storedSize: 77, offset: 99_000, size: MARK, hash: 0 },
    { flags: 0x10, storedSize: 9, offset: 0, size: 0 },
  ]);
  const { blobs, metadata, solid, solidRuns } = readLookupTable(bytes, solidHeader);

  expect(solid).toBe(true);
  expect(metadata.map((blob) => blob.offset)).toEqual([17_112, 85_394]);
  expect(
    [...blobs.values()].filter((blob) => blob.solid).map(({ size, offset, solidRun }) => [size, offset, solidRun]),
  ).toEqual([
    [36, 0, 0],
    [40_000, 36, 0],
    [44_016, 40_072, 0],
    [9, 0, 1],
  ]);
  expect(solidRuns.map(({ resources }) => resources.map(({ offset }) => offset))).toEqual([[208, 18_410], [99_000]]);
});

it('ignores the solid bit in the classic version', () => {
  const { solid, blobs } = readLookupTable(table([{ flags: 0x10, storedSize: 5, offset: 208, size: 5 }]), header);

  expect(solid).toBe(false);
  expect([...blobs.values()]).toMatchObject([{ size: 5, solid: false, compressed: false }]);
});

it('gives images their metadata in the order of the table, without deleted and surplus ones', () => {
  const { metadata } = readLookupTable(
    table([
      { flags: 0x02, storedSize: 1, offset: 900, size: 1, count: 0 },
      { flags: 0x02, storedSize: 2, offset: 800, size: 2 },
      { flags: 0x00, storedSize: 3, offset: 700, size: 3 },
      { flags: 0x02, storedSize: 4, offset: 600, size: 4 },
      { flags: 0x02, storedSize: 5, offset: 500, size: 5 },
    ]),
    header,
  );

  expect(metadata.map((blob) => blob.offset)).toEqual([800, 600]);
});

it('ignores entries without SHA-1, without size, of another part, and repeated ones', () => {
  const { blobs } = readLookupTable(
    table([
      { flags: 0, storedSize: 3, offset: 300, size: 3, hash: 0 },
      { flags: 0, storedSize: 0, offset: 300, size: 0 },
      { flags: 0, storedSize: 3, offset: 300, size: 3, part: 2 },
      { flags: 0, storedSize: 3, offset: 400, size: 3, hash: 9 },
      { flags: 0, storedSize: 3, offset: 500, size: 3, hash: 9 },
    ]),
    header,
  );

  expect([...blobs.values()].map((blob) => blob.offset)).toEqual([400]);
});

it('refuses solid metadata', () => {
  const bytes = table([{ flags: 0x12, storedSize: 3, offset: 0, size: 0 }]);

  expect(() => readLookupTable(bytes, solidHeader)).toThrow(expect.objectContaining({ code: 'corrupt' }));
});
