/**
 * What tells that the files of a work folder are those that the journal describes, without reading gigabytes: of a WIM
 * file its header and its tables, which name everything in it by SHA-1. That the contents agree with these names is read
 * back by the step `verify` before anything is published.
 */
import { join } from 'node:path';
import type { NewDigest } from '../../formats/bytes.ts';
import { FormatError } from '../../formats/format-error.ts';
import {
  type FileHeader,
  FLAG_WRITE_IN_PROGRESS,
  FLAGS_OFFSET,
  HEADER_BYTES,
  readHeader,
} from '../../formats/wim/header.ts';
import type { OpenSource } from '../../ports/files.ts';
import type { Ports } from '../../ports/index.ts';
import { mountFolderPrefix, scratchFolderName } from './work-folder.ts';

/** One file of a work folder. */
export interface WorkingFile {
  /** Path below the work folder, in parts. */
  path: string[];
  size: number;
  /** Header of a WIM file in hexadecimal; null for another file. */
  header: string | null;
  /** Of the header and tables of a WIM file, of all of another one. */
  sha256: string;
}

type Parts = Pick<Ports, 'files' | 'newDigest'>;

const piece = 1024 * 1024;
/** Longer tables are of no image; see the reader of the format. */
const longestTable = 64 * 1024 * 1024;

/**
 * Describes what lies in a work folder, mounts, scratch and the folders `besides` excepted, after it is on the disk.
 * Throws FormatError for a WIM file whose tables cannot be found.
 */
export async function describeWorkingFiles(
  { files, newDigest }: Parts,
  root: string,
  besides: ReadonlySet<string>,
): Promise<WorkingFile[]> {
  const found: WorkingFile[] = [];
  for (const path of pathsBelow(files, root, [], besides)) {
    found.push({ path, ...(await describeWorkingFile({ files, newDigest }, join(root, ...path))) });
  }
  return found;
}

/** The description of one file, after it is on the disk. Throws FormatError as `describeWorkingFiles`. */
export async function describeWorkingFile(
  { files, newDigest }: Parts,
  full: string,
): Promise<Omit<WorkingFile, 'path'>> {
  await sync(files, full);
  return { size: files.facts(full)?.size ?? 0, ...(await fingerprint({ files, newDigest }, full)) };
}

/**
 * Compares a work folder with its description. A WIM file that grew by a save that was interrupted is cut back to what it
 * was: saving appends, and the header comes last. Everything that is not described is removed. Returns in a
 * word why the files are not the described ones; undefined when they are. `passed`: the path of a described file that the
 * caller has judged by itself. The caller has seen to it that nothing is mounted there and no tool is at work.
 */
export async function matchWorkingFiles(
  parts: Parts,
  root: string,
  described: readonly WorkingFile[],
  passed: readonly string[] = [],
): Promise<string | undefined> {
  const { files } = parts;
  for (const file of described) {
    if (isPath(file.path, passed)) continue;
    const full = join(root, ...file.path);
    const facts = files.facts(full);
    if (facts?.kind !== 'file') return `${full} is gone`;
    const isSame =
      (facts.size === file.size && (await fingerprint(parts, full).catch(unreadable)).sha256 === file.sha256) ||
      (await takeBackSave(parts, full, file, { header: 'as before' }));
    if (!isSame) return `${full} was changed`;
  }
  const kept = new Set(described.map(({ path }) => path[0]));
  for (const name of files.names(root)) {
    if (!kept.has(name)) files.remove(join(root, name));
  }
  return undefined;
}

export function isPath(path: readonly string[], other: readonly string[]): boolean {
  return path.length === other.length && path.every((name, at) => name === other[at]);
}

/** As of now, a power cut takes nothing of the file back. */
async function sync(files: Ports['files'], path: string): Promise<void> {
  const handle = await files.random(path, 'rewrite');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function* pathsBelow(
  files: Ports['files'],
  root: string,
  below: string[],
  besides: ReadonlySet<string>,
): Generator<string[]> {
  for (const name of files.names(join(root, ...below))) {
    const isPassing = name.startsWith(mountFolderPrefix) || name === scratchFolderName || besides.has(name);
    if (below.length === 0 && isPassing) continue;
    const path = [...below, name];
    const kind = files.facts(join(root, ...path))?.kind;
    if (kind === 'file') yield path;
    else if (kind === 'folder') yield* pathsBelow(files, root, path, besides);
  }
}

async function fingerprint({ files, newDigest }: Parts, path: string): Promise<Pick<WorkingFile, 'header' | 'sha256'>> {
  const source = files.source(path);
  try {
    const header = source.size < HEADER_BYTES ? undefined : headerOf(source);
    if (header !== undefined) {
      const bytes = source.read(0, HEADER_BYTES);
      const sha256 = digestOfTables(source, { header, bytes, size: source.size }, newDigest);
      return { header: Buffer.from(bytes).toString('hex'), sha256 };
    }
  } finally {
    source.close();
  }
  return { header: null, ...(await files.digest(path, ['sha256'], {})) };
}

/** Undefined for a file that is no WIM. */
function headerOf(source: OpenSource): FileHeader | undefined {
  try {
    return readHeader(source);
  } catch (error) {
    if (error instanceof FormatError && error.code === 'not-recognised') return undefined;
    throw error;
  }
}

interface Wim {
  header: FileHeader;
  /** Of the header. */
  bytes: Uint8Array;
  /** Of the file that the header belongs to. */
  size: number;
}

function digestOfTables(source: OpenSource, { header, bytes, size }: Wim, newDigest: NewDigest): string {
  const digest = newDigest('sha256');
  digest.update(bytes);
  for (const { offset, storedSize } of [header.lookupTable, header.xml, header.integrity]) {
    if (storedSize > longestTable || offset + storedSize > size) {
      throw new FormatError('truncated', `a table of ${storedSize} bytes at ${offset} is not in the file`);
    }
    for (let at = 0; at < storedSize; at += piece) {
      digest.update(source.read(offset + at, Math.min(piece, storedSize - at)));
    }
  }
  return digest.hex();
}

/**
 * Makes a file again what it was before a save that was interrupted. False when it is not the described one with the traces
 * of a save: the flag in its header, or bytes behind it. `header`: `any` where it is known that a save of ours was at work
 * on the file, which may have written the new header already.
 */
export async function takeBackSave(
  { files, newDigest }: Parts,
  path: string,
  file: Pick<WorkingFile, 'size' | 'header' | 'sha256'>,
  { header: wanted }: { header: 'as before' | 'any' },
): Promise<boolean> {
  if (file.header === null || (files.facts(path)?.size ?? 0) < file.size) return false;
  const before = new Uint8Array(Buffer.from(file.header, 'hex'));
  const source = files.source(path);
  try {
    if (wanted === 'as before' && !isOfSaveAtWork(source, before, file.size)) return false;
    const header = readHeader({ size: file.size, read: (offset, length) => before.subarray(offset, offset + length) });
    if (digestOfTables(source, { header, bytes: before, size: file.size }, newDigest) !== file.sha256) return false;
  } catch (error) {
    if (error instanceof FormatError) return false;
    throw error;
  } finally {
    source.close();
  }
  const handle = await files.random(path, 'rewrite');
  try {
    await handle.write(0, before);
    await handle.truncate(file.size);
    await handle.sync();
  } finally {
    await handle.close();
  }
  return true;
}

/** The header from before, with the flag of a save or with bytes behind its file. */
function isOfSaveAtWork(source: OpenSource, before: Uint8Array, size: number): boolean {
  const now = source.read(0, HEADER_BYTES);
  const flags = new DataView(now.buffer, now.byteOffset).getUint32(FLAGS_OFFSET, true);
  if (source.size === size && (flags & FLAG_WRITE_IN_PROGRESS) === 0) return false;
  const still = now.slice();
  new DataView(still.buffer).setUint32(FLAGS_OFFSET, flags & ~FLAG_WRITE_IN_PROGRESS, true);
  return Buffer.compare(still, before) === 0;
}

function unreadable(error: unknown): { sha256: undefined } {
  if (error instanceof FormatError) return { sha256: undefined };
  throw error;
}
