import { arraySource } from '../formats/array-source.ts';
import { FormatError } from '../formats/format-error.ts';
import { openHive } from '../formats/regf/read.ts';
import type { Hive } from '../formats/regf/types.ts';
import type { WimFile, WimNames } from '../formats/wim/types.ts';
import { isWindowsPE } from '../updates/windows-pe.ts';
import { type FeatureRecords, readFeatureRecords } from './feature-records.ts';
import { type PackageRecord, readPackageRecords, readWindowsFacts, type WindowsFacts } from './hive-facts.ts';
import { readServicingFacts, type ServicingFacts } from './servicing-facts.ts';

const softwareHive = '\\Windows\\System32\\config\\SOFTWARE';
/** A SOFTWARE hive of a busy machine reaches 200 MB. */
const largestHive = 1 << 30;
/** Its transaction logs, which complete a hive that was not closed. */
const logSuffixes = ['.LOG1', '.LOG2'];
const largestLog = 1 << 28;

/** What the offline registry of one index says. */
export interface ImageRegistry {
  windows: WindowsFacts | undefined;
  /** Undefined: the registry could not be read, or packages were not asked for. */
  packages: ReadonlyMap<string, PackageRecord> | undefined;
  servicing: ServicingFacts | undefined;
  /** Undefined: as with the packages. */
  features: FeatureRecords | undefined;
  /** Without the number of the index. */
  warnings: string[];
}

export interface WantedFacts {
  packages: boolean;
  features?: boolean;
}

export interface RegistryReader {
  read(tree: WimNames): ImageRegistry;
  readFiles(files: HiveFiles): ImageRegistry;
}

/** SHA-1 of the hive of an index, and of each of its logs that is there. */
export interface HiveFiles {
  hive: string;
  logs: string[];
}

/** Undefined when an index has no hive. */
export function hiveFilesOf(tree: WimNames): HiveFiles | undefined {
  const entry = tree.find(softwareHive);
  if (entry === undefined || entry.directory || entry.sha1 === '') return undefined;
  const logs = logSuffixes.map((suffix) => tree.find(`${softwareHive}${suffix}`)?.sha1 ?? '');
  return { hive: entry.sha1, logs: logs.filter((sha1) => sha1 !== '') };
}

/**
 * Reads the registry of the indexes of one file. Indexes whose hives have one SHA-1 share the result, and the hive
 * itself is let go as soon as its facts are taken. Damaged content (wrong SHA-1) throws; a hive that is not what it
 * should be is a warning, because the rest of the image can still be shown.
 */
export function registryReader(wim: WimFile, options: WantedFacts): RegistryReader {
  const known = new Map<string, ImageRegistry>();
  return {
    read(tree) {
      const files = hiveFilesOf(tree);
      return files === undefined ? without('there is no SOFTWARE hive in it') : this.readFiles(files);
    },
    readFiles({ hive, logs }) {
      const key = [hive, ...logs].join(' ');
      let registry = known.get(key);
      if (registry === undefined) {
        const bytes = wim.readAll(hive, largestHive);
        const readLogs = (): Uint8Array[] => logs.map((sha1) => wim.readAll(sha1, largestLog));
        registry = registryIn({ bytes, readLogs }, options);
        letGo(bytes);
        known.set(key, registry);
      }
      return registry;
    },
  };
}

/** Gives memory back now: the collector waits, and two large hives at once are what a machine may be short of. */
function letGo({ buffer }: Uint8Array): void {
  if (buffer instanceof ArrayBuffer) buffer.transfer(0);
}

interface HiveContent {
  bytes: Uint8Array;
  readLogs: () => Uint8Array[];
}

/** Logs are read only for a hive that needs them. */
function openWithLogs({ bytes, readLogs }: HiveContent): Hive {
  const hive = openHive(arraySource(bytes));
  return hive.dirty ? openHive(arraySource(bytes), readLogs().map(arraySource)) : hive;
}

/** Each part on its own: damage in one costs only what stands in it. */
function registryIn(content: HiveContent, wanted: WantedFacts): ImageRegistry {
  let hive: Hive;
  try {
    hive = openWithLogs(content);
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    return without(`the SOFTWARE hive cannot be read: ${error.message}`);
  }
  const warnings: string[] = [];
  const part = <T>(what: string, read: () => T): T | undefined => {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof FormatError)) throw error;
      warnings.push(`${what} cannot be read from the SOFTWARE hive: ${error.message}`);
      return undefined;
    }
  };
  const windows = part('the version of Windows', () => readWindowsFacts(hive));
  const isNamed = windows !== undefined || warnings.length > 0;
  const { editionId: edition = '', installationType = '' } = windows ?? {};
  // The packages of a Windows PE tell its revision; whether it is one, the XML may be alone to know.
  const needsPackages =
    wanted.packages || isWindowsPE({ edition, installationType }) || (edition === '' && installationType === '');
  return {
    windows,
    packages: needsPackages ? part('the list of packages', () => readPackageRecords(hive)) : undefined,
    servicing: part('the state of servicing', () => readServicingFacts(hive)),
    features: wanted.features === true ? part('the list of features', () => readFeatureRecords(hive)) : undefined,
    warnings: [
      ...(hive.replayed > 0
        ? [`the SOFTWARE hive was not closed properly; ${hive.replayed} changes were taken from its logs`]
        : []),
      ...(hive.dirty ? ['the SOFTWARE hive was not closed properly: recent changes may be missing from it'] : []),
      ...(isNamed ? [] : ['the SOFTWARE hive does not name a version of Windows']),
      ...warnings,
    ],
  };
}

function without(reason: string): ImageRegistry {
  return { windows: undefined, packages: undefined, servicing: undefined, features: undefined, warnings: [reason] };
}
