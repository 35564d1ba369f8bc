import { join } from 'node:path';
import { arraySource } from '../formats/array-source.ts';
import { openHive } from '../formats/regf/read.ts';
import { type NewKey, newKeyFromHive, writeHive } from '../formats/regf/write.ts';
import { code } from './codes.ts';
import type { Disk } from './disk.ts';
import { DismFailure } from './failure.ts';
import { findKey, numberOf, textOf } from './new-key.ts';
import { peMachine } from './pe-stub.ts';
import { type Architecture, architectureOfMachine } from './windows-facts.ts';

/** Who the Windows in a folder is, read from its own registry. */
export interface OfflineWindows {
  folder: string;
  /** "10.0", for Windows before 10 what it is, for example "6.3". */
  version: string;
  build: number;
  revision: number;
  installationType: string;
  architecture: Architecture | undefined;
}

/** Where a path of the image is on this machine; names in any case, links never followed. */
export function findInImage(disk: Disk, folder: string, path: string): string | undefined {
  let at = folder;
  for (const wanted of path.split('\\').filter((name) => name !== '')) {
    if (disk.stamp(at)?.kind !== 'folder') return undefined;
    const exact = disk.stamp(join(at, wanted)) === undefined ? undefined : wanted;
    const found = exact ?? disk.names(at).find((name) => name.toLowerCase() === wanted.toLowerCase());
    if (found === undefined) return undefined;
    at = join(at, found);
  }
  if (disk.stamp(at)?.kind === 'other') return undefined;
  return at;
}

/** Reads who it is. Throws error 2 when the folder holds no Windows. */
export function readOfflineWindows(disk: Disk, folder: string): OfflineWindows {
  const software = readHiveFile(disk, folder, SOFTWARE);
  const version = findKey(software, 'Microsoft\\Windows NT\\CurrentVersion');
  const major = numberOf(version, 'CurrentMajorVersionNumber');
  const minor = numberOf(version, 'CurrentMinorVersionNumber') ?? 0;
  const kernel = findInImage(disk, folder, '\\Windows\\System32\\kernel32.dll');
  const machine = kernel === undefined ? undefined : peMachine(disk.readBytes(kernel, MAX_PROGRAM));
  return {
    folder,
    version: major === undefined ? textOf(version, 'CurrentVersion') || '10.0' : `${major}.${minor}`,
    build: Number(textOf(version, 'CurrentBuild')) || 0,
    revision: numberOf(version, 'UBR') ?? 0,
    installationType: textOf(version, 'InstallationType'),
    architecture: machine === undefined ? undefined : architectureOfMachine(machine),
  };
}

/** A hive of the image as a tree in memory. */
export function readHiveFile(disk: Disk, folder: string, hive: HiveName): NewKey {
  const path = findInImage(disk, folder, hive);
  if (path === undefined) {
    throw new DismFailure(
      code.fileNotFound,
      `${folder} has no ${hive}`,
      'Unable to access the image.\r\nMake sure that the image path and the Windows directory for the image exist and you have Read permissions on the folder.',
    );
  }
  return newKeyFromHive(openHive(arraySource(disk.readBytes(path, MAX_HIVE))).root);
}

/** Puts a hive back: the old one or the new one is there at any moment. */
export function writeHiveFile(disk: Disk, folder: string, hive: { name: HiveName; root: NewKey; now: bigint }): void {
  const path = findInImage(disk, folder, hive.name);
  if (path === undefined) throw new DismFailure(code.fileNotFound, `${folder} has no ${hive.name}`);
  disk.replace(path, writeHive(hive.root, { lastWritten: hive.now }));
}

export type HiveName = typeof SOFTWARE | typeof SYSTEM;
export const SOFTWARE = '\\Windows\\System32\\config\\SOFTWARE';
export const SYSTEM = '\\Windows\\System32\\config\\SYSTEM';

const MAX_HIVE = 512 * 1024 * 1024;
const MAX_PROGRAM = 64 * 1024 * 1024;
