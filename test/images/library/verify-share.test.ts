import { describe, expect, it } from 'vitest';
import type { WimBlob } from '../../../src/formats/wim/types.ts';
import { overlappingResources, verifyShares } from '../../../src/images/library/verify-share.ts';

const mebibyte = 1 << 20;

function blob(offset: number, size: number, solidRun?: number): WimBlob {
  const solid = solidRun !== undefined;
  const rest = { compressed: false, metadata: false, solid, referenceCount: 1, ...(solid ? { solidRun } : {}) };
  return { sha1: `${solidRun ?? ''}:${offset}`, size, storedSize: solid ? 0 : size, offset, ...rest };
}

describe('shares', () => {
  it.each([
    ['nothing', [], []],
    ['one small resource', [blob(0, 1)], [[0, 1]]],
    [
      'resources of 20 MiB',
      [0, 20, 40, 60, 80].map((at) => blob(at * mebibyte, 20 * mebibyte)),
      [
        [0, 2],
        [2, 4],
        [4, 5],
      ],
    ],
    [
      'one that is larger than a share',
      [blob(0, 500 * mebibyte), blob(500 * mebibyte, 1)],
      [
        [0, 1],
        [1, 2],
      ],
    ],
    [
      'small ones behind one that takes much longer',
      [blob(0, 40 * mebibyte), blob(40 * mebibyte, 1), blob(50 * mebibyte, 500 * mebibyte), blob(600 * mebibyte, 1)],
      [
        [1, 3],
        [0, 1],
        [3, 4],
      ],
    ],
    [
      'solid chunks, each whole',
      [blob(0, 30 * mebibyte, 0), blob(30 * mebibyte, 40 * mebibyte, 0), blob(70 * mebibyte, 1, 0), blob(0, 1, 1)],
      [
        [0, 2],
        [2, 3],
        [3, 4],
      ],
    ],
  ])('of %s', (_what, blobs, shares) => {
    expect(verifyShares(blobs)).toEqual(shares.map(([from, to]) => ({ from, to })));
  });

  it('hold every resource once', () => {
    const blobs = Array.from({ length: 1000 }, (_, at) => blob(at * mebibyte, (at % 7) * mebibyte));
    const shares = verifyShares(blobs).toSorted((first, second) => first.from - second.from);

    expect(shares.flatMap(({ from, to }) => blobs.slice(from, to))).toEqual(blobs);
  });
});

it('finds resources that share bytes, each solid run for itself', () => {
  const blobs = [blob(0, 10), blob(5, 10), blob(15, 5), blob(0, 9, 0), blob(8, 3, 0), blob(0, 4, 1)];

  expect([...overlappingResources(blobs)]).toEqual([':5', '0:8']);
});
