import { expect, it } from 'vitest';
import { readDateTime } from '../../src/operations/date-time.ts';

it.each<[string, string | undefined]>([
  ['2026-12-10', '2026-12-10T00:00:00.000Z'],
  ['2026-12-10T22:00', '2026-12-10T22:00:00.000Z'],
  ['2026-12-10 22:00:30', '2026-12-10T22:00:30.000Z'],
  ['2026-12-10T22:00:00+02:00', '2026-12-10T20:00:00.000Z'],
  ['2026-12-10t22:00:00z', '2026-12-10T22:00:00.000Z'],
  ['2026-02-30', undefined],
  ['2026-13-01', undefined],
  ['2026-12-10T25:00:00Z', undefined],
  ['9999-12-31T23:00:00-05:00', undefined],
  ['tomorrow', undefined],
  ['', undefined],
])('%j is %s', (text, expected) => {
  expect(readDateTime(text)).toBe(expected);
});

it('takes a date for its whole day where that is asked for', () => {
  expect(readDateTime('2026-12-10', { wholeDay: true })).toBe('2026-12-10T23:59:59.999Z');
});
