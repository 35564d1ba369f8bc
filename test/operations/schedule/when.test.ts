import { describe, expect, it } from 'vitest';
import { scheduledTime } from '../../../src/operations/schedule/when.ts';

describe('a time', () => {
  it.each([
    ['2026-12-10T22:00:00Z', '2026-12-10T22:00:00.000Z'],
    ['2026-12-10T22:00:00+02:00', '2026-12-10T20:00:00.000Z'],
    ['2026-12-10T22:00:00-05:30', '2026-12-11T03:30:00.000Z'],
    ['2026-12-10T22:00:00', '2026-12-10T22:00:00.000Z'],
    ['2026-12-10 22:00', '2026-12-10T22:00:00.000Z'],
    ['2026-12-10t22:00:00z', '2026-12-10T22:00:00.000Z'],
    ['2026-12-10T22:00:00.123456Z', '2026-12-10T22:00:00.123Z'],
    ['2026-12-10', '2026-12-10T00:00:00.000Z'],
    ['2024-02-29T00:00:00Z', '2024-02-29T00:00:00.000Z'],
  ])('%s is %s', (at, time) => {
    expect(scheduledTime({ at })).toBe(time);
  });

  it.each([
    ...['', 'tomorrow', '10.12.2026', '2026-13-01', '2026-12-32', '2026-02-30', '2025-02-29T00:00:00Z'],
    ...['2026-12-10T25:00:00Z', '2026-12-10T22:00:00+99:00', '1234567890', '2026-12-10T22:00:00Z; rm', '+102026-12-10'],
    ...['9999-12-31T23:59:59-23:00', '2026-12-10T22'],
  ])('%j is refused', (at) => {
    expect(() => scheduledTime({ at })).toThrow(expect.objectContaining({ id: 'ImgScheduleInvalid' }));
  });
});

it('is now when that is asked for, and one of both must be said', () => {
  expect(scheduledTime({ runNow: true })).toBeUndefined();
  for (const request of [{}, { runNow: false }, { runNow: true, at: '2026-12-10' }]) {
    expect(() => scheduledTime(request)).toThrow(expect.objectContaining({ id: 'ImgScheduleInvalid' }));
  }
});
