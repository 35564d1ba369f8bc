import type { Candidate } from '../../src/updates/candidate.ts';

/** A candidate of the line Windows 11 24H2 x64; members that a test does not care about are filled in. */
export function candidate(members: Partial<Candidate> & { uniqueId: string }): Candidate {
  return {
    articleId: members.uniqueId.replace(/\D/g, '') || null,
    title: `title of ${members.uniqueId}`,
    line: { family: 'Windows 11', release: '24H2', architecture: 'x64', kind: 'CumulativeUpdate' },
    kind: 'CumulativeUpdate',
    exact: true,
    build: null,
    revision: null,
    channel: 'regular',
    month: null,
    datePosted: null,
    revisionNumber: 0,
    dotNetVersions: [],
    isExpired: false,
    isDeclined: false,
    isSuperseded: false,
    isHidden: false,
    hasPackage: null,
    isProvisioned: false,
    ...members,
  };
}

/** A candidate with a revision of build 26100. */
export function revised(uniqueId: string, revision: number, members: Partial<Candidate> = {}): Candidate {
  return candidate({ uniqueId, build: 26100, revision, ...members });
}
