import type { Candidate } from '../updates/candidate.ts';
import type { Line } from '../updates/line.ts';
import { lineKey } from '../updates/line.ts';
import type { Exception } from './policy.ts';
import type { SelectionWarning } from './support.ts';

/** Why a candidate was chosen or not. Codes are stable; sentences are for people. */
export const decisionReasons = {
  Newest: 'the newest of its line that is allowed',
  Previous: 'the one asked for, counted back from the newest',
  Pinned: 'it is pinned',
  NotPinned: 'another update of its line is pinned',
  Older: 'a newer one of its line is allowed',
  Superseded: 'another allowed update replaces it',
  Contained: 'another update of its line holds it and more',
  SameUpdate: 'another record stands for the same update',
  SkippedByPrevious: 'newer than the one asked for',
  PostedLater: 'posted after the time that is asked for',
  DateUnknown: 'it has no date, so nobody knows whether it existed at the time that is asked for',
  Expired: 'its publisher has withdrawn it',
  Declined: 'it was declined',
  Hidden: 'it is hidden here',
  Held: 'it is held',
  TooNew: 'it has not been public for as long as the deferral demands',
  Hotpatch: 'a hotpatch is never applied to an image',
  PreviewExcluded: 'previews are not allowed',
  NotPreview: 'only previews are asked for',
  OutOfBandExcluded: 'out-of-band releases are not allowed',
  SupersededExcluded: 'what something else replaces is left out',
  NotSuperseded: 'only what something else replaces is asked for',
  RegularPreferred: 'a regular release is preferred to this out-of-band one',
  NotReplacing: 'updates of this kind do not replace one another',
  Tie: 'nothing tells whether it is newer than another one',
} as const;

export type DecisionReason = keyof typeof decisionReasons;

export interface CandidateDecision {
  uniqueId: string;
  /** Line as text, see `lineKey`. */
  line: string;
  decision: 'chosen' | 'rejected';
  reasonCode: DecisionReason;
  reason: string;
  facts: Record<string, unknown>;
}

export interface LineChoice extends Line {
  /** uniqueId; null exactly when `decided` is false. */
  chosen: string | null;
  decided: boolean;
  reasonCode: 'Chosen' | 'NothingAllowed' | 'NotSoMany' | 'NotReplacing' | 'Tie' | 'DateUnknown';
  reason: string;
  /** Members of the line that the explanation passes over, all older than what it shows. */
  candidatesLeftOut?: number;
  /** Empty when the time of the question is not known. */
  warnings: SelectionWarning[];
}

const choosing: readonly DecisionReason[] = ['Newest', 'Previous', 'Pinned'];

export function decide(
  candidate: Candidate,
  reasonCode: DecisionReason,
  more: Record<string, unknown> = {},
): CandidateDecision {
  const chosen = choosing.includes(reasonCode);
  return {
    uniqueId: candidate.uniqueId,
    line: lineKey(candidate.line),
    decision: chosen ? 'chosen' : 'rejected',
    reasonCode,
    reason: `${decisionReasons[reasonCode]}${particulars(reasonCode, more)}`,
    facts: { ...factsOf(candidate), ...more },
  };
}

/** What a reason rests on, in words: which hold, how many days, which other update. */
function particulars(reasonCode: DecisionReason, more: Record<string, unknown>): string {
  if (reasonCode === 'Held') return exceptionText(more['hold'] as Exception);
  if (reasonCode === 'Pinned') return exceptionText(more['pin'] as Exception);
  if (reasonCode === 'TooNew') return ` (${more['deferralDays']} days)`;
  const others = more['others'] as string[] | undefined;
  return others === undefined || others.length === 0 ? '' : `: ${others.join(', ')}`;
}

function exceptionText({ reason, until }: Exception): string {
  return `: ${reason || 'no reason given'}${until === null ? '' : `, until ${until}`}`;
}

/** How people name an update. */
export function nameOf({ articleId, build, revision, title }: Candidate): string {
  if (articleId === null) return title;
  return build === null || revision === null ? `KB${articleId}` : `KB${articleId} (${build}.${revision})`;
}

function factsOf(candidate: Candidate): Record<string, unknown> {
  const { build, revision } = candidate;
  return {
    title: candidate.title,
    articleId: candidate.articleId,
    revision: build === null || revision === null ? null : `${build}.${revision}`,
    channel: candidate.channel,
    month: candidate.month,
    datePosted: candidate.datePosted,
    isSuperseded: candidate.isSuperseded,
    isExpired: candidate.isExpired,
  };
}
