import type { Segment } from './plan.ts';
import type { FarFile } from './tables.ts';

/** Where built bytes go. */
export interface BuildTarget {
  write(offset: number, bytes: Uint8Array): Promise<void>;
  /** Takes a stretch of another open file of this process; its `syscall` says whether that one could not be read. */
  copyFrom?(source: { descriptor: number; at: number }, offset: number, length: number): Promise<void>;
}

export interface Build {
  segments: readonly Segment[];
  /** The file whose new bytes travel. */
  next: FarFile;
  /** The file that is at the target already; undefined where nothing is taken from it. */
  previous: FarFile | undefined;
  target: BuildTarget;
  /** Bytes that are read at once: what a cut loses. Default 256 KiB, and more of what the target copies itself. */
  stretch?: number;
  /** Places before this one are done. */
  from: number;
  signal?: AbortSignal | undefined;
  /** Waits until so many more bytes may travel. */
  travel(bytes: number): Promise<void>;
  /**
   * Everything before `at`, where the next piece begins, is as it shall be; `bytes` more are written, of which `travelled`
   * came from afar.
   */
  onDone(at: number, bytes: number, travelled: number): Promise<void> | void;
}

/** What is written next is then still in the cache of its core; larger pieces take more time on a disk. */
const usualStretch = 256 * 1024;
/** Bytes that the target is told to copy at once. */
const copiedStretch = 2 * 1024 * 1024;

interface Piece extends Segment {
  /** The open file that the target copies it from; undefined: it is read and written here. */
  descriptor: number | undefined;
}

/**
 * Writes the segments, a piece at a time; the next piece is read while one is written, into one of two buffers that take
 * turns. Errors of the three files come through as they are.
 */
export async function build(work: Build): Promise<void> {
  let reading: Promise<Uint8Array> | undefined;
  const pieces = piecesOf(work);
  const longest = pieces.reduce((most, piece) => Math.max(most, piece.descriptor === undefined ? piece.length : 0), 0);
  const buffers = [new Uint8Array(longest), new Uint8Array(longest)];
  const read = (index: number, piece: Piece): Promise<Uint8Array> => readPiece(work, piece, buffers[index % 2]);
  work.next.expect?.(work.segments.filter(({ previous }) => previous === null || work.previous === undefined));
  try {
    for (const [index, piece] of pieces.entries()) {
      work.signal?.throwIfAborted();
      const bytes = piece.descriptor === undefined ? await (reading ?? read(index, piece)) : undefined;
      const following = pieces[index + 1];
      reading = following === undefined || following.descriptor !== undefined ? undefined : read(index + 1, following);
      // It is awaited in the next round; an error before that must not end the process.
      reading?.catch(() => undefined);
      if (bytes === undefined) await copyPiece(work, piece);
      else await work.target.write(piece.at, bytes);
      const end = piece.at + piece.length;
      await work.onDone(following?.at ?? end, piece.length, isFromNext(work, piece) ? piece.length : 0);
    }
  } finally {
    await reading?.catch(() => undefined);
  }
}

function isFromNext({ previous }: Pick<Build, 'previous'>, piece: Segment): boolean {
  return piece.previous === null || previous === undefined;
}

async function readPiece(work: Build, piece: Segment, into?: Uint8Array): Promise<Uint8Array> {
  const { next, previous, travel } = work;
  if (piece.previous !== null && previous !== undefined) return previous.read(piece.previous, piece.length, into);
  await travel(piece.length);
  return next.read(piece.at, piece.length, into);
}

async function copyPiece(work: Build, piece: Piece): Promise<void> {
  const { target, travel, stretch = usualStretch } = work;
  const isNew = isFromNext(work, piece);
  if (isNew) await travel(piece.length);
  const source = { descriptor: piece.descriptor ?? -1, at: isNew ? piece.at : (piece.previous ?? piece.at) };
  try {
    await target.copyFrom?.(source, piece.at, piece.length);
  } catch (error) {
    if ((error as { syscall?: unknown }).syscall !== 'read') throw error;
    // Whoever opened the file knows what it means that it cannot be read.
    for (const part of partsOf(piece, stretch)) {
      await target.write(part.at, await readPiece({ ...work, travel: async () => undefined }, part));
    }
  }
}

function piecesOf(work: Build): Piece[] {
  const { segments, from, target, stretch = usualStretch } = work;
  return segments.flatMap((segment) => {
    const done = Math.min(Math.max(0, from - segment.at), segment.length);
    const left = partOf(segment, done, segment.length - done);
    const source = isFromNext(work, segment) ? work.next : work.previous;
    const descriptor = target.copyFrom === undefined ? undefined : source?.descriptor;
    const length = descriptor === undefined ? stretch : Math.max(stretch, copiedStretch);
    return partsOf(left, length).map((part) => ({ ...part, descriptor }));
  });
}

function partsOf(segment: Segment, longest: number): Segment[] {
  const parts: Segment[] = [];
  for (let done = 0; done < segment.length; done += longest) {
    parts.push(partOf(segment, done, Math.min(longest, segment.length - done)));
  }
  return parts;
}

function partOf({ at, previous }: Segment, from: number, length: number): Segment {
  return { at: at + from, length, previous: previous === null ? null : previous + from };
}
