import { basename, join } from 'node:path';
import { arraySource } from '../formats/array-source.ts';
import { FormatError } from '../formats/format-error.ts';
import { code } from './codes.ts';
import type { Disk } from './disk.ts';
import { DismFailure } from './failure.ts';
import type { Session } from './session.ts';
import { readStandInPackage, type StandInPackage } from './stand-in-package.ts';
import { toFailure } from './to-failure.ts';

/** The package files that one /PackagePath names: the file itself, or all packages in a folder and below. */
export function packageFiles(disk: Disk, path: string): string[] {
  const stamp = disk.stamp(path);
  if (stamp === undefined) throw cannotOpen(path, code.fileNotFound);
  if (stamp.kind !== 'folder') return [path];
  const found = disk
    .names(path)
    .sort()
    .flatMap((name) => {
      const inside = join(path, name);
      const kind = disk.stamp(inside)?.kind;
      if (kind === 'folder') return packageFiles(disk, inside);
      return kind === 'file' && /\.(?:msu|cab)$/i.test(name) ? [inside] : [];
    });
  return found;
}

/**
 * Reads one package file. What is no package at all is refused as DISM does (0x800f0805), a damaged one with error 13.
 * A real update is refused with error 50: the emulator never pretends to patch Windows.
 */
export function readPackageFile(session: Session, path: string): StandInPackage {
  if (session.disk.stamp(path)?.kind !== 'file') throw cannotOpen(path, code.fileNotFound);
  let bytes: Uint8Array;
  try {
    bytes = session.disk.readBytes(path, MAX_PACKAGE);
  } catch (error) {
    if (error instanceof RangeError) throw new DismFailure(code.notSupported, error.message);
    throw toFailure(error);
  }
  if (startsWith(bytes, 'MSCF')) {
    throw new DismFailure(code.notSupported, `${path} is a cabinet; the emulator applies stand-ins in WIM form only`);
  }
  try {
    return readStandInPackage(arraySource(bytes), session.newDigest);
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    const known = { 'not-recognised': code.invalidPackage, unsupported: code.notSupported } as Record<string, number>;
    throw new DismFailure(known[error.code] ?? code.invalidData, `${path}: ${error.message}`);
  }
}

/** A package that cannot even be announced; the console names it. */
export class CannotOpenPackage extends DismFailure {
  readonly path: string;

  constructor(path: string, failure: number) {
    super(failure, `${path} cannot be opened`);
    this.path = path;
  }
}

function cannotOpen(path: string, failure: number): CannotOpenPackage {
  return new CannotOpenPackage(basename(path), failure);
}

function startsWith(bytes: Uint8Array, magic: string): boolean {
  return [...magic].every((character, at) => bytes[at] === character.charCodeAt(0));
}

const MAX_PACKAGE = 256 * 1024 * 1024;
