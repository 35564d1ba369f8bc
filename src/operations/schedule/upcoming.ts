import type { SchedulePreviewResult } from '../../contract/generated/types.ts';
import type { Occurrence, Rule } from '../../schedule/index.ts';
import type { Calendar } from '../../servicing/schedules/calendar.ts';

export type Upcoming = SchedulePreviewResult['occurrences'][number];

interface Asked {
  calendar: Calendar;
  rule: Rule;
  /** Strictly later than this moment. */
  after: number;
  count: number;
  /** How long a run takes. */
  estimateMinutes?: number | undefined;
}

/** The next occurrences of a rule, each with what is special about it. */
export function upcoming({ calendar, rule, after, count, estimateMinutes }: Asked): Upcoming[] {
  const found: Upcoming[] = [];
  if (count === 0) return found;
  for (const occurrence of calendar.occurrences(rule, after)) {
    const { at } = occurrence;
    const notes = notesOf({ calendar, rule, occurrence, estimateMinutes });
    const note = notes.length === 0 ? {} : { note: notes.join(' ') };
    found.push({ at: new Date(at).toISOString(), local: calendar.localText(at, rule.zone), ...note });
    if (found.length === count) break;
  }
  return found;
}

interface Noted {
  calendar: Calendar;
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

/** What somebody who makes a schedule should know of its window: that a run does not fit, and when. */
export function windowWarning(asked: Omit<Asked, 'count'>): string | undefined {
  const { calendar, rule, estimateMinutes } = asked;
  if (rule.window === undefined || estimateMinutes === undefined) return undefined;
  for (const occurrence of calendar.occurrences(rule, asked.after)) {
    const [note] = windowNotes({ calendar, rule, occurrence, estimateMinutes });
    return note === undefined ? undefined : `${calendar.localText(occurrence.at, rule.zone)}: ${note}`;
  }
  return undefined;
}
