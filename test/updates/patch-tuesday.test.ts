import { expect, it } from 'vitest';
import { isPatchTuesday } from '../../src/updates/patch-tuesday.ts';

it.each([
  ['2025-06-10', true],
  ['2025-06-10T17:00:00Z', true],
  // Evening of the Tuesday on the Pacific coast.
  ['2025-06-11T01:30:00Z', true],
  // An out-of-band update came on the Wednesday, KB5063060.
  ['2025-06-11T17:00:00Z', false],
  ['2025-06-03T17:00:00Z', false],
  ['2025-06-17T17:00:00Z', false],
])('%s is the second Tuesday: %s', (time, expected) => {
  expect(isPatchTuesday(Date.parse(time))).toBe(expected);
});
