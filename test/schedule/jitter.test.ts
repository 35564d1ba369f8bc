import { expect, it } from 'vitest';
import type { Recurrence } from '../../src/contract/generated/types.ts';
import { beginning } from '../../src/schedule/jitter.ts';
import { readRule } from '../../src/schedule/rule.ts';

const at = Date.parse('2026-12-12T20:00:00Z');
const rule = (more: Partial<Recurrence>) => readRule({ daily: {}, timeZone: 'UTC', ...more }, 'UTC');
const delays = (of: ReturnType<typeof rule>): number[] =>
  Array.from({ length: 2000 }, (_, n) => (beginning(of, { scheduleId: `s${n}`, at }) - at) / 60_000);

it('is the same for everybody, and another one for each schedule and occurrence', () => {
  const spread = rule({ jitterMinutes: 600 });
  const one = beginning(spread, { scheduleId: 'a', at });

  expect(beginning(spread, { scheduleId: 'a', at })).toBe(one);
  expect(beginning(spread, { scheduleId: 'b', at })).not.toBe(one);
  expect(beginning(spread, { scheduleId: 'a', at: at + 86_400_000 }) - 86_400_000).not.toBe(one);
});

it('fills the whole time evenly and stays in it', () => {
  const found = delays(rule({ jitterMinutes: 60 }));
  const quarters = [0, 15, 30, 45].map((least) => found.filter((each) => each >= least && each < least + 15).length);

  expect(Math.min(...found)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...found)).toBeLessThanOrEqual(60);
  for (const count of quarters) expect(Math.abs(count - 500)).toBeLessThan(100);
});

it('does not lead out of the window', () => {
  const found = delays(rule({ jitterMinutes: 600, window: { start: '19:00', minutes: 90 } }));

  expect(Math.max(...found)).toBeLessThan(30);
  expect(Math.max(...found)).toBeGreaterThan(25);
});

it('is nothing where none is asked for', () => {
  expect(beginning(rule({}), { scheduleId: 'a', at })).toBe(at);
});
