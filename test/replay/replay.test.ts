import { describe, expect, it } from 'vitest';
import { anyMissing, titled } from '../helpers/requires.ts';
import { replays } from './replay.ts';

/** Fewest right answers, most undecided ones. One collected title lost a blank in the catalog itself ("RSATfor"). */
const bounds: Readonly<Record<string, readonly [number, number]>> = {
  'release days, default': [1790, 0],
  'release days, previews on': [1790, 0],
  'release days, regular only': [1790, 0],
  'snapshots of an update server': [5600, 0],
  'hard titles': [50, 0],
  'collected titles': [3000, 1],
  'supersedence within a line': [800, 0],
};

describe('replay of collected history', () => {
  for (const { name, needs, run } of replays) {
    it.skipIf(anyMissing(...needs))(titled(`is never wrong: ${name}`, ...needs), async () => {
      const [right = Number.NaN, undecided = Number.NaN] = bounds[name] ?? [];
      const tally = await run();

      expect(tally.wrong).toEqual([]);
      expect(tally.right).toBeGreaterThanOrEqual(right);
      expect(tally.undecided.length).toBeLessThanOrEqual(undecided);
    });
  }
});
