/**
 * Log files that grow while they are read: each whole line once. A cursor says what was read of each; it is opaque to callers
 * and may be kept as long as the logs are.
 */
import { Problem } from '../../errors.ts';
import type { Ports } from '../../ports/index.ts';

/** Bytes that one reading takes of a file at most: a debug log of DISM has 50 MB. */
export const readLimit = 4 * 1024 * 1024;

/** Bytes that were read of each file, by its name. */
export type Position = ReadonlyMap<string, number>;

export interface LogFile {
  /** In its folder: what a cursor calls it. */
  name: string;
  path: string;
}

export interface Reading {
  /** Lines of each file that has new ones, in the order of the files. */
  texts: string[];
  position: Position;
  /** There is more than one reading takes. */
  hasMore: boolean;
}

/**
 * What is new since `position`; without one the ends of the files. A line that is still being written is left for the next
 * reading; `isOver`: nothing writes any more, and it is taken as it is. A file that is shorter than it was is read anew.
 */
export function readNew(
  { files }: Pick<Ports, 'files'>,
  logs: readonly LogFile[],
  { position, isOver }: { position: Position | undefined; isOver: boolean },
): Reading {
  const texts: string[] = [];
  const next = new Map<string, number>();
  let hasMore = false;
  for (const { name, path } of logs) {
    const size = files.facts(path)?.size ?? 0;
    const known = position?.get(name) ?? 0;
    const start = position === undefined ? Math.max(0, size - readLimit) : known > size ? 0 : known;
    const bytes = read(files, path, { start, length: Math.min(readLimit, size - start) });
    const isAtEnd = start + bytes.length >= size;
    const lines = wholeLines(bytes, { isCut: position === undefined && start > 0, isLast: isAtEnd && isOver });
    hasMore ||= !isAtEnd;
    next.set(name, start + lines.end);
    if (lines.text !== '') texts.push(lines.text);
  }
  return { texts, position: next, hasMore };
}

function read(files: Ports['files'], path: string, { start, length }: { start: number; length: number }): Uint8Array {
  if (length <= 0) return new Uint8Array();
  const source = files.source(path);
  try {
    return source.read(start, length);
  } finally {
    source.close();
  }
}

const lineFeed = 10;

/** The lines that are whole, and where they end. A line that is longer than one reading is taken in pieces. */
function wholeLines(
  bytes: Uint8Array,
  { isCut, isLast }: { isCut: boolean; isLast: boolean },
): { text: string; end: number } {
  const begin = isCut ? bytes.indexOf(lineFeed) + 1 : 0;
  const isOneLine = bytes.length === readLimit && bytes.lastIndexOf(lineFeed) < 0;
  const end = isLast || isOneLine ? bytes.length : bytes.lastIndexOf(lineFeed) + 1;
  return { text: new TextDecoder().decode(bytes.subarray(begin, Math.max(begin, end))), end };
}

export function writeCursor(position: Position): string {
  return Buffer.from(JSON.stringify([...position])).toString('base64url');
}

/** Throws Problem ImgRequestInvalid for a text that is no cursor of ours. */
export function readCursor(text: string): Position {
  try {
    const rows: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    if (!Array.isArray(rows)) throw new TypeError('no list');
    return new Map(rows.map(checkedRow));
  } catch {
    const message = 'must be the next of an answer';
    throw new Problem('ImgRequestInvalid', {
      detail: `/after ${message}.`,
      errors: [{ pointer: '/after', message }],
    });
  }
}

function checkedRow(row: unknown): [string, number] {
  const [name, bytes] = row as [unknown, unknown];
  if (typeof name !== 'string' || !Number.isSafeInteger(bytes) || (bytes as number) < 0) throw new TypeError('no row');
  return [name, bytes as number];
}
