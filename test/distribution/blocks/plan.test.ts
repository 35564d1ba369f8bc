/** Which bytes of a new file an old one has: random tables, and the file that comes of them compared byte for byte. */
import { describe, expect, it } from 'vitest';
import { build } from '../../../src/distribution/blocks/build.ts';
import { changesInPlace, newBytes, planBlocks, type Segment } from '../../../src/distribution/blocks/plan.ts';
import { type FarFile, readTables, type WimTables } from '../../../src/distribution/blocks/tables.ts';
import type { WimBlob } from '../../../src/formats/wim/types.ts';
import { randomNumbers } from '../../helpers/random-numbers.ts';

/** A file of resources, each named by its number; what is the same number is the same bytes. */
function made(numbers: readonly number[], { gap = 0 }: { gap?: number } = {}): { bytes: Buffer; tables: WimTables } {
  const parts: Buffer[] = [Buffer.alloc(208, gap)];
  const blobs = new Map<string, WimBlob>();
  let offset = 208;
  for (const number of numbers) {
    const storedSize = 100 + (number % 37) * 11;
    const sha1 = String(number).padStart(40, '0');
    const blob = { sha1, size: storedSize, storedSize, offset, compressed: false, metadata: false, solid: false };
    blobs.set(sha1, { ...blob, referenceCount: 1 });
    parts.push(Buffer.alloc(storedSize, number % 251));
    offset += storedSize;
  }
  parts.push(Buffer.alloc(50, gap + 1));
  const bytes = Buffer.concat(parts);
  const header = { compression: 'LZX', chunkSize: 32_768 } as WimTables['header'];
  const table = { blobs, metadata: [], solid: false, solidRuns: [] };
  return { bytes, tables: { size: bytes.length, header, table } };
}

const far = (bytes: Buffer): FarFile => ({
  size: bytes.length,
  read: async (offset, length) => bytes.subarray(offset, offset + length),
});

async function built(segments: readonly Segment[], next: Buffer, previous: Buffer, into: Buffer): Promise<number> {
  let travelled = 0;
  await build({
    ...{ segments, next: far(next), previous: far(previous), from: 0 },
    target: { write: async (offset, bytes) => void into.set(bytes, offset) },
    travel: async () => undefined,
    onDone: (_at, _bytes, own) => {
      travelled += own;
    },
  });
  return travelled;
}

describe('a plan of blocks', () => {
  it.each(Array.from({ length: 50 }, (_, seed) => seed))('makes the new file of the old one, seed %i', async (seed) => {
    const random = randomNumbers(seed + 1);
    const pick = (count: number): number[] => [...new Set(Array.from({ length: count }, () => random(60)))];
    const next = made(pick(40), { gap: 9 });
    const old = made(pick(40));
    const older = made(pick(40));
    const segments = planBlocks(next.tables, old.tables) ?? [];

    const whole = Buffer.alloc(next.bytes.length);
    const travelled = await built(segments, next.bytes, old.bytes, whole);
    const inCopy = planBlocks(next.tables, older.tables) ?? [];
    const changed = Buffer.alloc(Math.max(next.bytes.length, older.bytes.length));
    older.bytes.copy(changed);
    const changes = changesInPlace(inCopy, segments);
    const written = await built(changes, next.bytes, old.bytes, changed);

    expect(whole.equals(next.bytes)).toBe(true);
    expect(travelled).toBe(newBytes(segments));
    expect(changed.subarray(0, next.bytes.length).equals(next.bytes)).toBe(true);
    expect(written).toBe(newBytes(changes));
    expect(written).toBeLessThanOrEqual(travelled);
  });

  it('is none between files that are stored in different ways', () => {
    const next = made([1, 2]);
    const { tables } = made([1, 2]);
    const header = { ...tables.header, compression: 'XPRESS' as const };
    expect(planBlocks(next.tables, { ...tables, header })).toBeUndefined();
    expect(planBlocks(next.tables, { ...tables, header: { ...tables.header, chunkSize: 65_536 } })).toBeUndefined();
  });

  it.each([['no WIM', Buffer.alloc(400, 1)] as const, ['nothing', Buffer.alloc(0)] as const])(
    'has no tables of %s',
    async (_what, bytes) => {
      expect(await readTables(far(bytes))).toBeUndefined();
    },
  );
});
