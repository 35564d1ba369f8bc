/**
 * What cannot be learned from a catalog or an image: marketing names, the build that a release is based on, and which
 * builds share their revisions. Everything else is learned: a release that is not in this table is taken as it is
 * written, so a new one works on the day it appears and gains nothing but conveniences from a row here.
 * Sources: Microsoft release information pages (Windows 10, Windows 11, Windows Server), Azure Stack HCI release notes.
 * To add a release: one row in `knownReleases`; if its builds share files with another's, one number in `sharedBuilds`.
 */
export interface KnownRelease {
  family: string;
  release: string;
  build: number;
}

export const knownReleases: readonly KnownRelease[] = [
  { family: 'Windows 7', release: '7601', build: 7601 },
  { family: 'Windows 8.1', release: '9600', build: 9600 },
  { family: 'Windows 10', release: '1507', build: 10240 },
  { family: 'Windows 10', release: '1511', build: 10586 },
  { family: 'Windows 10', release: '1607', build: 14393 },
  { family: 'Windows 10', release: '1703', build: 15063 },
  { family: 'Windows 10', release: '1709', build: 16299 },
  { family: 'Windows 10', release: '1803', build: 17134 },
  { family: 'Windows 10', release: '1809', build: 17763 },
  { family: 'Windows 10', release: '1903', build: 18362 },
  { family: 'Windows 10', release: '1909', build: 18363 },
  { family: 'Windows 10', release: '2004', build: 19041 },
  { family: 'Windows 10', release: '20H2', build: 19042 },
  { family: 'Windows 10', release: '21H1', build: 19043 },
  { family: 'Windows 10', release: '21H2', build: 19044 },
  { family: 'Windows 10', release: '22H2', build: 19045 },
  { family: 'Windows 11', release: '21H2', build: 22000 },
  { family: 'Windows 11', release: '22H2', build: 22621 },
  { family: 'Windows 11', release: '23H2', build: 22631 },
  { family: 'Windows 11', release: '24H2', build: 26100 },
  { family: 'Windows 11', release: '25H2', build: 26200 },
  { family: 'Windows 11', release: '26H1', build: 28000 },
  { family: 'Windows 11', release: '26H2', build: 26300 },
  { family: 'Windows Server 2008 R2', release: '7601', build: 7601 },
  { family: 'Windows Server 2012', release: '9200', build: 9200 },
  { family: 'Windows Server 2012 R2', release: '9600', build: 9600 },
  { family: 'Windows Server 2016', release: '1607', build: 14393 },
  { family: 'Windows Server 2019', release: '1809', build: 17763 },
  { family: 'Windows Server 2022', release: '21H2', build: 20348 },
  { family: 'Windows Server 2025', release: '24H2', build: 26100 },
  { family: 'Windows Server', release: '1709', build: 16299 },
  { family: 'Windows Server', release: '1803', build: 17134 },
  { family: 'Windows Server', release: '1903', build: 18362 },
  { family: 'Windows Server', release: '1909', build: 18363 },
  { family: 'Windows Server', release: '2004', build: 19041 },
  { family: 'Windows Server', release: '20H2', build: 19042 },
  { family: 'Windows Server', release: '23H2', build: 25398 },
  { family: 'Azure Stack HCI', release: '20H2', build: 17784 },
  { family: 'Azure Stack HCI', release: '22H2', build: 20349 },
];

/**
 * Builds that are one system with switches: one update file serves all of a row, with equal revisions. Only within one
 * product: client and server 26100 have had their own updates and revision ranges since 2026-01.
 */
const sharedBuilds: readonly (readonly number[])[] = [
  [18362, 18363],
  [19041, 19042, 19043, 19044, 19045],
  [22621, 22631],
  [26100, 26200, 26300],
];

/**
 * Releases whose titles name no version at times. The first one is meant where nothing else is said; the other only
 * shows in products, package and file names.
 */
const unnamedReleases: Readonly<Record<string, readonly string[]>> = {
  'Windows 10': ['1507', '22H2'],
  'Windows 11': ['21H2', '22H2'],
};

/** "Microsoft server operating system version X" is the system that is sold under the name on the right. */
const serverByVersion: Readonly<Record<string, string>> = {
  '21H2': 'Windows Server 2022',
  '22H2': 'Azure Stack HCI',
  '24H2': 'Windows Server 2025',
};

/** Long-term editions are named by a year of their own. */
const longTermReleases: Readonly<Record<string, string>> = {
  'Windows 10 2015': '1507',
  'Windows 10 2016': '1607',
  'Windows 10 2019': '1809',
  'Windows 10 2021': '21H2',
  'Windows 11 2024': '24H2',
};

/** Internal names of releases as the server's own package names use them (for example Windows10Rs5Client). */
export const releaseCodeNames: Readonly<Record<string, string>> = {
  TH1: '1507',
  TH2: '1511',
  RS1: '1607',
  RS2: '1703',
  RS3: '1709',
  RS4: '1803',
  RS5: '1809',
  '19H1': '1903',
  '19H2': '1909',
  '20H1': '2004',
  SV: '21H2',
  SV2: '22H2',
  NI: '22H2',
  GE: '24H2',
  WINSRV2022: '21H2',
  WINDOWSSERVER2022: '21H2',
};

/** Release of a family that is named without one: null when the family has several and none of them is meant. */
export function releaseWithoutVersion(family: string): string | null {
  return releasesWithoutVersion(family)[0] ?? null;
}

/** Every release that a title without a version may mean, the one that is meant by default first. */
export function releasesWithoutVersion(family: string): readonly string[] {
  const unnamed = unnamedReleases[family];
  if (unnamed !== undefined) return unnamed;
  const own = knownReleases.filter((row) => row.family === family);
  return family !== 'Windows Server' && own.length === 1 ? own.map((row) => row.release) : [];
}

/** Release of "Enterprise LTSC `year`"; null when the table does not have it: a year alone does not tell. */
export function longTermRelease(family: string, year: string): string | null {
  return longTermReleases[`${family} ${year}`] ?? null;
}

/** Whether a family is in the table; others are learned, and their first release may have no name at all. */
export function isKnownFamily(family: string): boolean {
  return knownReleases.some((row) => row.family === family);
}

/** Family of "server operating system version `release`"; without a release it is the first one, Windows Server 2022. */
export function serverFamily(release: string | null): string {
  return release === null ? 'Windows Server 2022' : (serverByVersion[release] ?? 'Windows Server');
}

/**
 * First build of the row of builds that `build` shares its updates with; `build` itself when it stands alone. Two
 * revisions of one line compare by this number first, so that 26100.9457 and 26200.9445 compare by revision.
 */
export function baseBuild(build: number): number {
  return sharedBuilds.find((row) => row.includes(build))?.[0] ?? build;
}

/** Release of a family by build; null when it is not in the table (then it is learned from catalog or image). */
export function releaseOfBuild(family: string, build: number): string | null {
  return knownReleases.find((row) => row.family === family && row.build === build)?.release ?? null;
}

/** Build that a release is based on; null when it is not in the table. */
export function buildOfRelease(family: string, release: string): number | null {
  return knownReleases.find((row) => row.family === family && row.release === release)?.build ?? null;
}

/** A cumulative update that must be in an image before a later one of its builds goes in. */
export interface Checkpoint {
  articleId: string;
  build: number;
  revision: number;
}

/**
 * Checkpoints (Microsoft: "Checkpoint cumulative updates"). Later ones are learned from the files of updates, which hold
 * the checkpoints that they need beside themselves.
 */
export const knownCheckpoints: readonly Checkpoint[] = [{ articleId: '5043080', build: 26100, revision: 1742 }];

/**
 * Whether a release still gets its servicing stack as an update of its own. All others have had it inside of their
 * cumulative updates since 2021 (Microsoft: "Servicing stack updates").
 */
export function hasSeparateServicingStack(release: string): boolean {
  return ['7601', '9200', '9600', '1507', '1607'].includes(release);
}

/** Whether two releases of a family are one system with switches, so that one package may serve both. */
export function sharesBuilds(family: string, release: string, other: string): boolean {
  const builds = [release, other].map((name) => buildOfRelease(family, name));
  const [first, second] = builds.map((build) => (build === null ? null : baseBuild(build)));
  return release !== other && first != null && first === second;
}

/** Releases of which an enablement package makes `release`: those of the same builds before it, newest first. */
export function releasesBefore(family: string, release: string): string[] {
  const own = buildOfRelease(family, release);
  if (own === null) return [];
  return knownReleases
    .filter((row) => row.family === family && row.build < own && baseBuild(row.build) === baseBuild(own))
    .map((row) => row.release)
    .reverse();
}
