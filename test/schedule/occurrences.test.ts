import { describe, expect, it } from 'vitest';
import type { Recurrence } from '../../src/contract/generated/types.ts';
import { checkRules } from './check/check.ts';
import { next, noted } from './next.ts';

it('finds what a slow search from day to day finds (1,000 rules, seed 20)', () => {
  const { rules, differences, kinds, windows, changes } = checkRules(1000, 20);

  expect(differences).toEqual([]);
  expect(rules).toBe(1000);
  expect(Object.keys(kinds)).toHaveLength(8);
  expect(windows).toBeGreaterThan(100);
  expect(changes).toBeGreaterThan(0);
});

describe('the next occurrences', () => {
  const after = '2026-11-29T00:00:00Z';

  it.each<[what: string, recurrence: Recurrence, expected: string[]]>([
    [
      'Patch Tuesday and two days',
      { patchTuesday: { offsetDays: 2 }, start: '22:00' },
      ['2026-12-10T22:00:00+01:00', '2027-01-14T22:00:00+01:00', '2027-02-11T22:00:00+01:00'],
    ],
    [
      'Patch Tuesday plus one in a month that begins on a Wednesday: not the second Wednesday',
      { patchTuesday: { offsetDays: 1 }, from: '2027-09-01' },
      ['2027-09-15T00:00:00+02:00', '2027-10-13T00:00:00+02:00', '2027-11-10T00:00:00+01:00'],
    ],
    [
      'an offset that leads into the month before',
      { patchTuesday: { offsetDays: -14 }, start: '08:00' },
      ['2026-12-29T08:00:00+01:00', '2027-01-26T08:00:00+01:00', '2027-02-23T08:00:00+01:00'],
    ],
    [
      'an offset that leads into the month behind',
      { monthlyByWeekDay: { order: 'Last', weekDay: 'Friday', offsetDays: 5 }, start: '23:00' },
      ['2026-12-02T23:00:00+01:00', '2026-12-30T23:00:00+01:00', '2027-02-03T23:00:00+01:00'],
    ],
    [
      'a day that some months lack',
      { monthlyByDate: { day: 31 } },
      ['2026-11-30T00:00:00+01:00', '2026-12-31T00:00:00+01:00', '2027-01-31T00:00:00+01:00'],
    ],
    [
      'the last day of every third month, counted from February',
      { monthlyByDate: { day: 'last', every: 3 }, from: '2027-02-01' },
      ['2027-02-28T00:00:00+01:00', '2027-05-31T00:00:00+02:00', '2027-08-31T00:00:00+02:00'],
    ],
    [
      'every second week from a Saturday on: its week counts',
      { weekly: { every: 2, weekDays: ['Saturday', 'Sunday'] }, from: '2026-12-05', start: '06:00' },
      ['2026-12-05T06:00:00+01:00', '2026-12-13T06:00:00+01:00', '2026-12-19T06:00:00+01:00'],
    ],
    [
      'every tenth day',
      { daily: { every: 10 }, from: '2026-11-25T21:30' },
      ['2026-12-05T21:30:00+01:00', '2026-12-15T21:30:00+01:00', '2026-12-25T21:30:00+01:00'],
    ],
    [
      'an interval, whose first one is from at start',
      { interval: { hours: 30 }, from: '2026-12-01', start: '20:00' },
      ['2026-12-01T20:00:00+01:00', '2026-12-03T02:00:00+01:00', '2026-12-04T08:00:00+01:00'],
    ],
    [
      'cron text',
      { cron: '0 22 * * TUE#2', timeZone: 'America/New_York' },
      ['2026-12-08T22:00:00-05:00', '2027-01-12T22:00:00-05:00', '2027-02-09T22:00:00-05:00'],
    ],
    ['once, local', { once: { at: '2026-12-10T22:00' } }, ['2026-12-10T22:00:00+01:00']],
    ['once, at a moment', { once: { at: '2026-12-10T22:00:00Z' } }, ['2026-12-10T23:00:00+01:00']],
    ['once, a date with its start', { once: { at: '2026-12-10' }, start: '05:45' }, ['2026-12-10T05:45:00+01:00']],
    [
      'an end date, which is in it',
      { daily: {}, start: '23:59', until: '2026-11-30' },
      ['2026-11-29T23:59:00+01:00', '2026-11-30T23:59:00+01:00'],
    ],
    [
      'an end in time, which is in it',
      { daily: {}, start: '12:00', until: '2026-11-30T11:00:00Z' },
      ['2026-11-29T12:00:00+01:00', '2026-11-30T12:00:00+01:00'],
    ],
  ])('of %s', (_what, recurrence, expected) => {
    expect(next(recurrence, after)).toEqual(expected);
  });

  it('are strictly later than the moment that was named', () => {
    const daily: Recurrence = { daily: {}, start: '22:00', timeZone: 'UTC' };

    expect(next(daily, '2026-11-29T21:59:59.999Z', 1)).toEqual(['2026-11-29T22:00:00+00:00']);
    expect(next(daily, '2026-11-29T22:00:00Z', 1)).toEqual(['2026-11-30T22:00:00+00:00']);
  });

  it('end when the schedule is over', () => {
    expect(next({ once: { at: '2026-12-10T22:00' } }, '2026-12-10T21:00:00Z')).toEqual([]);
  });
});

describe('daylight saving', () => {
  it('takes a time that does not exist at the first moment after the gap', () => {
    expect(noted({ daily: {}, start: '02:30' }, '2026-03-28T12:00:00Z', 2)).toEqual([
      ['2026-03-29T03:00:00+02:00', '2026-03-29 02:30 does not exist; the first moment after the gap is taken.'],
      ['2026-03-30T02:30:00+02:00'],
    ]);
  });

  it('takes a time that comes twice the first time', () => {
    expect(noted({ daily: {}, start: '02:30' }, '2026-10-24T12:00:00Z', 2)).toEqual([
      ['2026-10-25T02:30:00+02:00', '2026-10-25 02:30 comes twice; the first is taken.'],
      ['2026-10-26T02:30:00+01:00'],
    ]);
  });

  it('holds in the south, where half an hour is left out, and for a day that an island left out', () => {
    const lordHowe = { daily: {}, start: '02:10', timeZone: 'Australia/Lord_Howe' };
    const apia = { daily: {}, start: '22:00', timeZone: 'Pacific/Apia' };

    expect(next(lordHowe, '2026-10-03T00:00:00Z', 1)).toEqual(['2026-10-04T02:30:00+11:00']);
    expect(next(apia, '2011-12-30T08:00:00Z', 2)).toEqual(['2011-12-31T00:00:00+14:00', '2011-12-31T22:00:00+14:00']);
  });

  it('gives each moment once, also where cron names several minutes of the gap', () => {
    expect(next({ cron: '*/20 2 * * *' }, '2026-03-28T12:00:00Z', 2)).toEqual([
      ...['2026-03-29T03:00:00+02:00', '2026-03-30T02:00:00+02:00'],
    ]);
  });

  it('leaves an interval of hours as long as it is, and days at their local time', () => {
    const from = '2026-10-24';

    expect(next({ interval: { hours: 24 }, from, start: '12:00' }, '2026-10-24T00:00:00Z', 2)).toEqual([
      ...['2026-10-24T12:00:00+02:00', '2026-10-25T11:00:00+01:00'],
    ]);
    expect(next({ interval: { days: 1 }, from, start: '12:00' }, '2026-10-24T00:00:00Z', 2)).toEqual([
      ...['2026-10-24T12:00:00+02:00', '2026-10-25T12:00:00+01:00'],
    ]);
  });
});

describe('a recurrence that cannot be', () => {
  const window = { weekDays: ['Saturday' as const], start: '20:00', minutes: 60 };

  it.each<[recurrence: Recurrence, sentence: RegExp]>([
    [{}, /exactly one of once, .*; this one names none\.$/],
    [{ daily: {}, cron: '0 0 * * *' }, /names daily and cron\.$/],
    [{ daily: {}, timeZone: 'Europe/Atlantis' }, /no time zone "Europe\/Atlantis"/],
    [{ daily: {}, timeZone: '+01:00' }, /no time zone "\+01:00"/],
    [{ daily: {}, start: '24:00' }, /start: "24:00" is not a time of day/],
    [{ daily: {}, from: '2026-02-30' }, /from: "2026-02-30" is neither/],
    [{ daily: {}, until: 'Christmas' }, /until: "Christmas" is neither/],
    [{ daily: {}, from: '2027-01-02', until: '2027-01-01' }, /ends \(2027-01-01\) before it begins \(2027-01-02\)/],
    [{ weekly: { weekDays: [] } }, /needs a day of the week/],
    [{ interval: {} }, /has no length/],
    [{ interval: { minutes: 10 }, jitterMinutes: 10 }, /shorter than the interval/],
    [{ once: { at: 'soon' } }, /once\.at: "soon" is neither/],
    [{ once: { at: '2026-12-10T22:00' }, start: '22:00' }, /says the time of day already/],
    [{ once: { at: '2026-12-10T22:00' }, until: '2026-12-01' }, /never happens until 2026-12-01/],
    [
      { weekly: { weekDays: ['Friday'] }, from: '2026-12-05', until: '2026-12-10' },
      /never happens from 2026-12-05 until/,
    ],
    [{ cron: '0 0 30 2 *' }, /never happens at all/],
    [{ cron: '0 0 * *' }, /has 4 fields; it takes five/],
    [{ cron: '0 0 0 * * *' }, /has 6 fields; it takes five/],
    [{ cron: '61 0 * * *' }, /"61 0 \* \* \*" is not understood: Invalid value for minute/],
    [{ cron: '@reboot' }, /is not understood/],
    [{ cron: '0 0 * * *', start: '22:00' }, /leave start out/],
    [{ daily: {}, missedRun: 'NextWindow' }, /there is no window/],
    [{ daily: {}, window: { ...window, weekDays: [] } }, /never opens: its list of days is empty/],
    [{ daily: {}, window: { ...window, start: '8pm' } }, /window\.start: "8pm"/],
    [
      { daily: {}, from: '2026-12-07', until: '2026-12-11', window },
      /window never opens when .* from 2026-12-07 until/,
    ],
  ])('%j is refused', (recurrence, sentence) => {
    const problem = expect.objectContaining({ id: 'ImgScheduleInvalid', message: expect.stringMatching(sentence) });

    expect(() => next(recurrence, '2026-11-29T00:00:00Z')).toThrow(problem);
  });
});
