import type { Candidate } from '../updates/candidate.ts';
import { existedAt } from './allowed.ts';
import { compareAge, compareGeneration, compareRecords, postedTime } from './order.ts';
import type { Supersedence } from './supersedence.ts';

/** The newest update, with every record that stands for it; or those between which nothing decides. */
export type Newest =
  | { chosen: Candidate; records: Candidate[] }
  | { chosen: null; undecided: Candidate[]; why: 'Tie' | 'DateUnknown' };

/**
 * The newest of the allowed candidates of one line: not replaced by another of them, then highest revision, then date.
 * Candidates with and without a revision are ordered among themselves first; only the two winners are compared by
 * month and date, so that the order stays one that cannot run in a circle.
 */
export function newestOf(open: readonly Candidate[], supersedence: Supersedence, asOf: number | null): Newest {
  const ids = new Set(open.map((candidate) => candidate.uniqueId));
  const stands = (candidate: Candidate): boolean => supersedence.replacements(candidate.uniqueId, ids).length === 0;
  const compare = byFirstDay(open);
  const revised = open.filter((candidate) => candidate.revision !== null);
  const unrevised = open.filter((candidate) => candidate.revision === null);
  const top = newerOf(topOf(revised, stands, compare), topOf(unrevised, stands, compare), compare);
  const uncertain = asOf === null ? [] : top.filter((candidate) => existedAt(candidate, asOf) === 'unknown');
  if (uncertain.length > 0) return { chosen: null, undecided: uncertain, why: 'DateUnknown' };
  const winner = breakTie(top);
  if (winner === null) return { chosen: null, undecided: top, why: 'Tie' };
  const records = open.filter((candidate) => sameUpdate(candidate, winner));
  // A later date alone does not let the record of another release stand for the update. That one record of it replaces
  // another says nothing of the update.
  const own = new Set(records.map(({ uniqueId }) => uniqueId));
  const isCurrent = (record: Candidate): boolean =>
    supersedence.replacements(record.uniqueId, ids).every((id) => own.has(id));
  const [chosen = winner] = records
    .filter((record) => compareGeneration(record, winner) === 0 && isCurrent(record))
    .sort((a, b) => compareRecords(b, a));
  return { chosen, records };
}

type CompareAge = (a: Candidate, b: Candidate) => number;

/**
 * Compares ages, where every record of a KB is as old as its first: a KB that is published again is no newer for it.
 * A record without a date stays without.
 */
function byFirstDay(open: readonly Candidate[]): CompareAge {
  const first = new Map<string, Candidate>();
  for (const candidate of open) {
    const { articleId } = candidate;
    if (articleId === null || !Number.isFinite(postedTime(candidate))) continue;
    const known = first.get(articleId);
    if (known === undefined || postedTime(candidate) < postedTime(known)) first.set(articleId, candidate);
  }
  const aged = (candidate: Candidate): Candidate => {
    const { articleId } = candidate;
    const earlier = articleId === null ? undefined : first.get(articleId);
    if (earlier === undefined || earlier === candidate || !Number.isFinite(postedTime(candidate))) return candidate;
    return { ...candidate, datePosted: earlier.datePosted };
  };
  return (a, b) => compareAge(aged(a), aged(b));
}

/** The newest that stand; several when age does not tell between them. */
function topOf(
  candidates: readonly Candidate[],
  stands: (candidate: Candidate) => boolean,
  compare: CompareAge,
): Candidate[] {
  const ordered = [...candidates].sort((a, b) => compare(b, a));
  let top: Candidate[] = [];
  for (const candidate of ordered) {
    const [best] = top;
    if (best !== undefined && compare(best, candidate) !== 0) break;
    if (stands(candidate)) top = [...top, candidate];
  }
  return top;
}

function newerOf(a: Candidate[], b: Candidate[], compare: CompareAge): Candidate[] {
  const [first] = a;
  const [second] = b;
  if (first === undefined) return b;
  if (second === undefined) return a;
  const age = compare(first, second);
  return age > 0 ? a : age < 0 ? b : [...a, ...b];
}

/** Two records of one update: the same KB for the same .NET versions. Without a KB every record is its own update. */
function sameUpdate(a: Candidate, b: Candidate): boolean {
  return (
    a === b ||
    (a.articleId !== null && a.articleId === b.articleId && a.dotNetVersions.join() === b.dotNetVersions.join())
  );
}

/**
 * What still tells between equals: they are records of one update; one is the .NET update that holds the others; the
 * source says that the others are replaced. Null when none of these leaves a single update.
 */
function breakTie(top: readonly Candidate[]): Candidate | null {
  const umbrella = top.filter((candidate) =>
    top.every((other) => other.dotNetVersions.every((version) => candidate.dotNetVersions.includes(version))),
  );
  const wide = umbrella.length > 0 ? umbrella : top;
  const current = wide.filter((candidate) => !candidate.isSuperseded);
  const left = current.length > 0 ? current : wide;
  const [first] = [...left].sort((a, b) => compareRecords(b, a));
  return first !== undefined && left.every((candidate) => sameUpdate(candidate, first)) ? first : null;
}
