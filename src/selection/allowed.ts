import type { Candidate } from '../updates/candidate.ts';
import { isPatchTuesday } from '../updates/patch-tuesday.ts';
import type { DecisionReason } from './decision.ts';
import { postedTime } from './order.ts';
import { activeException, type Policy } from './policy.ts';

/** The question that candidates are measured against. */
export interface Question {
  policy: Policy;
  /** Milliseconds; null = as the catalog is now. */
  asOf: number | null;
  /** The time at which deferrals, holds and pins are measured: `asOf`, else now; null = not known. */
  at: number | null;
  /** Only previews compete: the question named a kind of preview. */
  previewsOnly: boolean;
  /** True: only what something replaces competes; false: it does not; null: both. */
  superseded: boolean | null;
}

/**
 * Null when the candidate may be chosen, else why not. With `asOf` the words of a source about supersedence, expiry and
 * declining are not used: they were said at the time of its export, not then.
 */
export function refusal(candidate: Candidate, question: Question): DecisionReason | null {
  const { policy, asOf, at, previewsOnly } = question;
  if (asOf !== null) {
    const existed = existedAt(candidate, asOf);
    if (existed === 'no') return 'PostedLater';
  } else {
    if (candidate.isExpired) return 'Expired';
    if (candidate.isDeclined) return 'Declined';
  }
  if (candidate.isHidden) return 'Hidden';
  if (candidate.kind === 'Hotpatch') return 'Hotpatch';
  if (activeException(policy.holds, candidate.articleId, at) !== undefined) return 'Held';
  const deferred = deferralEnd(question);
  if (deferred !== null && existedAt(candidate, deferred) === 'no') return 'TooNew';
  if (previewsOnly) return candidate.channel === 'preview' ? null : 'NotPreview';
  if (candidate.channel === 'preview' && policy.preview === 'exclude') return 'PreviewExcluded';
  if (policy.outOfBand === 'exclude' && isOutOfBand(candidate)) return 'OutOfBandExcluded';
  return null;
}

/** Updates posted after this time are still deferred; null when nothing is deferred. */
export function deferralEnd({ policy, at }: Question): number | null {
  return policy.deferralDays > 0 && at !== null ? at - policy.deferralDays * 86_400_000 : null;
}

/** The question under which a pinned update is measured: a pin outranks channel, deferral and supersedence, nothing else. */
export function pinnedQuestion(question: Question): Question {
  const policy: Policy = { ...question.policy, preview: 'include', outOfBand: 'include', deferralDays: 0, previous: 0 };
  return { ...question, policy, previewsOnly: false, superseded: null };
}

/** Whether an update was posted by a time. Without a date that can be believed the month of its title may still tell. */
export function existedAt(candidate: Candidate, time: number): 'yes' | 'no' | 'unknown' {
  const posted = postedTime(candidate);
  if (Number.isFinite(posted)) return posted <= time ? 'yes' : 'no';
  if (candidate.month === null) return 'unknown';
  const [year, month] = candidate.month.split('-').map(Number);
  if (year === undefined || month === undefined) return 'unknown';
  if (Date.UTC(year, month - 1, 1) > time) return 'no';
  return Date.UTC(year, month, 1) <= time ? 'yes' : 'unknown';
}

/**
 * Out of band by the release table. Where the table is silent, a cumulative update that was not posted on the second
 * Tuesday of a month is taken for out of band.
 */
export function isOutOfBand(candidate: Candidate): boolean {
  if (candidate.channel !== null) return candidate.channel === 'out-of-band';
  const posted = postedTime(candidate);
  return candidate.line.kind === 'CumulativeUpdate' && Number.isFinite(posted) && !isPatchTuesday(posted);
}
