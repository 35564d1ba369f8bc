/**
 * The latest update of each line: of the allowed candidates those that no other allowed one
 * replaces, of these the highest build.revision, then the date. Never the KB number.
 * It guarantees: the same answer for any order of the input; updates of other lines, duplicates and updates that are
 * not allowed never change it; where the facts do not tell, the line says `decided: false` and nothing is chosen.
 */

import { endOfTime } from '../updates/as-of.ts';
import type { Candidate, SupersedenceEdge } from '../updates/candidate.ts';
import { isPreviewKind, previewKind, replacingKinds, type UpdateKind } from '../updates/kinds.ts';
import { type Line, lineKey } from '../updates/line.ts';
import type { ReleaseRow } from '../updates/release-table.ts';
import { allowed, allowedPins, type Outcome, pinnedAmong } from './admission.ts';
import { deferralEnd, type Question } from './allowed.ts';
import {
  type CandidateDecision,
  type DecisionReason,
  decide,
  decisionReasons,
  type LineChoice,
  nameOf,
} from './decision.ts';
import { newestOf } from './newest.ts';
import { compareAge, compareListed, compareRecords, compareRevision, postedTime } from './order.ts';
import { activeException, defaultPolicy, type Policy } from './policy.ts';
import { releaseWarnings } from './release-check.ts';
import { bySupersedence } from './superseded.ts';
import { Supersedence } from './supersedence.ts';
import { ageWarnings, type SelectionWarning, supportWarnings } from './support.ts';

export interface LatestRequest {
  candidates: Iterable<Candidate>;
  /** Edges may name updates that are not among the candidates. */
  edges?: Iterable<SupersedenceEdge>;
  policy?: Partial<Policy>;
  /** RFC 3339; a day alone means its end. */
  asOf?: string | null;
  /** RFC 3339: the present, for deferrals, ends of holds and warnings, where `asOf` does not say the time. */
  now?: string | null;
  /** A kind of preview asks for previews alone. */
  kind?: UpdateKind | null;
  /** False leaves out what is replaced by anything that the policy does not pass over; true leaves out the rest. */
  superseded?: boolean | null;
  /** Newest rows of the release table for the line: compared with what is chosen, never chosen from. */
  table?: readonly ReleaseRow[];
  /** EditionID of the image that asks: warnings about support are those of its edition. */
  edition?: string | null;
  /** False leaves `candidates` of the answer empty, which saves their reasons. */
  explain?: boolean;
}

export interface LatestAnswer {
  /** One entry for each line that has a candidate. */
  lines: LineChoice[];
  /** Every candidate with its decision, line by line, newest first. */
  candidates: CandidateDecision[];
}

export function latest(request: LatestRequest): LatestAnswer {
  const question = questionOf(request);
  const supersedence = new Supersedence(request.edges ?? []);
  const answer: LatestAnswer = { lines: [], candidates: [] };
  const asked = request.kind ?? null;
  for (const [, members] of [...byLine(request.candidates)].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const outcome: Outcome = new Map();
    const { edition = null, table = [] } = request;
    const choice = decideLine(members, { question, supersedence, outcome, asked, edition, table });
    if (choice === null) continue;
    answer.lines.push(choice);
    if (request.explain !== false) answer.candidates.push(...explain(members, { supersedence, outcome }));
  }
  return answer;
}

/** A request in the form in which candidates are measured against it. */
export function questionOf({ policy, asOf, now, kind, superseded }: Omit<LatestRequest, 'candidates'>): Question {
  const time = asOf ?? now ?? null;
  return {
    policy: { ...defaultPolicy, ...policy },
    asOf: asOf === undefined || asOf === null ? null : endOfTime(asOf),
    at: time === null ? null : endOfTime(time),
    previewsOnly: kind !== undefined && kind !== null && isPreviewKind(kind),
    superseded: superseded ?? null,
  };
}

function byLine(candidates: Iterable<Candidate>): Map<string, Candidate[]> {
  const lines = new Map<string, Map<string, Candidate>>();
  for (const candidate of candidates) {
    const key = lineKey(candidate.line);
    const line = lines.get(key) ?? new Map<string, Candidate>();
    lines.set(key, line);
    const known = line.get(candidate.uniqueId);
    if (known === undefined || compareRecords(candidate, known) > 0) line.set(candidate.uniqueId, candidate);
  }
  return new Map([...lines].map(([key, line]) => [key, [...line.values()]]));
}

interface LineWork {
  question: Question;
  supersedence: Supersedence;
  outcome: Outcome;
  /** Kind that the question names. */
  asked: UpdateKind | null;
  edition: string | null;
  table: readonly ReleaseRow[];
}

/** Decides one line and notes in `outcome` what became of its candidates; null when the question passes the line by. */
function decideLine(members: readonly Candidate[], work: LineWork): LineChoice | null {
  const { question, supersedence, outcome, asked } = work;
  const [first] = members;
  if (first === undefined) return null;
  if (!replacingKinds.includes(first.line.kind)) {
    for (const member of members) outcome.set(member, ['NotReplacing']);
    return asked === first.line.kind ? undecided(first.line, 'NotReplacing', decisionReasons.NotReplacing) : null;
  }
  const line: Line = question.previewsOnly ? { ...first.line, kind: previewKind(first.line.kind) } : first.line;
  const pinned = pinnedAmong(members, question);
  let open =
    pinned.length > 0 ? allowedPins(members, pinned, { question, outcome }) : allowed(members, question, outcome);
  if (pinned.length === 0) open = bySupersedence(open, { members, question, supersedence, outcome });
  if (members.every((member) => ['NotPreview', 'PostedLater'].includes(outcome.get(member)?.[0] ?? ''))) return null;
  if (open.length === 0) {
    const reason =
      pinned.length > 0 ? 'the update that is pinned may not be chosen' : 'no update of this line is allowed';
    return undecided(line, 'NothingAllowed', reason);
  }
  const steps = pinned.length > 0 ? 0 : question.policy.previous;
  const known = pinned.length > 0 ? question.asOf : (deferralEnd(question) ?? question.asOf);
  for (let step = 0; open.length > 0; step += 1) {
    const newest = newestOf(open, supersedence, known);
    if (newest.chosen === null) {
      for (const candidate of newest.undecided) outcome.set(candidate, [newest.why]);
      return undecided(line, newest.why, undecidedReason(newest));
    }
    const { chosen, records } = newest;
    if (step === steps) {
      for (const record of records) outcome.set(record, ['SameUpdate', { chosen: chosen.uniqueId }]);
      const pin = activeException(question.policy.pins, chosen.articleId, question.at);
      if (pin === undefined) outcome.set(chosen, [step === 0 ? 'Newest' : 'Previous']);
      else outcome.set(chosen, ['Pinned', { pin }]);
      const reason =
        pin === undefined ? chosenReason(chosen, step) : `it is pinned: ${pin.reason || 'no reason given'}`;
      const warnings = [
        ...warningsAbout(chosen, question, work.edition),
        ...replacedHigher(chosen, open, question),
        ...releaseWarnings({ chosen, members, rows: work.table }, question),
      ];
      return { ...line, chosen: chosen.uniqueId, decided: true, reasonCode: 'Chosen', reason, warnings };
    }
    for (const record of records) outcome.set(record, ['SkippedByPrevious']);
    open = open.filter((candidate) => !records.includes(candidate));
  }
  return undecided(line, 'NotSoMany', 'the line does not hold so many allowed updates');
}

function warningsAbout(chosen: Candidate, { policy, at }: Question, edition: string | null): SelectionWarning[] {
  if (at === null) return [];
  const { family, release, kind } = chosen.line;
  return [
    ...(kind === 'CumulativeUpdate' || kind === 'MonthlyRollup'
      ? supportWarnings({ family, release, edition }, at)
      : []),
    ...(policy.maximumAgeDays === null ? [] : ageWarnings(chosen.datePosted, policy.maximumAgeDays, at)),
  ];
}

/** Supersedence is believed before the revision; where they contradict each other one of the two is wrong. */
function replacedHigher(chosen: Candidate, open: readonly Candidate[], { at }: Question): SelectionWarning[] {
  const higher = open.filter((candidate) => (compareRevision(candidate, chosen) ?? 0) > 0);
  if (at === null || higher.length === 0) return [];
  const names = [...new Set(higher.map(nameOf))].join(', ');
  return [
    {
      code: 'SourcesDiffer',
      message: `a source says that ${names} is replaced, though its revision is higher than the chosen one`,
    },
  ];
}

function undecided(line: Line, reasonCode: LineChoice['reasonCode'], reason: string): LineChoice {
  return { ...line, chosen: null, decided: false, reasonCode, reason, warnings: [] };
}

/** Every member with its decision, newest first. */
function explain(
  members: readonly Candidate[],
  { supersedence, outcome }: { supersedence: Supersedence; outcome: Outcome },
): CandidateDecision[] {
  const allowedIds = new Set(
    members
      .filter((member) =>
        ['Newest', 'Previous', 'Pinned', 'SkippedByPrevious', undefined].includes(outcome.get(member)?.[0]),
      )
      .map((member) => member.uniqueId),
  );
  const names = new Map(members.map((member) => [member.uniqueId, nameOf(member)]));
  const chosen = members.filter((member) => ['Newest', 'Previous', 'Pinned'].includes(outcome.get(member)?.[0] ?? ''));
  return [...members].sort(compareListed).map((candidate) => {
    const noted = outcome.get(candidate);
    if (noted !== undefined) return decide(candidate, ...noted);
    const supersededBy = supersedence.replacements(candidate.uniqueId, allowedIds);
    if (supersededBy.length === 0) return decide(candidate, behind(candidate, chosen), { others: chosen.map(nameOf) });
    return decide(candidate, 'Superseded', { supersededBy, others: supersededBy.map((id) => names.get(id) ?? id) });
  });
}

/** What tells of a candidate that no edge names and that is not chosen. */
function behind(candidate: Candidate, chosen: readonly Candidate[]): DecisionReason {
  const [winner] = chosen;
  if (winner === undefined || compareAge(winner, candidate) !== 0) return 'Older';
  if (candidate.isSuperseded && !winner.isSuperseded) return 'Superseded';
  return winner.dotNetVersions.length > candidate.dotNetVersions.length ? 'Contained' : 'Older';
}

function chosenReason(chosen: Candidate, step: number): string {
  const { build, revision, month } = chosen;
  const place = step === 0 ? 'newest allowed update of the line' : `number ${step} before the newest allowed update`;
  if (build !== null && revision !== null) return `${place} by revision ${build}.${revision}`;
  const told = [
    ...(month === null ? [] : ['the month of its title']),
    ...(Number.isFinite(postedTime(chosen)) ? ['its date'] : []),
  ];
  return told.length === 0
    ? `${place}, though neither revision, month nor date is known of it`
    : `${place} by ${told.join(' and ')}`;
}

function undecidedReason(newest: { undecided: readonly Candidate[]; why: 'Tie' | 'DateUnknown' }): string {
  const names = newest.undecided.map(({ articleId, uniqueId }) => (articleId === null ? uniqueId : `KB${articleId}`));
  const list = [...new Set(names)].sort().join(', ');
  return newest.why === 'Tie'
    ? `neither revision, supersedence nor date tells which is newer: ${list}`
    : `it is not known whether these existed at that time: ${list}`;
}
