/**
 * The update that a package file is, as far as the file itself tells. A package has no title, so one is made in the words
 * of the catalog, from which its systems are read like those of any other update.
 */
import type { PackageInspection } from '../../packages/types.ts';
import { isArchitecture, type UpdateKind } from '../../updates/kinds.ts';
import { type ServedSystem, systemsOfBuild } from '../../updates/known-systems.ts';
import type { UpdateDocument, UpdateFile } from '../../updates/update.ts';

/** An update, and what tells it from the others that the same file is. */
export interface Described {
  part: string;
  update: Omit<UpdateDocument, 'uniqueId'>;
}

/** One update for each system that the package is for; one without a system where it does not tell. */
export function describePackage(inspection: PackageInspection, file: UpdateFile): Described[] {
  const systems = systemsOf(inspection);
  const parts: (ServedSystem | null)[] = systems.length === 0 ? [null] : systems;
  return parts.map((system) => ({ part: system?.family ?? '', update: updateOf(inspection, file, system) }));
}

function updateOf(
  inspection: PackageInspection,
  file: UpdateFile,
  system: ServedSystem | null,
): Omit<UpdateDocument, 'uniqueId'> {
  const { kind, articleId, architecture, language, standIn, identity, created, appliesTo, supportUrl } = inspection;
  return {
    title: titleOf(inspection, file, system),
    articleId,
    classification: null,
    products: system === null ? [] : [system.family],
    datePosted: null,
    files: [file],
    kind,
    ...(architecture !== null && isArchitecture(architecture) ? { architecture } : {}),
    ...(language === null || language === '' ? {} : { languages: [language] }),
    ...(identity === null ? {} : { packageIdentity: identity }),
    // When it was made is not when it was posted: other sources may know that.
    ...(created === null ? {} : { packageDate: created }),
    ...(appliesTo.length === 0 ? {} : { appliesTo }),
    ...(supportUrl === null ? {} : { supportUrl }),
    ...(standIn ? { standIn } : {}),
  };
}

/** Words of the catalog; kinds that are not named here have no line, so a plain name does. */
const phrases: Partial<Record<UpdateKind, string>> = {
  CumulativeUpdate: 'Cumulative Update',
  ServicingStackUpdate: 'Servicing Stack Update',
  SafeOSDynamicUpdate: 'Safe OS Dynamic Update',
  SetupDynamicUpdate: 'Setup Dynamic Update',
  MonthlyRollup: 'Security Monthly Quality Rollup',
  SecurityUpdate: 'Security Update',
  Hotpatch: 'Hotpatch Cumulative Update',
};

function titleOf(inspection: PackageInspection, { name }: UpdateFile, system: ServedSystem | null): string {
  const { kind, articleId, architecture, revision } = inspection;
  const phrase =
    kind === 'DotNetCumulativeUpdate' ? dotNetPhrase(inspection, name) : (phrases[kind] ?? ownWord(inspection, system));
  if (system === null || phrase === undefined) return name;
  const article = articleId === null ? '' : ` (KB${articleId})`;
  const build = kind === 'CumulativeUpdate' && revision !== null ? ` (${revision})` : '';
  const machine = architecture === null ? '' : ` for ${architecture}-based Systems`;
  return `${phrase} for ${system.family}${versionsOf(system)}${machine}${article}${build}`;
}

/** Before Windows 10 the package's own word for what it is stands in the title of the catalog. */
function ownWord({ releaseType }: PackageInspection, system: ServedSystem | null): string | undefined {
  if (system === null || !isFormer(system)) return undefined;
  return ['Update', 'Critical Update', 'Security Update', 'Hotfix'].find(
    (word) => word.toLowerCase() === releaseType?.toLowerCase(),
  );
}

/** A system from before Windows 10: its release is its build. */
function isFormer({ family }: ServedSystem): boolean {
  return /^Windows (?:[78]|Server 20(?:08|12))/.test(family);
}

/** Systems that are named by their year alone have one release, and so have those before Windows 10. */
function versionsOf(system: ServedSystem): string {
  const { family, releases } = system;
  if (/^Windows Server 20/.test(family) || isFormer(system)) return '';
  const [first = '', ...others] = releases;
  if (others.length === 0) return ` version ${first}`;
  return ` versions ${releases.slice(0, -1).join(', ')} and ${releases.at(-1)}`;
}

function dotNetPhrase({ target, identity }: PackageInspection, name: string): string {
  const digits = /ndp(4\d{1,2})/i.exec(name)?.[1] ?? /DotNetRollup_(4\d{1,2})/i.exec(identity ?? '')?.[1];
  const version = target?.dotNet ?? digits?.split('').join('.');
  return `Cumulative Update for .NET Framework${version === undefined ? '' : ` ${version}`}`;
}

function systemsOf(inspection: PackageInspection): ServedSystem[] {
  const { target, revision, parents } = inspection;
  const [build, number] = (revision ?? '').split('.').map(Number);
  const parentBuild = parents.map(({ identity }) => /~10\.0\.(\d{5})\.\d+$/.exec(identity)?.[1]).find(Boolean);
  const own = target?.build ?? (build || Number(parentBuild ?? 0));
  if (own === 0) return formerSystems(inspection);
  const systems = systemsOfBuild(own, { revision: number ?? null, side: sideOf(inspection) });
  if (target === null) return systems;
  return systems.map((system) => ({ ...system, releases: releasesFrom(system.releases, target.release) }));
}

/** Build of a system before Windows 10, in the version of a package that belongs to it. */
const formerBuild = /~6\.\d\.(\d{4})\.\d+$/;

/**
 * The systems of a package from before Windows 10: the builds are those of the packages that it belongs to; for clients or
 * servers it is by the systems that it names, else by those packages, else for both.
 */
function formerSystems(inspection: PackageInspection): ServedSystem[] {
  const { parents, appliesTo } = inspection;
  const builds = new Set(parents.map(({ identity }) => Number(formerBuild.exec(identity)?.[1] ?? 0)));
  const ofParents = parents.flatMap(({ identity }) => /^Microsoft-Windows-(Client|Server)/i.exec(identity)?.[1] ?? []);
  const named = appliesTo.flatMap((name) => /^Windows [\d.]+ (Client|Server)\b/i.exec(name)?.[1] ?? []);
  const sides = new Set((named.length > 0 ? named : ofParents).map((side) => side.toLowerCase()));
  const [only] = sides;
  const side = sides.size === 1 ? (only as 'client' | 'server') : null;
  return [...builds].flatMap((build) => (build === 0 ? [] : systemsOfBuild(build, { revision: null, side })));
}

/** A package that names its release is for that one and for those after it which the same file serves. */
function releasesFrom(releases: string[], release: string): string[] {
  const at = releases.indexOf(release);
  return at < 0 ? releases : releases.slice(at);
}

/** Whether it is for clients or for servers; null where it does not tell, or is for both. */
function sideOf({ target, parents }: PackageInspection): 'client' | 'server' | null {
  if (target !== null) return /^client$/i.test(target.installationType) ? 'client' : 'server';
  const editions = parents.flatMap(({ identity }) => /^Microsoft-Windows-(.+)Edition~/i.exec(identity)?.[1] ?? []);
  const servers = editions.filter((edition) => /server/i.test(edition)).length;
  if (editions.length === 0 || (servers > 0 && servers < editions.length)) return null;
  return servers > 0 ? 'server' : 'client';
}
