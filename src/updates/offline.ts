import { articleOfFile, fileArchitecture } from './file-names.ts';
import { type Architecture, regularKind, type UpdateKind } from './kinds.ts';

/** Whether an update can be applied to an image that does not run, and if not, why. */
export interface OfflineServiceable {
  isOfflineServiceable: boolean;
  /** Null when it can. */
  code:
    | 'NotAPackage'
    | 'MediaFiles'
    | 'SetupOnly'
    | 'RunningSystemOnly'
    | 'OtherCommand'
    | 'KindUnknown'
    | 'NoPackageFile'
    | 'ForeignPackage'
    | null;
  reason: string;
}

const kindsThatCannot: Partial<Record<UpdateKind, [NonNullable<OfflineServiceable['code']>, string]>> = {
  SetupDynamicUpdate: ['MediaFiles', 'a Setup Dynamic Update is expanded into the sources folder of media'],
  DynamicCumulativeUpdate: ['SetupOnly', 'Setup downloads it; an image takes the cumulative update itself'],
  FeatureUpdate: ['NotAPackage', 'a feature update is a new installation, not a package'],
  Definition: ['NotAPackage', 'definitions and their platform are not packages'],
  Tool: ['NotAPackage', 'a tool is not a package'],
  Driver: ['OtherCommand', 'a driver is added with another command'],
  Hotpatch: ['RunningSystemOnly', 'a hotpatch patches a running system above a baseline'],
  Unknown: ['KindUnknown', 'its kind is unknown'],
};

/**
 * Decides by kind and by the files, where they are known: DISM takes `.msu` and self-contained `.cab` files. The cabinet
 * of a unified update needs the `.psf` beside it and is no package by itself; that of another KB or
 * architecture is not this update.
 */
export function offlineServiceable(
  kind: UpdateKind,
  fileNames: readonly string[],
  wanted: WantedFiles = {},
): OfflineServiceable {
  const cannot = kindsThatCannot[kind];
  if (cannot !== undefined) return { isOfflineServiceable: false, code: cannot[0], reason: cannot[1] };
  if (fileNames.length > 0 && packageFiles(kind, fileNames, wanted).length === 0) {
    return { isOfflineServiceable: false, ...withoutPackage(kind, fileNames, wanted) };
  }
  return { isOfflineServiceable: true, code: null, reason: 'packages of this kind are applied to images offline' };
}

/** Why none of the files of an update is its package. */
function withoutPackage(
  kind: UpdateKind,
  fileNames: readonly string[],
  { articleId = null, architecture = null }: WantedFiles,
): Pick<OfflineServiceable, 'code' | 'reason'> {
  if (packageFiles(kind, fileNames, { articleId }).length > 0) {
    return { code: 'ForeignPackage', reason: `the packages among its files are not for ${architecture}` };
  }
  if (packageFiles(kind, fileNames).length > 0) {
    return { code: 'ForeignPackage', reason: 'the packages among its files are those of another KB' };
  }
  const none = 'none of its files is a package that DISM takes';
  const unified = ': they are those of a unified update (UUP), whose .msu a source of the kind catalog-site has';
  return { code: 'NoPackageFile', reason: isUnified(fileNames) ? `${none}${unified}` : none };
}

/** Whether an update is told of by the parts of a unified one, without its package. */
export function lacksPackage({ code }: Pick<OfflineServiceable, 'code'>, fileNames: readonly string[]): boolean {
  return (code === 'NoPackageFile' || code === 'ForeignPackage') && isUnified(fileNames);
}

/** Whether these are the parts that Windows Update puts a unified update together of, not a package. */
function isUnified(fileNames: readonly string[]): boolean {
  return fileNames.some((name) => /\.(?:psf|wim|esd)$|aggregatedmetadata\.cab$/i.test(name));
}

/** What narrows the files of an update to those that go into one image. */
export interface WantedFiles {
  architecture?: Architecture | null;
  /** KB of the update, digits; given: of a cumulative update the packages of other KBs count only beside its own. */
  articleId?: string | null;
}

/**
 * The files of an update that DISM takes as they are, those of another architecture left out. Of a cumulative update its
 * own package comes last, behind the checkpoints that lie beside it; a record that only holds the packages of another KB
 * (the Safe OS cabinet of a unified update) holds none.
 */
export function packageFiles(
  kind: UpdateKind,
  fileNames: readonly string[],
  { architecture = null, articleId = null }: WantedFiles = {},
): string[] {
  const deltas = new Set(fileNames.filter((name) => /\.psf$/i.test(name)).map(stem));
  const packages = fileNames.filter((name) => {
    if (!/\.(msu|cab)$/i.test(name)) return false;
    // The .psf of a cabinet holds its files; an .msu holds everything itself.
    if (/\.cab$/i.test(name) && deltas.has(stem(name))) return false;
    const own = fileArchitecture(name);
    if (architecture !== null && own !== null && own !== architecture) return false;
    return kind === 'ServicingStackUpdate' || !isCompanion(name);
  });
  if (articleId === null || regularKind(kind) !== 'CumulativeUpdate') return packages;
  const isOwn = (name: string): boolean => [articleId, null].includes(articleOfFile(name));
  const own = packages.filter(isOwn);
  if (own.length === 0) return [];
  return [...packages.filter((name) => !isOwn(name) && /\.msu$/i.test(name)), ...own];
}

/** Files of a unified update beside the update itself: metadata, the setup engine, the stack, the base-less form. */
function isCompanion(name: string): boolean {
  return /^(?:[0-9a-f]{40}_)?(?:ssu-.*|.*aggregatedmetadata|desktopdeployment.*|fodmetadata.*|.*-baseless)\.cab$/i.test(
    name,
  );
}

function stem(name: string): string {
  return name
    .toLowerCase()
    .replace(/\.[a-z]+$/, '')
    .replace(/-express$/, '');
}
