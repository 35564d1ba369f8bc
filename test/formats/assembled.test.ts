import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { arraySource } from '../../src/formats/array-source.ts';
import { Assembled, type AssembledDecoder } from '../../src/formats/assembled.ts';
import { FormatError } from '../../src/formats/format-error.ts';
import { assembledLzms, LzmsInPlace } from '../../src/formats/lzms/assembled.ts';
import { module } from '../../src/formats/lzms/module.ts';
import { referenceLzms } from '../../src/formats/lzms/reference.ts';
import { assembledLzx } from '../../src/formats/lzx/assembled.ts';
import { restoreCallTargets } from '../../src/formats/lzx/call-targets.ts';
import { referenceLzx } from '../../src/formats/lzx/reference.ts';
import { readHeader } from '../../src/formats/wim/header.ts';
import { readTable } from '../../src/formats/wim/read-tables.ts';
import { openSolidResource } from '../../src/formats/wim/solid-resource.ts';
import { assembledXpress } from '../../src/formats/xpress/assembled.ts';
import { compressXpress } from '../../src/formats/xpress/compress.ts';
import { referenceXpress } from '../../src/formats/xpress/reference.ts';
import { randomNumbers } from '../helpers/random-numbers.ts';
import { anyMissing, titled } from '../helpers/requires.ts';
import { madeChunk } from './lzms/made-chunk.ts';
import { makeChunk } from './lzx/lzx-stream.ts';
import { makeFolder, runWimlib, wimlib } from './wim/wimlib.ts';
import { patchwork } from './xpress/patchwork.ts';

interface Chunk {
  encoded: Uint8Array;
  content: Uint8Array;
}

interface Format {
  name: 'LZMS' | 'LZX' | 'XPRESS';
  chunkSize: number;
  /** False where WebAssembly leaves the chunk to the reference. */
  assembled(input: Uint8Array, output: Uint8Array): boolean;
  reference(input: Uint8Array, output: Uint8Array): void;
  made(seed: number): Chunk;
}

const lzms = (chunkSize: number): Format => ({
  name: 'LZMS',
  chunkSize,
  assembled: assembledLzms,
  reference: referenceLzms,
  made: (seed) => madeChunk(randomNumbers(seed), Math.ceil(chunkSize / seed)),
});

const lzx = (order: number): Format => ({
  name: 'LZX',
  chunkSize: 2 ** order,
  assembled: (input, output) => assembledLzx(input, output, 2 ** order),
  reference: (input, output) => referenceLzx(input, output, 2 ** order),
  made: (seed) => {
    const size = Math.ceil(2 ** order / seed);
    const made = makeChunk(randomNumbers(seed), { order, chunkSize: 2 ** order, size, shortRawForm: true });
    restoreCallTargets(made.content, { fileSize: 12_000_000, origin: 0 });
    return made;
  },
});

const xpress = (chunkSize: number): Format => ({
  name: 'XPRESS',
  chunkSize,
  assembled: assembledXpress,
  reference: referenceXpress,
  made: (seed) => {
    const content = patchwork(randomNumbers(seed), Math.ceil(chunkSize / Math.min(seed, 4)), 50);
    const encoded = compressXpress(content);
    if (encoded === undefined) throw new Error('the content does not shrink');
    return { encoded, content };
  },
});

describe.each([lzms(32_768), lzms(1 << 20), lzx(15), lzx(17), lzx(21), xpress(4096), xpress(65_536)])(
  '$name in chunks of $chunkSize',
  (format) => {
    it.each([1, 2, 3, 4])('is decoded in WebAssembly: made-up chunk %i', (seed) => {
      const { encoded, content } = format.made(seed);
      const output = new Uint8Array(content.length);

      expect(format.assembled(encoded, output)).toBe(true);
      expect(Buffer.compare(output, content)).toBe(0);
    });

    it.each([5, 40, 300])('has the same outcome as in the reference when chunk %i is damaged', (seed) => {
      const { encoded, content } = format.made(seed);
      const random = randomNumbers(seed);
      const seen = { refused: 0, decoded: 0 };
      for (let round = 0; round < 300; round++) {
        const damaged = damagedCopy(encoded, random);
        const expected = outcomeOf(format.reference, damaged, content.length);
        const output = new Uint8Array(content.length);
        const decoded = format.assembled(damaged, output);
        seen[decoded ? 'decoded' : 'refused'] += 1;

        expect(decoded).toBe(expected !== undefined);
        expect(Buffer.compare(output, expected ?? new Uint8Array(content.length))).toBe(0);
      }
      expect(seen.refused).toBeGreaterThan(0);
    });

    it.skipIf(anyMissing(wimlib))(
      titled('is decoded to the same as by the reference: chunks of wimlib', wimlib),
      () => {
        const chunks = chunksOfWimlib(format);

        for (const { encoded, size } of chunks) {
          const output = new Uint8Array(size);
          expect(format.assembled(encoded, output)).toBe(true);
          expect(Buffer.compare(output, outcomeOf(format.reference, encoded, size) ?? new Uint8Array(0))).toBe(0);
        }
        expect(chunks.length).toBeGreaterThan(0);
      },
    );
  },
);

describe('LzmsInPlace', () => {
  it('gives the content of one chunk after the other, and nothing for a damaged one', () => {
    const decoder = new LzmsInPlace();
    for (const seed of [1, 2, 3]) {
      const { encoded, content } = madeChunk(randomNumbers(seed), 300_000);

      expect(Buffer.compare(decoder.decode(encoded, content.length) ?? new Uint8Array(0), content)).toBe(0);
      expect(decoder.decode(encoded.subarray(0, encoded.length / 2), content.length)).toBeUndefined();
      expect(decoder.decode(encoded.subarray(1), content.length)).toBeUndefined();
    }
  });
});

describe('Assembled', () => {
  afterEach(() => vi.unstubAllGlobals());

  const input = new Uint8Array(40);

  it.each([
    ['the text is no module', new Assembled(btoa('no module')), new Uint8Array(10)],
    ['chunk and content are larger than what is kept in memory', new Assembled(module), new Uint8Array(140 << 20)],
  ])('decodes nothing where %s', (_, assembled, output) => {
    const work = (): boolean => {
      throw new Error('must not be called');
    };

    expect(assembled.decode(input, output, work)).toBe(false);
  });

  it('decodes nothing where there is no WebAssembly', () => {
    vi.stubGlobal('WebAssembly', undefined);

    expect(new Assembled(module).decode(input, new Uint8Array(10), () => true)).toBe(false);
  });

  it('takes a fault of the module as a chunk that it cannot decode, and lets other errors pass', () => {
    interface Outside extends AssembledDecoder {
      start(inputSize: number, outputSize: number, slots: number): number;
    }
    const assembled = new Assembled<Outside>(module);
    const output = new Uint8Array(10);
    const fail = (): boolean => {
      throw new RangeError('of the caller');
    };

    expect(assembled.decode(input, output, (decoder) => decoder.start(2 ** 31, 10, 1) === 1)).toBe(false);
    expect(() => assembled.decode(input, output, fail)).toThrow('of the caller');
  });
});

/** What the reference makes of a chunk; undefined where it refuses. */
function outcomeOf(
  reference: (input: Uint8Array, output: Uint8Array) => void,
  input: Uint8Array,
  size: number,
): Uint8Array | undefined {
  const output = new Uint8Array(size);
  try {
    reference(input, output);
    return output;
  } catch (error) {
    expect(error).toBeInstanceOf(FormatError);
    return undefined;
  }
}

/** Bits are flipped, bytes made up, ends cut off or made longer. */
function damagedCopy(bytes: Uint8Array, random: (below: number) => number): Uint8Array {
  const kind = random(6);
  if (kind === 0) return bytes.slice(0, random(bytes.length));
  // Near its end, where it matters how far a decoder looks ahead.
  if (kind === 1) return bytes.slice(0, Math.max(0, bytes.length - 1 - random(16)));
  if (kind === 2) return Uint8Array.from([...bytes, ...Array.from({ length: 1 + random(16) }, () => random(256))]);
  const copy = bytes.slice();
  for (let count = 1 + random(3); count > 0; count--) {
    const at = random(copy.length);
    copy[at] = kind === 3 ? random(256) : (copy[at] ?? 0) ^ (1 << random(8));
  }
  return copy;
}

/** The chunks that wimlib compresses a folder of all kinds of files into. */
function chunksOfWimlib({ name, chunkSize }: Format): { encoded: Uint8Array; size: number }[] {
  const area = mkdtempSync(join(tmpdir(), 'imgupdate-chunks-'));
  try {
    const [folder, file] = [join(area, 'folder'), join(area, 'made.esd')];
    mkdirSync(folder);
    makeFolder(folder, chunkSize);
    const solid = ['--solid', `--solid-compress=${name}`, `--solid-chunk-size=${chunkSize}`];
    runWimlib('capture', folder, file, 'Made', '--compress=LZMS', ...solid);
    const source = arraySource(readFileSync(file));
    const places = readTable(source, readHeader(source)).solidRuns.flatMap(({ resources }) => resources);
    return places.flatMap((place) => {
      const resource = openSolidResource(source, place);
      return Array.from({ length: Math.ceil(resource.size / chunkSize) }, (_, index) => {
        const { offset, length } = resource.storedChunk(index);
        return { encoded: source.read(offset, length), size: resource.contentLength(index) };
      }).filter(({ encoded, size }) => encoded.length < size);
    });
  } finally {
    rmSync(area, { recursive: true });
  }
}
