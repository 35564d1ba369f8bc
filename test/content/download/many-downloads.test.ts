import { expect, it } from 'vitest';
import { manyDownloads } from './many-downloads.ts';

it.each([1, 2])('takes no bad byte and fails clearly, whatever the server does (seed %i)', async (seed) => {
  const { complete, failed, bad, unclear } = await manyDownloads(40, seed);

  expect({ bad, unclear }).toEqual({ bad: [], unclear: [] });
  expect(complete + Object.values(failed).reduce((sum, each) => sum + each, 0)).toBe(40);
  // The faults bite, and not everywhere.
  expect(complete).toBeGreaterThan(10);
  expect(complete).toBeLessThan(40);
});
