import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { arraySource } from '../../../src/formats/array-source.ts';
import { restoreCallTargets } from '../../../src/formats/lzx/call-targets.ts';
import { decompressLzx } from '../../../src/formats/lzx/decompress.ts';
import type { WimBlob, WimFile } from '../../../src/formats/wim/types.ts';
import { newDigest } from '../../../src/ports/digests.ts';
import { randomNumbers } from '../../helpers/random-numbers.ts';
import { anyMissing, titled } from '../../helpers/requires.ts';
import { directory, file, MemoryFile, newWriter } from '../wim/sample-wim.ts';
import { runWimlib, wimlib } from '../wim/wimlib.ts';
import { type MadeChunk, makeChunk } from './lzx-stream.ts';

const windows: [number, number][] = [
  [15, 32_768],
  [16, 65_536],
  [18, 262_144],
  [21, 2_097_152],
];

/** Chunks of random blocks, with the content that they must decode to. */
function madeChunks(order: number, chunkSize: number, shortRawForm: boolean): Pick<MadeChunk, 'encoded' | 'content'>[] {
  const random = randomNumbers(order);
  return Array.from({ length: order > 18 ? 6 : 20 }, (_, index) => {
    const size = index < 2 ? chunkSize : 1 + random(chunkSize);
    const { encoded, content } = makeChunk(random, { order, chunkSize, size, shortRawForm });
    restoreCallTargets(content, { fileSize: 12_000_000, origin: 0 });
    return { encoded, content };
  });
}

describe.each(windows)('chunks of random blocks of every type with a window of 2^%s', (order, chunkSize) => {
  const chunks = madeChunks(order, chunkSize, true);

  it('decode to what was put in', () => {
    for (const { encoded, content } of chunks) {
      const output = new Uint8Array(content.length);
      decompressLzx(encoded, output, chunkSize);
      expect(Buffer.compare(output, content)).toBe(0);
    }
  });

  it('throw nothing but FormatError when they are damaged', () => {
    const random = randomNumbers(order);
    const { encoded, content } = chunks[2] ?? { encoded: new Uint8Array(0), content: new Uint8Array(1) };
    let refused = 0;
    for (let round = 0; round < 100; round++) {
      const damaged = encoded.slice(0, random(4) === 0 ? random(encoded.length) : encoded.length);
      for (let count = 1 + random(3); count > 0; count--) damaged[random(damaged.length)] = random(256);
      try {
        decompressLzx(damaged, new Uint8Array(content.length), chunkSize);
      } catch (error) {
        expect(error).toMatchObject({ name: 'FormatError', code: 'corrupt' });
        refused += 1;
      }
    }
    expect(refused).toBeGreaterThan(10);
  });

  it.skipIf(anyMissing(wimlib))(titled('decode to the same with wimlib', wimlib), () => {
    // At some bit positions wimlib misreads an uncompressed block in the short form behind a compressed one.
    const shrunk = madeChunks(order, chunkSize, false).filter(
      ({ encoded, content }) => encoded.length < content.length,
    );
    const sink = new MemoryFile();
    const writer = newWriter(sink, { compression: 'LZX', chunkSize });
    const names = shrunk.map(({ encoded, content }, index) => {
      const { from, sha1 } = storedAs(encoded, content, chunkSize);
      writer.copyBlob(from, arraySource(encoded), sha1);
      return file(`chunk-${index}`, sha1);
    });
    writer.addImage({ root: directory('', names) }, {});
    writer.finish();
    const area = mkdtempSync(join(tmpdir(), 'imgupdate-lzx-'));
    writeFileSync(join(area, 'made.wim'), sink.bytes());

    expect(shrunk.length).toBeGreaterThan(2);
    expect(runWimlib('verify', join(area, 'made.wim'))).toContain('was successfully verified');
    rmSync(area, { recursive: true });
  });
});

/** A stand-in for an LZX file that holds one content, to copy it from. */
function storedAs(encoded: Uint8Array, content: Uint8Array, chunkSize: number): { from: WimFile; sha1: string } {
  const digest = newDigest('sha1');
  digest.update(content);
  const sha1 = digest.hex();
  const blob = { sha1, size: content.length, storedSize: encoded.length, offset: 0, compressed: true } as WimBlob;
  const from = {
    header: { compression: 'LZX', chunkSize },
    blobs: new Map([[sha1, blob]]),
    read: () => [content].values(),
  };
  return { from: from as unknown as WimFile, sha1 };
}
