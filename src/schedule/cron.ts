import { Cron } from 'croner';
import { Temporal } from 'temporal-polyfill';
import { invalid } from './invalid.ts';
import { type Candidate, momentOf, wallOf } from './local-time.ts';

export type CronText = Cron;

/** Understands a cron text of five fields. Throws Problem ImgScheduleInvalid. */
export function readCron(text: string): CronText {
  const fields = text.trim().split(/\s+/);
  if (fields.length !== 5 && !text.trim().startsWith('@')) {
    throw invalid(`The cron text ${JSON.stringify(text)} has ${fields.length} fields; it takes five.`);
  }
  try {
    return new Cron(text, { mode: '5-part', utcOffset: 0, paused: true });
  } catch (error) {
    const reason = (error as Error).message.replace(/^CronPattern: /, '');
    throw invalid(`The cron text ${JSON.stringify(text)} is not understood: ${reason}`);
  }
}

/**
 * croner counts on the wall alone, as if it were UTC; what the wall means in the zone is decided where every other
 * recurrence has it decided.
 */
export function* cronCandidates(
  cron: CronText,
  { zone, after }: { zone: string; after: number },
): Generator<Candidate> {
  for (let wall = wallOf(after, zone); ; ) {
    const next = cron.nextRun(new Date(wall.toZonedDateTime('UTC').epochMilliseconds));
    if (next === null) return;
    wall = Temporal.PlainDateTime.from(next.toISOString().slice(0, -1));
    yield momentOf(wall, zone);
  }
}
