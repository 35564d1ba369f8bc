import { basename, dirname, join } from 'node:path';
import { arraySource } from '../formats/array-source.ts';
import { FormatError } from '../formats/format-error.ts';
import { isMsu } from '../packages/stand-in/cabinet.ts';
import { type MemberReader, member, notOurs } from '../packages/stand-in/members.ts';
import { readStandInPackage, type StandInPackage, standInOf } from '../packages/stand-in/package.ts';
import { code } from './codes.ts';
import type { Disk } from './disk.ts';
import { DismFailure } from './failure.ts';
import type { Session } from './session.ts';
import { toFailure } from './to-failure.ts';

/**
 * The packages that one /PackagePath names: a file, an expanded cabinet (its folder, or the update.mum in it), or all that
 * lie in a folder and below.
 */
export function packageFiles(disk: Disk, path: string): string[] {
  const stamp = disk.stamp(path);
  if (stamp === undefined) throw cannotOpen(path, code.fileNotFound);
  if (stamp.kind !== 'folder' || isExpanded(disk, path)) return [path];
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
 * Reads one package of `packageFiles`. What is no package at all is refused as DISM does (0x800f0805; a lone WSUSSCAN.cab,
 * what is left of an expanded .msu, with error 2), a damaged one with error 13. A real update is refused with error 50:
 * the emulator never pretends to patch Windows.
 */
export function readPackageFile(session: Session, path: string): StandInPackage {
  const { disk, newDigest, compression } = session;
  const stamp = disk.stamp(path);
  const expanded = stamp?.kind === 'folder' ? path : dirname(path);
  if (stamp?.kind !== 'file' && !isExpanded(disk, path)) throw cannotOpen(path, code.fileNotFound);
  if (/^wsusscan\.cab$/i.test(basename(path))) throw cannotOpen(path, code.fileNotFound);
  try {
    if (stamp?.kind === 'folder' || isManifestName(path)) return standInOf(folderMembers(disk, expanded));
    const source = arraySource(disk.readBytes(path, MAX_PACKAGE));
    const tools = { newDigest, inflateRaw: compression.inflateRaw };
    const opened = readStandInPackage(source, tools);
    // Only the extension tells DISM that a cabinet is an .msu.
    if (/\.cab$/i.test(path) && isMsu(source, tools)) {
      throw new DismFailure(code.invalidPackage, `${path} is an .msu that is called .cab`);
    }
    return opened;
  } catch (error) {
    throw packageFailure(error, path);
  }
}

function isExpanded(disk: Disk, path: string): boolean {
  return disk.stamp(join(path, member.manifest))?.kind === 'file';
}

function isManifestName(path: string): boolean {
  return basename(path).toLowerCase() === member.manifest;
}

function folderMembers(disk: Disk, folder: string): MemberReader {
  return (name, limit) => {
    const path = join(folder, name);
    if (disk.stamp(path)?.kind !== 'file') throw notOurs();
    return disk.readBytes(path, limit);
  };
}

function packageFailure(error: unknown, path: string): unknown {
  if (error instanceof RangeError) return new DismFailure(code.notSupported, error.message);
  if (!(error instanceof FormatError)) return toFailure(error);
  const known = { 'not-recognised': code.invalidPackage, unsupported: code.notSupported } as Record<string, number>;
  return new DismFailure(known[error.code] ?? code.invalidData, `${path}: ${error.message}`);
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

const MAX_PACKAGE = 256 * 1024 * 1024;
