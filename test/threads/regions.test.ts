import { describe, expect, it } from 'vitest';
import { Regions } from '../../src/threads/regions.ts';

/** What each thread takes when thread n needs `speeds[n]` ticks for a request. */
function takenBy(requests: number, speeds: readonly number[]): number[][] {
  const regions = new Regions(requests, speeds.length);
  const taken: number[][] = speeds.map(() => []);
  for (let tick = 0; tick < requests * Math.max(...speeds); tick++) {
    for (const [thread, speed] of speeds.entries()) {
      const place = tick % speed === 0 ? regions.take(thread) : undefined;
      if (place !== undefined) taken[thread]?.push(place);
    }
  }
  return taken;
}

describe('Regions', () => {
  it('gives every thread neighbours', () => {
    expect(takenBy(6, [1, 1])).toEqual([
      [0, 1, 2],
      [3, 4, 5],
    ]);
  });

  it('gives a thread that is done the second half of what another one has left', () => {
    expect(takenBy(12, [1, 3])).toEqual([
      [0, 1, 2, 3, 4, 5, 10, 11, 9],
      [6, 7, 8],
    ]);
  });

  it.each([
    [1, [1]],
    [100, [1, 1, 1]],
    [101, [1, 7, 2, 30]],
    [5, [9, 1, 1, 1, 1]],
  ])('gives each of %i requests to one thread, whatever the speeds %j', (requests, speeds) => {
    const all = takenBy(requests, speeds).flat();

    expect(all.toSorted((first, second) => first - second)).toEqual(Array.from({ length: requests }, (_, at) => at));
  });

  it('gives nothing when it is closed', () => {
    const regions = new Regions(10, 2);
    regions.close();

    expect(regions.take(0)).toBeUndefined();
  });
});
