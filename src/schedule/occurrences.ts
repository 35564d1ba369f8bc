import type { Recurrence } from '../contract/generated/types.ts';
import { invalid } from './invalid.ts';
import { type Candidate, shown, wallOf } from './local-time.ts';
import { type Rule, readRule } from './rule.ts';
import { windowState } from './window.ts';

/** One time at which a schedule happens; `at` is after the window was waited for, without jitter. */
export type Occurrence = Candidate;

/** Last moment of the year 9999, after which no calendar of ours goes. */
const endOfTime = Date.UTC(9999, 11, 31);

/** The occurrences strictly later than `after`, in order; each moment once. May be without end. */
export function* occurrences(rule: Rule, after: number): Generator<Occurrence> {
  const { window } = rule;
  if (window === undefined) {
    yield* inBounds(rule, after);
    return;
  }
  // What came due since the window was open last still waits for its next opening.
  const before = windowState(window, after);
  let done = before.open ? after : before.closed - 1;
  for (;;) {
    const due = next(inBounds(rule, done));
    if (due === undefined) return;
    const state = windowState(window, due.at);
    const waits = state.open ? undefined : state.opens;
    const at = waits ?? due.at;
    if (at > (rule.until ?? endOfTime)) return;
    const note = `Due ${shown(wallOf(due.at, rule.zone))}; it waits until the maintenance window opens.`;
    if (at > after) yield waits === undefined ? due : { at, notes: [...due.notes, note] };
    done = at;
  }
}

/** The first occurrence strictly later than `after`. */
export function nextOccurrence(rule: Rule, after: number): Occurrence | undefined {
  return next(occurrences(rule, after));
}

/**
 * Reads a recurrence that happens at least once. Throws Problem ImgScheduleInvalid: for what contradicts itself, what
 * never happens, and a window that never opens while it lasts.
 */
export function checkedRule(recurrence: Recurrence, hostTimeZone: string): Rule {
  const rule = readRule(recurrence, hostTimeZone);
  const first = rule.from ?? Date.UTC(1900, 0, 1);
  const patternNext = next(inBounds(rule, first - 1));
  const bounds = [recurrence.from && `from ${recurrence.from}`, recurrence.until && `until ${recurrence.until}`];
  const range = bounds.filter(Boolean).join(' ') || 'at all';
  if (patternNext === undefined) throw invalid(`The recurrence never happens ${range}.`);
  if (rule.window !== undefined && nextOccurrence(rule, first - 1) === undefined) {
    throw invalid(`The maintenance window never opens when the recurrence is due, ${range}.`);
  }
  return rule;
}

/** What the pattern says, without a window: strictly later than `after`, between the bounds, each moment once. */
function* inBounds(rule: Rule, after: number): Generator<Occurrence> {
  let last = Math.max(after, (rule.from ?? Number.NEGATIVE_INFINITY) - 1);
  const end = rule.until ?? endOfTime;
  for (const candidate of rule.candidates(last)) {
    if (candidate.at > end) return;
    if (candidate.at <= last) continue;
    last = candidate.at;
    yield candidate;
  }
}

function next(generator: Generator<Occurrence>): Occurrence | undefined {
  const result = generator.next();
  return result.done === true ? undefined : result.value;
}
