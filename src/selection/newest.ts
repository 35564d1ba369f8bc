import { existedAt } from './allowed.ts';
import type { Candidate } from './candidate.ts';
import { compareAge, compareGeneration, compareRecords } from './order.ts';
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
  const revised = topOf(
    open.filter((candidate) => candidate.revision !== null),
    stands,
  );
  const unrevised = topOf(
    open.filter((candidate) => candidate.revision === null),
    stands,
  );
  const top = newerOf(revised, unrevised);
  const uncertain = asOf === null ? [] : top.filter((candidate) => existedAt(candidate, asOf) === 'unknown');
  if (uncertain.length > 0) return { chosen: null, undecided: uncertain, why: 'DateUnknown' };
  const winner = breakTie(top);
  if (winner === null) return { chosen: null, undecided: top, why: 'Tie' };
  const records = open.filter((candidate) => sameUpdate(candidate, winner));
  // A later date alone does not let the record of another release stand for the update.
  const [chosen = winner] = records
    .filter((record) => compareGeneration(record, winner) === 0 && stands(record))
    .sort((a, b) => compareRecords(b, a));
  return { chosen, records };
}

/** The newest that stand; several when age does not tell between them. */
function topOf(candidates: readonly Candidate[], stands: (candidate: Candidate) => boolean): Candidate[] {
  const ordered = [...candidates].sort((a, b) => compareAge(b, a));
  let top: Candidate[] = [];
  for (const candidate of ordered) {
    const [best] = top;
    if (best !== undefined && compareAge(best, candidate) !== 0) break;
    if (stands(candidate)) top = [...top, candidate];
  }
  return top;
}

function newerOf(a: Candidate[], b: Candidate[]): Candidate[] {
  const [first] = a;
  const [second] = b;
  if (first === undefined) return b;
  if (second === undefined) return a;
  const age = compareAge(first, second);
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
