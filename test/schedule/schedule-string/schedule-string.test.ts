import { describe, expect, it } from 'vitest';
import type { Recurrence } from '../../../src/contract/generated/types.ts';
import { readScheduleString } from '../../../src/schedule/schedule-string/read.ts';
import { writeScheduleString } from '../../../src/schedule/schedule-string/write.ts';
import { checkStrings } from '../check/strings.ts';

const documented = '791378800008000055147880001B200055177880001E2000';
const start = { start: '22:00', from: '2026-12-10' };

it('reads and writes the documented sample: one point in time and two weekdays', () => {
  const schedules: Recurrence[] = [
    { once: { at: '2004-07-19T08:30' } },
    { weekly: { every: 1, weekDays: ['Tuesday'] }, start: '08:21', from: '2004-07-20' },
    { weekly: { every: 1, weekDays: ['Friday'] }, start: '08:21', from: '2004-07-23' },
  ];

  expect(readScheduleString(documented)).toEqual(schedules);
  expect(readScheduleString(` ${documented.toLowerCase()}\n`)).toEqual(schedules);
  expect(schedules.map(writeScheduleString).join('')).toBe(documented);
});

describe('the bits of each type, laid by hand', () => {
  const head = { start: '08:21', from: '2004-07-20' };

  it.each<[text: string, schedule: Recurrence]>([
    ['5514788F10480000', { once: { at: '2004-07-20T08:21' }, duration: { days: 1, hours: 2, minutes: 15 } }],
    ['551478800013C538', { interval: { days: 7, hours: 5, minutes: 30 }, ...head }],
    ['551478800013C539', { interval: { days: 7, hours: 5, minutes: 30 }, ...head, timeZone: 'UTC' }],
    ['5514788000198000', { weekly: { every: 4, weekDays: ['Sunday'] }, ...head }],
    ['5514788000231400', { monthlyByWeekDay: { every: 1, order: 'Second', weekDay: 'Tuesday' }, ...head }],
    ['551478800027C000', { monthlyByWeekDay: { every: 12, order: 'Last', weekDay: 'Saturday' }, ...head }],
    ['55147880002FCC00', { monthlyByDate: { every: 3, day: 31 }, ...head }],
    ['5514788000280C00', { monthlyByDate: { every: 3, day: 'last' }, ...head }],
  ])('%s', (text, schedule) => {
    expect(readScheduleString(text)).toEqual([schedule]);
    expect(writeScheduleString(schedule)).toBe(text);
  });
});

it('goes there and back (1,000 strings of all types, seed 3)', () => {
  const { differences, types } = checkStrings(1000, 3);

  expect(differences).toEqual([]);
  expect([...new Set(types)].sort()).toEqual([1, 2, 3, 4, 5]);
  expect(types).toHaveLength(1000);
});

describe('what means the same', () => {
  it.each<[recurrence: Recurrence, read: Recurrence[]]>([
    [{ daily: { every: 2 }, ...start }, [{ interval: { days: 2 }, ...start }]],
    [{ daily: {}, from: '2026-12-10T22:00' }, [{ interval: { days: 1 }, ...start }]],
    [
      { patchTuesday: {}, ...start },
      [{ monthlyByWeekDay: { every: 1, order: 'Second', weekDay: 'Tuesday' }, ...start }],
    ],
    [
      { weekly: { weekDays: ['Monday', 'Sunday'] }, ...start },
      [
        { weekly: { every: 1, weekDays: ['Monday'] }, ...start },
        { weekly: { every: 1, weekDays: ['Sunday'] }, ...start },
      ],
    ],
    [
      { monthlyByDate: { day: 'last' }, start: '22:00' },
      [{ monthlyByDate: { every: 1, day: 'last' }, start: '22:00', from: '1970-01-01' }],
    ],
    [
      { once: { at: '2026-12-10T22:00:00+02:00' }, timeZone: 'UTC' },
      [{ once: { at: '2026-12-10T20:00' }, timeZone: 'UTC' }],
    ],
    [{ once: { at: '2026-12-10' }, start: '05:30' }, [{ once: { at: '2026-12-10T05:30' } }]],
  ])('%j is written', (recurrence, read) => {
    expect(readScheduleString(writeScheduleString(recurrence))).toEqual(read);
  });
});

describe('what a string cannot say', () => {
  it.each<[recurrence: Recurrence, sentence: RegExp]>([
    [{ cron: '0 0 * * *' }, /no place for cron/],
    [{ patchTuesday: { offsetDays: 2 }, ...start }, /offset in days is not documented/],
    [{ monthlyByWeekDay: { order: 'Last', weekDay: 'Friday', offsetDays: -1 }, ...start }, /offset in days/],
    [{ daily: {}, ...start, until: '2027-01-01' }, /no place for until/],
    [{ daily: {}, ...start, window: { start: '20:00', minutes: 60 } }, /no place for window/],
    [{ daily: {}, ...start, missedRun: 'Skip' }, /no place for missedRun/],
    [{ daily: {}, ...start, jitterMinutes: 5 }, /no place for jitterMinutes/],
    [{ daily: {}, ...start, timeZone: 'Europe/Berlin' }, /local time and UTC, not Europe\/Berlin/],
    [{ daily: { every: 32 }, ...start }, /days of the interval end at 31; 32 is more/],
    [{ interval: { hours: 24 }, ...start }, /hours of the interval end at 23/],
    [{ interval: { minutes: 90 }, ...start }, /minutes of the interval end at 59/],
    [{ weekly: { every: 5, weekDays: ['Monday'] }, ...start }, /weeks end at 4/],
    [{ monthlyByDate: { every: 13, day: 1 }, ...start }, /months end at 12/],
    [{ daily: {}, ...start, duration: { days: 32 } }, /days of the duration end at 31/],
    [{ daily: {}, start: '22:00', from: '2034-01-01' }, /years from 1970 to 2033, not 2034/],
    [{ daily: {}, start: '22:00', from: '1969-12-31' }, /not 1969/],
    [{ daily: {}, start: '22:00:30', from: '2026-01-01' }, /whole minutes/],
    [{ daily: {}, start: '22:00', from: '2026-01-01T00:00:00Z' }, /pass from without an offset/],
    [{ daily: {}, start: '22:00', from: '2026-01-01T23:00' }, /from is later in its day than start/],
    [{ once: { at: '2026-01-01T00:00:00Z' } }, /pass once\.at without an offset/],
  ])('%j is refused', (recurrence, sentence) => {
    const problem = { id: 'ImgScheduleNotConvertible', message: expect.stringMatching(sentence) };

    expect(() => writeScheduleString(recurrence)).toThrow(expect.objectContaining(problem));
  });

  it('and what is no recurrence is told as that', () => {
    expect(() => writeScheduleString({})).toThrow(expect.objectContaining({ id: 'ImgScheduleInvalid' }));
  });
});

describe('a malformed string', () => {
  it.each<[text: string, sentence: RegExp]>([
    ['', /something else than hexadecimal digits/],
    ['7913788000080000 55147880001B2000', /something else than hexadecimal digits/],
    ['79137880000800G0', /something else than hexadecimal digits/],
    ['791378800008000', /15 digits/],
    [`${documented}00`, /50 digits/],
    ['7913788000000000', /Schedule 1 \(7913788000000000\): its type is none/],
    [`${documented}7913788000300000`, /Schedule 4 .*its type is none/],
    ['7913788000080002', /bits are set whose meaning is not documented/],
    ['7900788000080000', /its start is no date: year 2004, month 7, day 0/],
    ['F913788000080000', /its start is no date/],
    ['7913788000100000', /its interval has no length/],
    ['7913788000182000', /day of the week must be 1 to 7, not 0/],
    ['7913788000190000', /weeks must be 1 to 4, not 0/],
    ['791378800019A000', /weeks must be 1 to 4, not 5/],
    ['7913788000210000', /months must be 1 to 12, not 0/],
    ['7913788000211A00', /order must be 0 to 4, not 5/],
    ['7913788000283400', /months must be 1 to 12, not 13/],
    ['79137880C0080000', /hours of the duration must be 0 to 23, not 24/],
  ])('%j is refused', (text, sentence) => {
    const problem = { id: 'ImgScheduleStringInvalid', message: expect.stringMatching(sentence) };

    expect(() => readScheduleString(text)).toThrow(expect.objectContaining(problem));
  });
});
