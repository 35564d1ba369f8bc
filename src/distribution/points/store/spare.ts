/**
 * The spare: a copy of an earlier version that nobody is served, and that the next version is made of in place. So only
 * what changed is written, on file systems that cannot share blocks too. What is in it is believed for the plan alone;
 * the finished file is compared with its digest.
 */
import type { Ports } from '../../../ports/index.ts';
import type { Segment } from '../../blocks/plan.ts';
import { partPaths, sparePaths } from './layout.ts';

/** A version that was served may still be read by somebody who opened it; after this time it may be changed. Milliseconds. */
const restingTime = 24 * 60 * 60 * 1000;
const longestJournal = 64 * 1024 * 1024;

export interface Spare {
  path: string;
  /** Digest of what was in it before it was touched. */
  sha256: string;
  /** What it is being made into; undefined while it is untouched. */
  work: SpareWork | undefined;
}

export interface SpareWork {
  sha256: string;
  size: number;
  segments: Segment[];
  /** Digest of the file that moved pieces are taken from. */
  previous: string | null;
  /** Everything before this place of the new file is written, and on the disk. */
  done: number;
}

interface Journal {
  sha256: string;
  /** Since when nobody was served from it, milliseconds since 1970; null: nobody ever was. */
  served: number | null;
  work?: SpareWork;
}

/** The spare that may be changed now. One that is being made into other content than `wanted` is of no use. */
export function usableSpare({ files, clock }: Ports, root: string, imageId: string, wanted: string): Spare | undefined {
  const { spare, journal } = sparePaths(root, imageId);
  if (files.facts(spare)?.kind !== 'file' || files.linkCount(spare) !== 1) return undefined;
  const read = readJournal(files, journal);
  if (read === undefined || (read.work !== undefined && read.work.sha256 !== wanted)) return undefined;
  if (read.served !== null && clock.now().getTime() - read.served < restingTime) return undefined;
  return { path: spare, sha256: read.sha256, work: read.work };
}

export function hasSpare({ files }: Pick<Ports, 'files'>, root: string, imageId: string): boolean {
  const { spare, journal } = sparePaths(root, imageId);
  const read = files.facts(spare)?.kind === 'file' ? readJournal(files, journal) : undefined;
  return read !== undefined && read.work === undefined;
}

/** Writes what the spare is being made into, before and while it is. */
export function noteSpareWork({ files }: Ports, root: string, imageId: string, spare: Spare, work: SpareWork): void {
  const journal: Journal = { sha256: spare.sha256, served: null, work };
  files.replaceText(sparePaths(root, imageId).journal, JSON.stringify(journal));
}

/** An earlier version that is kept no more becomes the spare. */
export function retireToSpare(
  { files, clock }: Ports,
  root: string,
  imageId: string,
  old: { path: string; sha256: string },
): void {
  const { spare, journal } = sparePaths(root, imageId);
  files.remove(journal);
  files.remove(spare);
  files.rename(old.path, spare);
  const text: Journal = { sha256: old.sha256, served: clock.now().getTime() };
  files.replaceText(journal, JSON.stringify(text));
}

/**
 * Makes the spare that the next version is changed from, where there is none and it is worth its room. Without one the
 * next version takes longer; so what goes wrong here is nobody's problem.
 */
export async function ensureSpare(
  { files }: Pick<Ports, 'files'>,
  root: string,
  imageId: string,
  { path, sha256, size }: { path: string; sha256: string; size: number },
): Promise<void> {
  try {
    if (files.isRemote(root) || hasSpare({ files }, root, imageId)) return;
    const { part } = partPaths(root, imageId);
    // Where blocks are shared a copy costs nothing when it is needed.
    if (await files.clone(path, part)) return files.remove(part);
    // Never the last room: the next version needs none of it with a spare, and all of it without.
    if (files.freeSpace(root) < 2 * size) return;
    const { spare, journal } = sparePaths(root, imageId);
    removeSpare({ files }, root, imageId);
    await files.duplicate(path, spare);
    const text: Journal = { sha256, served: null };
    files.replaceText(journal, JSON.stringify(text));
  } catch {
    // See above.
  }
}

/** The journal goes first: a spare without one is nobody's. */
export function removeSpare({ files }: Pick<Ports, 'files'>, root: string, imageId: string): void {
  const { spare, journal } = sparePaths(root, imageId);
  files.remove(journal);
  files.remove(spare);
}

function readJournal(files: Ports['files'], path: string): Journal | undefined {
  try {
    if (files.facts(path)?.kind !== 'file') return undefined;
    const read = JSON.parse(files.text(path, longestJournal)) as Partial<Journal> | null;
    if (typeof read?.sha256 !== 'string') return undefined;
    const { work } = read;
    const isWork =
      work === undefined ||
      (typeof work.sha256 === 'string' && Array.isArray(work.segments) && work.segments.every(isSegment));
    return isWork
      ? {
          sha256: read.sha256,
          served: typeof read.served === 'number' ? read.served : null,
          ...(work === undefined ? {} : { work }),
        }
      : undefined;
  } catch {
    return undefined;
  }
}

function isSegment(value: unknown): boolean {
  const { at, length, previous } = (value ?? {}) as Record<string, unknown>;
  const isPlace = (place: unknown): boolean => Number.isSafeInteger(place) && (place as number) >= 0;
  return isPlace(at) && isPlace(length) && (previous === null || isPlace(previous));
}
