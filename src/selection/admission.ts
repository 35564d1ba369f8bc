import type { Candidate } from '../updates/candidate.ts';
import { existedAt, isOutOfBand, pinnedQuestion, type Question, refusal } from './allowed.ts';
import type { DecisionReason } from './decision.ts';
import { activeException } from './policy.ts';

/** What was found out about candidates; those that are missing are older than what was chosen. */
export type Outcome = Map<Candidate, [DecisionReason, Record<string, unknown>?]>;

/** Members that a pin names and that exist at the time of the question. */
export function pinnedAmong(members: readonly Candidate[], { policy, asOf, at }: Question): Candidate[] {
  if (policy.pins.length === 0) return [];
  return members.filter(
    (candidate) =>
      activeException(policy.pins, candidate.articleId, at) !== undefined &&
      (asOf === null || existedAt(candidate, asOf) !== 'no'),
  );
}

export function allowedPins(
  members: readonly Candidate[],
  pinned: readonly Candidate[],
  { question, outcome }: { question: Question; outcome: Outcome },
): Candidate[] {
  const articles = [...new Set(pinned.flatMap(({ articleId }) => articleId ?? []))];
  for (const member of members) if (!pinned.includes(member)) outcome.set(member, ['NotPinned', { pinned: articles }]);
  return allowed(pinned, pinnedQuestion(question), outcome);
}

export function allowed(members: readonly Candidate[], question: Question, outcome: Outcome): Candidate[] {
  const open = members.filter((candidate) => {
    const reason = refusal(candidate, question);
    if (reason !== null) outcome.set(candidate, [reason, refusalFacts(candidate, reason, question)]);
    return reason === null;
  });
  if (question.policy.outOfBand !== 'prefer-regular' || question.previewsOnly) return open;
  const regular = open.filter((candidate) => !isOutOfBand(candidate));
  if (regular.length === 0) return open;
  for (const candidate of open) if (isOutOfBand(candidate)) outcome.set(candidate, ['RegularPreferred']);
  return regular;
}

/** What a refusal rests on besides the candidate's own facts. */
function refusalFacts(candidate: Candidate, reason: DecisionReason, question: Question): Record<string, unknown> {
  if (reason === 'Held') return { hold: activeException(question.policy.holds, candidate.articleId, question.at) };
  return reason === 'TooNew' ? { deferralDays: question.policy.deferralDays } : {};
}
