import type { SchedulePreviewRequest, SchedulePreviewResult } from '../../contract/generated/types.ts';
import { schedulePreview as validate } from '../../contract/generated/validators.js';
import { Problem } from '../../errors.ts';
import type { Occurrence, Rule } from '../../schedule/index.ts';
import { readDateTime } from '../date-time.ts';
import type { Operation } from '../operation.ts';
import { loadCalendar } from './calendar.ts';

export const schedulePreview: Operation<SchedulePreviewRequest, SchedulePreviewResult> = {
  name: 'schedule.preview',
  validate,
  async run({ schedule, after, count = 12, estimateMinutes }, { ports: { clock } }) {
    const calendar = await loadCalendar();
    const rule = calendar.checkedRule(schedule, clock.timeZone());
    const found: SchedulePreviewResult['occurrences'] = [];
    for (const occurrence of calendar.occurrences(rule, momentOf(after) ?? clock.now().getTime())) {
      const { at } = occurrence;
      const notes = notesOf({ calendar, rule, occurrence, estimateMinutes });
      const note = notes.length === 0 ? {} : { note: notes.join(' ') };
      found.push({ at: new Date(at).toISOString(), local: calendar.localText(at, rule.zone), ...note });
      if (found.length === count) break;
    }
    return { result: { timeZone: rule.zone, occurrences: found } };
  },
};

function momentOf(after: string | undefined): number | undefined {
  if (after === undefined) return undefined;
  const time = readDateTime(after);
  if (time !== undefined) return Date.parse(time);
  throw new Problem('ImgRequestInvalid', {
    detail: `${JSON.stringify(after)} is not a date and time (RFC 3339, for example 2026-12-10T22:00:00Z).`,
    errors: [{ pointer: '/after', message: 'is not a date and time' }],
  });
}

interface Noted {
  calendar: Awaited<ReturnType<typeof loadCalendar>>;
  rule: Rule;
  occurrence: Occurrence;
  estimateMinutes: number | undefined;
}

function notesOf(noted: Noted): string[] {
  const { jitterMinutes } = noted.rule;
  const spread = jitterMinutes === 0 ? [] : [`Begins up to ${jitterMinutes} minutes later.`];
  return [...noted.occurrence.notes, ...spread, ...windowNotes(noted)];
}

/** Told beforehand: what a run of that length would meet. */
function windowNotes({ calendar, rule, occurrence, estimateMinutes }: Noted): string[] {
  const answer = calendar.admission(rule.window, occurrence.at, estimateMinutes);
  if (answer.answer === 'tooShort') {
    return [`The maintenance window of ${answer.minutes} minutes is too short for a run of ${estimateMinutes}.`];
  }
  if (answer.answer !== 'closing') return [];
  const opens = calendar.localText(answer.opens, rule.zone);
  return [
    `Of the maintenance window ${answer.leftMinutes} minutes are left; the run waits until it opens at ${opens}.`,
  ];
}
