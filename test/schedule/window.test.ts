import { describe, expect, it } from 'vitest';
import type { Recurrence } from '../../src/contract/generated/types.ts';
import { admission, readWindow, windowState } from '../../src/schedule/window.ts';
import { noted } from './next.ts';

type Written = NonNullable<Recurrence['window']>;

const saturday: Written = { weekDays: ['Saturday'], start: '20:00', minutes: 240 };
const at = (text: string): number => Date.parse(text);
const stateAt = (window: Written, moment: string): unknown => {
  const state = windowState(readWindow(window, 'Europe/Berlin'), at(moment));
  const text = (value: unknown): unknown => (typeof value === 'number' ? new Date(value).toISOString() : value);
  return Object.fromEntries(Object.entries(state).map(([name, value]) => [name, text(value)]));
};

describe('a window', () => {
  it.each<[what: string, window: Written, moment: string, state: object]>([
    [
      'is shut before it opens',
      saturday,
      '2026-12-12T18:59:59.999Z',
      { open: false, closed: '2026-12-05T23:00:00.000Z', opens: '2026-12-12T19:00:00.000Z' },
    ],
    [
      'is open from its first moment',
      saturday,
      '2026-12-12T19:00:00Z',
      { open: true, closes: '2026-12-12T23:00:00.000Z' },
    ],
    [
      'is shut at its end',
      saturday,
      '2026-12-12T23:00:00Z',
      { open: false, closed: '2026-12-12T23:00:00.000Z', opens: '2026-12-19T19:00:00.000Z' },
    ],
    [
      'leads over midnight',
      { start: '22:00', minutes: 300 },
      '2026-12-12T01:00:00Z',
      { open: true, closes: '2026-12-12T02:00:00.000Z' },
    ],
    [
      'of two whole days is one',
      { weekDays: ['Saturday', 'Sunday'], start: '00:00', minutes: 1440 },
      '2026-12-12T12:00:00Z',
      { open: true, closes: '2026-12-13T23:00:00.000Z' },
    ],
    [
      'of all days never shuts',
      { start: '00:00', minutes: 1440 },
      '2026-12-12T12:00:00Z',
      { open: true, closes: undefined },
    ],
    [
      'opens after the gap when its time does not exist',
      { start: '02:30', minutes: 30 },
      '2026-03-29T01:10:00Z',
      { open: true, closes: '2026-03-29T01:30:00.000Z' },
    ],
  ])('%s', (_what, window, moment, state) => {
    expect(stateAt(window, moment)).toEqual(state);
  });
});

describe('a run', () => {
  const window = readWindow(saturday, 'Europe/Berlin');
  const opens = at('2026-12-19T19:00:00Z');

  it.each<[what: string, moment: string, estimate: number | undefined, answer: object]>([
    ['may begin while it fits', '2026-12-12T19:00:00Z', 240, { answer: 'open' }],
    ['of unknown length may begin to the last moment', '2026-12-12T22:59:59Z', undefined, { answer: 'open' }],
    ['waits while the window is shut', '2026-12-13T00:00:00Z', 60, { answer: 'closed', opens }],
    ['waits when too little is left', '2026-12-12T22:15:00Z', 60, { answer: 'closing', leftMinutes: 45, opens }],
    ['that fits into no window is told', '2026-12-12T19:00:00Z', 241, { answer: 'tooShort', minutes: 240 }],
  ])('%s', (_what, moment, estimate, answer) => {
    expect(admission(window, at(moment), estimate)).toEqual(answer);
  });

  it('needs no window where there is none', () => {
    expect(admission(undefined, at('2026-12-12T19:00:00Z'), 5000)).toEqual({ answer: 'open' });
  });

  it('fits into days that meet', () => {
    const weekend = readWindow({ weekDays: ['Saturday', 'Sunday'], start: '00:00', minutes: 1440 }, 'Europe/Berlin');

    expect(admission(weekend, at('2026-12-11T23:00:00Z'), 2880)).toEqual({ answer: 'open' });
    expect(admission(weekend, at('2026-12-11T23:00:00Z'), 2881)).toEqual({ answer: 'tooShort', minutes: 2880 });
  });
});

describe('an occurrence', () => {
  it('outside the window waits for its opening, and says so', () => {
    expect(
      noted({ patchTuesday: { offsetDays: 2 }, start: '22:00', window: saturday }, '2026-12-01T00:00:00Z', 1),
    ).toEqual([['2026-12-12T20:00:00+01:00', 'Due 2026-12-10 22:00; it waits until the maintenance window opens.']]);
  });

  it('that came due before the moment that was named still waits', () => {
    expect(
      noted({ patchTuesday: { offsetDays: 2 }, start: '22:00', window: saturday }, '2026-12-11T12:00:00Z', 1),
    ).toEqual([['2026-12-12T20:00:00+01:00', expect.any(String)]]);
  });

  it('shares an opening with those that wait for the same one', () => {
    const found = noted({ daily: {}, start: '21:00', window: saturday }, '2026-12-01T00:00:00Z', 4).map(
      ([local]) => local,
    );

    expect(found).toEqual([
      ...['2026-12-05T20:00:00+01:00', '2026-12-05T21:00:00+01:00'],
      ...['2026-12-12T20:00:00+01:00', '2026-12-12T21:00:00+01:00'],
    ]);
  });
});
