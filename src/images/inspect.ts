/**
 * What is inside an image file: which Windows, at which revision, with which packages, read without mounting.
 *
 * Guarantees: the registry of the image decides, the XML of the file only fills in, and says so in a warning; content
 * is used only with its SHA-1 checked (damage throws `FormatError`); each distinct hive and manifest is read once.
 * To show one more fact: a member in `types.ts`, its source in `hive-facts.ts`, a line in `described`.
 */

import type { NewDigest } from '../formats/bytes.ts';
import { filetimeToRfc3339 } from '../formats/filetime.ts';
import { FormatError } from '../formats/format-error.ts';
import type { WimFile, WimImageInfo, WimNames } from '../formats/wim/types.ts';
import { dotNetVersion } from '../updates/dot-net.ts';
import { isWindowsPE } from '../updates/windows-pe.ts';
import { newestCumulativeUpdate, newestInRecovery } from './cumulative-update.ts';
import { featuresIn } from './features.ts';
import type { WindowsFacts } from './hive-facts.ts';
import { imageLine } from './identity.ts';
import { type ManifestReader, manifestReader } from './manifests.ts';
import { packagesIn } from './packages.ts';
import { readAhead } from './read-ahead.ts';
import { type RecoveryReader, recoveryReader } from './recovery.ts';
import { type ImageRegistry, type RegistryReader, registryReader } from './registry.ts';
import { isRehearsal } from './rehearsal.ts';
import type { ArticleOf, FactSources, ImageIndex, ImageInspection, ImagePackage } from './types.ts';
import { recoveryVersion, type VersionAndSource, versionOf } from './version.ts';
import { deltaError } from './whole-tree.ts';

export { isRehearsal } from './rehearsal.ts';
export type * from './types.ts';

export interface InspectOptions {
  /** Shown as it is; nothing is opened here. */
  path: string;
  size: number;
  /** Default: all indexes. */
  index?: number;
  packages: boolean;
  /** Default: no. */
  features?: boolean;
  /** Given: looks into the recovery image of each index too. */
  winre?: { newDigest: NewDigest };
  /** Finds the KB of a cumulative update by revision. Default: it stays unknown. */
  articleOf?: ArticleOf;
}

/** What servicing still has to do when the image first starts. */
const pendingFile = '\\Windows\\WinSxS\\pending.xml';

/**
 * Throws `FormatError` 'not-found' for an index that is not there, 'delta' where what was read builds on another file, and
 * what reading the file throws.
 */
export function inspectImage(wim: WimFile, options: InspectOptions): ImageInspection {
  const { compression, chunkSize, solid, partNumber, totalParts, bootIndex } = wim.header;
  const wanted = wim.images.filter(({ index }) => options.index === undefined || options.index === index);
  if (wanted.length === 0 && options.index !== undefined) {
    throw new FormatError('not-found', `there is no image ${options.index}; the file has ${wim.images.length}`);
  }
  const sources: Sources = {
    wim,
    registries: registryReader(wim, options),
    manifests: manifestReader(wim),
    packages: options.packages,
    recovery: options.winre && recoveryOf(wim, options.winre, options.packages),
    articleOf: options.articleOf ?? (() => null),
    warnings: [],
  };
  readAhead(
    wim,
    wanted.map(({ index }) => index),
    sources,
  );
  const indexes = wanted.map((info) => described(info, sources));
  if (wim.missing.size > 0) throw deltaError(`${wim.missing.size} contents are`);
  return {
    path: options.path,
    size: options.size,
    format: { compression, chunkSize, solid, partNumber, totalParts, bootIndex },
    rehearsal: isRehearsal(wim),
    indexes,
    warnings: [...unfinished(wim), ...sources.warnings],
  };
}

/** A writer sets the mark while it works, and takes it away when it is done. */
function unfinished(wim: WimFile): string[] {
  if (!wim.header.writeInProgress) return [];
  return ['The file says that it is being written: its writer is at work, or was ended. Verify it before it is used.'];
}

interface Sources {
  wim: WimFile;
  registries: RegistryReader;
  manifests: ManifestReader;
  packages: boolean;
  recovery: RecoveryReader | undefined;
  articleOf: ArticleOf;
  warnings: string[];
}

function recoveryOf(
  wim: WimFile,
  { newDigest }: NonNullable<InspectOptions['winre']>,
  packages: boolean,
): RecoveryReader {
  return recoveryReader({
    newDigest,
    contentOf: (sha1) => wim.content(sha1),
    inspect: (inner, facts) => inspectImage(inner, { ...facts, packages }),
  });
}

function described(info: WimImageInfo, sources: Sources): ImageIndex {
  const tree = sources.wim.names(info.index);
  const registry = sources.registries.read(tree);
  const { windows } = registry;
  const edition = windows?.editionId || info.editionId;
  const installationType = windows?.installationType || info.installationType;
  const isPE = isWindowsPE({ edition, installationType });
  const version = isPE
    ? recoveryVersion(versionOf(info, windows), info, newestInRecovery(registry.packages?.values() ?? []))
    : versionOf(info, windows);
  const line = imageLine({
    build: version.build,
    installationType,
    edition,
    productName: windows?.productName ?? (info.displayName || info.name),
    displayVersion: windows?.displayVersion ?? '',
    releaseId: windows?.releaseId ?? '',
    architecture: info.architecture,
    buildLab: windows?.buildLab ?? '',
  });
  const packages = sources.packages ? packagesIn({ ...sources, tree, records: registry.packages, line }) : undefined;
  sources.warnings.push(...warningsAbout({ info, registry, version, packages, isPE }));
  return {
    index: info.index,
    name: info.name,
    description: info.description,
    edition: edition || null,
    installationType: installationType || null,
    ...line,
    languages: info.languages,
    defaultLanguage: info.defaultLanguage || null,
    build: version.build,
    ubr: version.ubr,
    revision: version.build === null || version.ubr === null ? null : `${version.build}.${version.ubr}`,
    dotNet: windows?.dotNetRelease == null ? null : dotNetVersion(windows.dotNetRelease),
    fileCount: info.fileCount,
    directoryCount: info.directoryCount,
    totalBytes: info.totalBytes,
    created: filetimeToRfc3339(info.created),
    modified: filetimeToRfc3339(info.modified),
    ...servicingOf(tree, registry),
    productName: windows?.productName || info.displayName || info.productName || null,
    sources: sourcesOf(info, { windows, version }),
    ...(packages === undefined ? {} : { packages }),
    ...(registry.features === undefined ? {} : { features: featuresIn(sources.wim, tree, registry.features) }),
    ...(sources.recovery === undefined ? {} : { winre: sources.recovery.read(tree) }),
  };
}

function servicingOf(tree: WimNames, { servicing }: ImageRegistry): Pick<ImageIndex, 'lastResetBase' | 'pending'> {
  const file = tree.find(pendingFile) === undefined ? [] : ['pending.xml'];
  return {
    lastResetBase: servicing?.lastResetBase ?? null,
    pending: [...file, ...(servicing?.pending ?? [])],
  };
}

function sourcesOf(
  info: WimImageInfo,
  { windows, version }: { windows: WindowsFacts | undefined; version: VersionAndSource },
): FactSources {
  const from = (inRegistry: unknown, inXml: unknown) => (inRegistry ? 'registry' : inXml ? 'xml' : null);
  return {
    build: from(windows?.build, version.build),
    revision: from(windows?.build && windows.ubr !== null, version.ubr !== null),
    edition: from(windows?.editionId, info.editionId),
    productName: from(windows?.productName, info.displayName || info.productName),
  };
}

interface WarningSources {
  info: WimImageInfo;
  registry: ImageRegistry;
  version: VersionAndSource;
  packages: ImagePackage[] | undefined;
  /** Of Windows PE the revision is compared by source already. */
  isPE: boolean;
}

function warningsAbout({ info, registry, version, packages, isPE }: WarningSources): string[] {
  const newest = packages === undefined || isPE ? undefined : newestCumulativeUpdate(packages);
  const contradicts = newest !== undefined && version.ubr !== null && newest.revision !== version.ubr;
  return [
    ...registry.warnings,
    ...version.warnings,
    ...(contradicts
      ? [
          `its newest cumulative update is ${newest.build}.${newest.revision}, but it is at ${version.build}.${version.ubr}`,
        ]
      : []),
  ].map((text) => `Index ${info.index}: ${text}.`);
}
