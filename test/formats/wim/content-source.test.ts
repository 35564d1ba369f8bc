import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { arraySource } from '../../../src/formats/array-source.ts';
import { openWim } from '../../../src/formats/wim/open.ts';
import { newDigest } from '../../../src/ports/digests.ts';
import { randomNumbers } from '../../helpers/random-numbers.ts';
import { sampleWim } from '../../images/sample-image.ts';
import { solidWim } from './solid-wim.ts';

const random = randomNumbers(7);
/** Words and noise, so that some chunks are compressed and others stored. */
const content = Uint8Array.from({ length: 300_001 }, (_, at) => (at % 100_000 < 40_000 ? random(256) : at >> 9));
const sha1 = createHash('sha1').update(content).digest('hex');
const { bytes } = sampleWim([{ files: { '\\inner.bin': content } }]);

function counted() {
  const source = arraySource(bytes);
  const read = { bytes: 0 };
  const wim = openWim(
    {
      size: source.size,
      read(offset, length) {
        read.bytes += length;
        return source.read(offset, length);
      },
    },
    newDigest,
  );
  return { wim, read };
}

describe('the content of a file of an image as a source', () => {
  it.each([
    ['the beginning', 0, 100],
    ['across chunks', 32_000, 70_000],
    ['the end', 300_000, 1],
    ['everything', 0, 300_001],
    ['nothing', 300_001, 0],
  ])('reads %s', (_what, offset, length) => {
    expect(counted().wim.content(sha1).read(offset, length)).toEqual(content.subarray(offset, offset + length));
  });

  it('agrees with the content in any order', () => {
    const inside = counted().wim.content(sha1);
    for (let round = 0; round < 200; round++) {
      const offset = random(content.length);
      const length = random(Math.min(5000, content.length - offset));
      expect(Buffer.compare(inside.read(offset, length), content.subarray(offset, offset + length))).toBe(0);
    }
  });

  it('reads of the file only the chunks that are asked for', () => {
    const { wim, read } = counted();
    const before = read.bytes;

    const inside = wim.content(sha1);
    inside.read(200_000, 10);
    inside.read(200_010, 10);

    expect(read.bytes - before).toBeLessThan(40_000);
  });

  it.each([
    [-1, 5],
    [300_000, 2],
    [400_000, 0],
  ])('refuses %i bytes and %i more', (offset, length) => {
    expect(() => counted().wim.content(sha1).read(offset, length)).toThrow(
      expect.objectContaining({ code: 'truncated' }),
    );
  });

  it('names content that is not there', () => {
    expect(() => counted().wim.content('0'.repeat(40))).toThrow(expect.objectContaining({ code: 'not-found' }));
  });
});

it.each([32_768, 65_536])('reads from solid resources with chunks of %i bytes', (chunkSize) => {
  const wim = openWim(solidWim({ chunkSize, resources: 2 }), newDigest);
  for (const blob of wim.blobs.values()) {
    if (blob.metadata) continue;
    const whole = wim.readAll(blob.sha1, 1 << 24);
    const inside = wim.content(blob.sha1);
    const middle = blob.size >> 1;

    expect(Buffer.compare(inside.read(middle, blob.size - middle), whole.subarray(middle))).toBe(0);
    expect(Buffer.compare(inside.read(0, blob.size), whole)).toBe(0);
  }
});
