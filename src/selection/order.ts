/**
 * Which of two updates of one line is the newer. Order of belief: build.revision where both have one; else the month in
 * the title, which re-publishing does not move; then the day. The KB number says nothing and is never compared.
 */

import type { Candidate } from '../updates/candidate.ts';
import { baseBuild } from '../updates/known-releases.ts';

/** Positive: `a` is newer. 0: these facts do not tell. */
export function compareAge(a: Candidate, b: Candidate): number {
  const byRevision = compareRevision(a, b);
  if (byRevision !== null && byRevision !== 0) return byRevision;
  if (byRevision === null) {
    const byMonth = compareText(monthOf(a), monthOf(b));
    if (byMonth !== 0) return byMonth;
  }
  return compareNumber(postedTime(a), postedTime(b));
}

/** Null when one of the two has no revision. */
export function compareRevision(a: Generation, b: Generation): number | null {
  if (a.build === null || b.build === null || a.revision === null || b.revision === null) return null;
  return baseBuild(a.build) - baseBuild(b.build) || a.revision - b.revision;
}

/** What orders updates of one line whatever their dates say. */
export type Generation = Pick<Candidate, 'build' | 'revision' | 'month' | 'datePosted'>;

/** Compares what re-publishing does not move: the revision, else the month. 0: only dates could tell. */
export function compareGeneration(a: Generation, b: Generation): number {
  return compareRevision(a, b) ?? compareText(monthOf(a), monthOf(b));
}

/**
 * Milliseconds; -Infinity when there is no date, or one long before the month of the title: that is a placeholder
 * (0001-01-01) or a slip. Real updates come a day before that month at most.
 */
export function postedTime({ datePosted, month }: Candidate): number {
  if (datePosted === null) return Number.NEGATIVE_INFINITY;
  const posted = Date.parse(datePosted);
  return month !== null && posted < Date.parse(`${month}-01`) - earliest ? Number.NEGATIVE_INFINITY : posted;
}

/** How long before the month of its title an update is believed to have been posted. */
const earliest = 31 * 86_400_000;

/**
 * Which of two records of the same update stands for it: the one that can be put in (its package is here, or among its
 * files, rather than unknown, rather than none), then the one titled for the release that is asked for, then the later
 * revision of its metadata, then the later date; the id makes the answer the same whatever the order of input.
 */
export function compareRecords(a: Candidate, b: Candidate): number {
  return (
    packageRank(a) - packageRank(b) ||
    Number(a.exact) - Number(b.exact) ||
    a.revisionNumber - b.revisionNumber ||
    compareNumber(postedTime(a), postedTime(b)) ||
    compareText(b.uniqueId, a.uniqueId)
  );
}

function packageRank({ isProvisioned, hasPackage }: Candidate): number {
  if (isProvisioned) return 3;
  return hasPackage === null ? 1 : hasPackage ? 2 : 0;
}

/** The order in which candidates are listed, newest first: a total one, whatever facts are missing. */
export function compareListed(a: Candidate, b: Candidate): number {
  return (
    compareText(monthOf(b), monthOf(a)) ||
    (b.revision ?? -1) - (a.revision ?? -1) ||
    compareNumber(postedTime(b), postedTime(a)) ||
    compareRecords(b, a)
  );
}

function monthOf(candidate: Generation): string {
  return candidate.month ?? candidate.datePosted?.slice(0, 7) ?? '';
}

function compareNumber(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

function compareText(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
