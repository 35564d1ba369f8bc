import { describe, expect, it } from 'vitest';
import { restoreCallTargets } from '../../../src/formats/lzx/call-targets.ts';
import { LzxStream } from '../../../src/formats/lzx/stream.ts';
import { randomNumbers } from '../../helpers/random-numbers.ts';
import { makeChunk } from './lzx-stream.ts';

const FRAME = 32_768;

/** A folder of random blocks, and its content: x86 calls are turned back frame by frame. */
function madeFolder(seed: number, { order, size, fileSize }: { order: number; size: number; fileSize: number }) {
  const cabinet = { fileSize };
  const made = makeChunk(randomNumbers(seed), { order, chunkSize: 2 ** order, size, shortRawForm: false, cabinet });
  for (let origin = 0; fileSize !== 0 && origin < size; origin += FRAME) {
    restoreCallTargets(made.content.subarray(origin, origin + FRAME), { fileSize, origin });
  }
  return made;
}

function decoded(order: number, frames: readonly Uint8Array[], size: number): Buffer {
  const stream = new LzxStream(order);
  return Buffer.concat(frames.map((frame, index) => stream.next(frame, Math.min(FRAME, size - index * FRAME))));
}

describe.each([15, 16, 17, 18, 19, 20, 21])('a folder with a window of 2^%i', (order) => {
  it.each([
    [1, 5000, 0],
    [2, 400_000, 0],
    [3, 400_000, 12_000_000],
    [4, 163_840, 70_000],
    [5, 2_600_001, 1_000_000],
  ])('decodes to what was put in: seed %i, %i bytes, x86 constant %i', (seed, size, fileSize) => {
    const { frames, content } = madeFolder(seed, { order, size, fileSize });

    expect(frames).toHaveLength(Math.ceil(size / FRAME));
    expect(Buffer.compare(decoded(order, frames, size), content)).toBe(0);
  });
});

it('ends in content or FormatError when its frames are damaged', () => {
  const random = randomNumbers(9);
  const { frames, content } = madeFolder(9, { order: 16, size: 100_000, fileSize: 90_000 });
  let refused = 0;
  for (let round = 0; round < 200; round++) {
    const damaged = frames.map((frame) => frame.slice(0, random(8) === 0 ? random(frame.length) : frame.length));
    const [frame = new Uint8Array(1)] = damaged.slice(random(damaged.length));
    for (let count = 1 + random(3); count > 0; count--) frame[random(frame.length)] = random(256);
    try {
      decoded(16, damaged, content.length);
    } catch (error) {
      expect(error).toMatchObject({ name: 'FormatError', code: 'corrupt' });
      refused += 1;
    }
  }
  expect(refused).toBeGreaterThan(20);
});
