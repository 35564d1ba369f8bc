import { expect, it } from 'vitest';
import { earliestPosted } from '../../src/rules/posted-within.ts';

it.each([
  ['P7D', '2025-07-20T12:00:00Z', '2025-07-13T12:00:00.000Z'],
  ['P2W', '2025-07-20T12:00:00Z', '2025-07-06T12:00:00.000Z'],
  ['PT36H', '2025-07-20T12:00:00Z', '2025-07-19T00:00:00.000Z'],
  ['P1M', '2025-03-31T10:00:00Z', '2025-02-28T10:00:00.000Z'],
  ['P14M', '2025-07-20T12:00:00Z', '2024-05-20T12:00:00.000Z'],
  ['P1Y', '2024-02-29T00:00:00Z', '2023-02-28T00:00:00.000Z'],
  ['P9999Y', '2025-07-20T12:00:00Z', '1970-01-01T00:00:00.000Z'],
])('%s before %s is %s', (duration, at, earliest) => {
  expect(earliestPosted(duration, at)).toBe(earliest);
});

it.each(['', 'P', 'P1', 'P1M2D', 'PT5M', '7', 'P-1D', 'p1d'])('%j is no duration of one unit', (duration) => {
  expect(earliestPosted(duration, '2025-07-20T12:00:00Z')).toBeUndefined();
});
