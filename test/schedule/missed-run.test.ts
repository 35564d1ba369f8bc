import { describe, expect, it } from 'vitest';
import type { Recurrence } from '../../src/contract/generated/types.ts';
import { decideRun } from '../../src/schedule/missed-run.ts';
import { checkedRule } from '../../src/schedule/occurrences.ts';

const at = (text: string): number => Date.parse(text);
const monthly: Recurrence = { patchTuesday: { offsetDays: 2 }, start: '22:00', timeZone: 'UTC' };
const window = { weekDays: ['Thursday' as const, 'Saturday' as const], start: '21:00', minutes: 120 };
const due = at('2026-12-10T22:00:00Z');

/** What is decided about the run of 2026-12-10 22:00, a Thursday. */
function decision(more: Partial<Recurrence>, now: string, estimateMinutes?: number): object {
  const rule = checkedRule({ ...monthly, ...more }, 'UTC');
  return decideRun(rule, { due, now: at(now), ...(estimateMinutes === undefined ? {} : { estimateMinutes }) });
}

const onTime = { action: 'run', late: false, tooShort: false };
const late = { action: 'run', late: true, tooShort: false };
const saturday = at('2026-12-12T21:00:00Z');

describe('a run', () => {
  it.each<[what: string, more: Partial<Recurrence>, now: string, decided: object]>([
    ['is not due', {}, '2026-12-10T21:59:59Z', { action: 'wait', at: due, reason: 'notDue' }],
    ['is due', {}, '2026-12-10T22:00:00Z', onTime],
    ['is not late after some minutes, whatever is asked for', { missedRun: 'Skip' }, '2026-12-10T22:10:00Z', onTime],
    [
      'is not late while its duration lasts',
      { missedRun: 'Skip', duration: { hours: 5 } },
      '2026-12-11T03:00:00Z',
      onTime,
    ],
    ['that was missed runs late by default', {}, '2026-12-25T08:00:00Z', late],
    ['that was missed runs late', { missedRun: 'RunLate' }, '2026-12-10T22:10:00.001Z', late],
    [
      'that was missed is left out; the next one is named',
      { missedRun: 'Skip' },
      '2027-01-20T08:00:00Z',
      { action: 'skip', at: at('2027-02-11T22:00:00Z') },
    ],
    [
      'that was missed is left out at the end',
      { missedRun: 'Skip', until: '2026-12-31' },
      '2026-12-20T08:00:00Z',
      { action: 'skip', at: undefined },
    ],
    ['in its window runs', { window }, '2026-12-10T22:05:00Z', onTime],
    ['runs late while the window is open', { window }, '2026-12-10T22:55:00Z', late],
    [
      'never runs late while it is shut',
      { window },
      '2026-12-11T08:00:00Z',
      { action: 'wait', at: saturday, reason: 'windowClosed' },
    ],
    [
      'that waits for the next window lets the rest of this one go',
      { window, missedRun: 'NextWindow' },
      '2026-12-10T22:55:00Z',
      { action: 'wait', at: saturday, reason: 'nextWindow' },
    ],
    ['that waited for the next window runs in it', { window, missedRun: 'NextWindow' }, '2026-12-12T21:00:30Z', late],
  ])('%s', (_what, more, now, decided) => {
    expect(decision(more, now)).toEqual(decided);
  });

  it('that does not fit into the rest of a window waits for the next one', () => {
    const decided = { action: 'wait', at: saturday, reason: 'windowClosing' };

    expect(decision({ window }, '2026-12-10T22:00:00Z', 61)).toEqual(decided);
    expect(decision({ window }, '2026-12-10T22:00:00Z', 60)).toEqual(onTime);
  });

  it('that fits into no window begins when one opens, and says so', () => {
    expect(decision({ window }, '2026-12-10T22:30:00Z', 500)).toEqual({
      action: 'wait',
      at: saturday,
      reason: 'windowClosing',
    });
    expect(decision({ window }, '2026-12-12T21:00:00Z', 500)).toEqual({ action: 'run', late: true, tooShort: true });
  });
});
