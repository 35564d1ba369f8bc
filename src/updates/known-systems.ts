import { baseBuild, knownReleases } from './known-releases.ts';

/** A Windows that updates are for, and all its releases that one file serves. */
export interface ServedSystem {
  family: string;
  /** Oldest first. */
  releases: string[];
}

/** Revision from which on the updates of build 26100 for servers have numbers of their own (since 2026-01). */
const serverRevisions = { build: 26100, from: 30_000 } as const;

/**
 * The systems that a package of this build and revision can be for. `side` narrows them to clients or servers where
 * something says it. A build that nobody knows is for none.
 */
export function systemsOfBuild(
  build: number,
  { revision, side }: { revision: number | null; side: 'client' | 'server' | null },
): ServedSystem[] {
  const rows = knownReleases.filter((row) => baseBuild(row.build) === baseBuild(build) && row.build >= build);
  const families = [...new Set(rows.map(({ family }) => family))];
  return families
    .filter((family) => side === null || isServer(family) === (side === 'server'))
    .filter((family) => side !== null || fitsRevision(family, build, revision))
    .map((family) => ({ family, releases: rows.filter((row) => row.family === family).map(({ release }) => release) }));
}

function isServer(family: string): boolean {
  return /server|azure/i.test(family);
}

function fitsRevision(family: string, build: number, revision: number | null): boolean {
  if (revision === null || baseBuild(build) !== serverRevisions.build || revision < serverRevisions.from) return true;
  return isServer(family);
}
