import { nextOccurrence } from './occurrences.ts';
import type { Rule } from './rule.ts';
import { admission, nextOpening } from './window.ts';

/** What to do about an occurrence that was due at a stored moment. `at` is the moment to look again. */
export type Decision =
  | { action: 'wait'; at: number; reason: 'notDue' | 'windowClosed' | 'windowClosing' | 'nextWindow' }
  /** `late`: its time went by and it runs nevertheless. `tooShort`: no window is long enough for the estimate. */
  | { action: 'run'; late: boolean; tooShort: boolean }
  /** The occurrence is left out; the next one, if there is any. */
  | { action: 'skip'; at: number | undefined };

/** A worker that was busy or slept a little is not late. Milliseconds. */
const grace = 10 * 60_000;

/**
 * Decides about the occurrence that was due at `due`. Late is what is more than ten minutes, or the duration of the
 * schedule, behind. However many occurrences went by, they are one decision: a month is made up for once. Nothing begins
 * outside a maintenance window, late or not; a run that is longer than every window begins when one opens.
 */
export function decideRun(
  rule: Rule,
  { due, now, estimateMinutes }: { due: number; now: number; estimateMinutes?: number },
): Decision {
  if (now < due) return { action: 'wait', at: due, reason: 'notDue' };
  const late = now - due > Math.max(grace, rule.duration);
  if (late && rule.missedRun === 'Skip') return { action: 'skip', at: nextOccurrence(rule, now)?.at };
  const { window } = rule;
  if (window === undefined) return { action: 'run', late, tooShort: false };
  // An opening begins with itself: a run that waits for the next window must be let in when it is there.
  const justOpened = now - nextOpening(window, now - grace - 1) >= 0;
  if (late && rule.missedRun === 'NextWindow' && !justOpened) {
    return { action: 'wait', at: nextOpening(window, now), reason: 'nextWindow' };
  }
  const answer = admission(window, now, estimateMinutes);
  switch (answer.answer) {
    case 'open':
      return { action: 'run', late, tooShort: false };
    case 'closed':
      return { action: 'wait', at: answer.opens, reason: 'windowClosed' };
    case 'closing':
      return { action: 'wait', at: answer.opens, reason: 'windowClosing' };
    case 'tooShort': {
      const isOpen = admission(window, now).answer === 'open';
      if (isOpen && justOpened) return { action: 'run', late, tooShort: true };
      return { action: 'wait', at: nextOpening(window, now), reason: isOpen ? 'windowClosing' : 'windowClosed' };
    }
  }
}
