import { describe, expect, it } from 'vitest';
import type {
  Recurrence,
  SchedulePreviewRequest,
  SchedulePreviewResult,
} from '../../../src/contract/generated/types.ts';
import { callOperation } from '../../../src/operations/call.ts';
import { operations } from '../../../src/operations/index.ts';
import type { Context, OperationEntry } from '../../../src/operations/operation.ts';

/** A computer in Berlin on the 1st of December 2026, at noon in UTC. */
const clock = { now: () => new Date('2026-12-01T12:00:00Z'), timeZone: () => 'Europe/Berlin' };
const context = { ports: { clock }, signal: new AbortController().signal } as unknown as Context;

async function preview(request: SchedulePreviewRequest): Promise<SchedulePreviewResult> {
  const { document } = await callOperation(operations.get('schedule.preview') as OperationEntry, request, context);
  return document as unknown as SchedulePreviewResult;
}

const monthly: Recurrence = { patchTuesday: { offsetDays: 2 }, start: '22:00' };

describe('a preview', () => {
  it('is about the next twelve, in the time zone of the computer', async () => {
    const { timeZone, occurrences } = await preview({ schedule: monthly });

    expect(timeZone).toBe('Europe/Berlin');
    expect(occurrences).toHaveLength(12);
    expect(occurrences[0]).toEqual({ at: '2026-12-10T21:00:00.000Z', local: '2026-12-10T22:00:00+01:00' });
    expect(occurrences[11]).toEqual({ at: '2027-11-11T21:00:00.000Z', local: '2027-11-11T22:00:00+01:00' });
  });

  it('takes another beginning, number and zone', async () => {
    const schedule = { ...monthly, timeZone: 'AUS Eastern Standard Time' };
    const { timeZone, occurrences } = await preview({ schedule, after: '2027-01-01', count: 1 });

    expect(timeZone).toBe('Australia/Sydney');
    expect(occurrences).toEqual([{ at: '2027-01-14T11:00:00.000Z', local: '2027-01-14T22:00:00+11:00' }]);
  });

  it('is short when the schedule ends, and empty when it is over', async () => {
    const schedule = { ...monthly, until: '2027-01-31' };

    expect((await preview({ schedule })).occurrences).toHaveLength(2);
    expect((await preview({ schedule, after: '2027-02-01' })).occurrences).toEqual([]);
  });

  it.each<[what: string, more: Partial<Recurrence>, estimateMinutes: number | undefined, note: RegExp | undefined]>([
    ['that the run is spread', { jitterMinutes: 30 }, undefined, /^Begins up to 30 minutes later\.$/],
    ['nothing of a window that fits', { window: { start: '22:00', minutes: 60 } }, 60, undefined],
    ['nothing of a window that is cut', { window: { start: '21:30', minutes: 60 } }, undefined, undefined],
    [
      'that no window is long enough',
      { window: { start: '22:00', minutes: 60 } },
      90,
      /window of 60 minutes is too short for a run of 90/,
    ],
    [
      'that too little of the window is left',
      { window: { start: '21:30', minutes: 60 } },
      45,
      /^Of the maintenance window 30 minutes are left; the run waits until it opens at 2026-12-11T21:30:00\+01:00\.$/,
    ],
    [
      'that it waits for the window',
      { window: { weekDays: ['Saturday'], start: '20:00', minutes: 60 } },
      undefined,
      /^Due 2026-12-10 22:00; it waits until the maintenance window opens\.$/,
    ],
  ])('says %s', async (_what, more, estimateMinutes, note) => {
    const estimate = estimateMinutes === undefined ? {} : { estimateMinutes };
    const { occurrences } = await preview({ schedule: { ...monthly, ...more }, count: 1, ...estimate });

    expect(occurrences).toHaveLength(1);
    if (note === undefined) expect(occurrences[0]).not.toHaveProperty('note');
    else expect(occurrences[0]?.note).toMatch(note);
  });

  it('refuses a recurrence that never happens, and a time that is none', async () => {
    await expect(preview({ schedule: { cron: '0 0 30 2 *' } })).rejects.toMatchObject({ id: 'ImgScheduleInvalid' });
    await expect(preview({ schedule: monthly, after: 'now' })).rejects.toMatchObject({
      ...{ id: 'ImgRequestInvalid', facts: { errors: [{ pointer: '/after' }] } },
    });
  });
});
