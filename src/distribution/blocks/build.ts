import type { Segment } from './plan.ts';
import type { FarFile } from './tables.ts';

/** Where built bytes go. */
export interface BuildTarget {
  write(offset: number, bytes: Uint8Array): Promise<void>;
}

export interface Build {
  segments: readonly Segment[];
  /** The file whose new bytes travel. */
  next: FarFile;
  /** The file that is at the target already; undefined where nothing is taken from it. */
  previous: FarFile | undefined;
  target: BuildTarget;
  /** Bytes that are read at once: what a cut loses. Default 256 KiB. */
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

/**
 * Writes the segments, a piece at a time; the next piece is read while one is written, into one of two buffers that take
 * turns. Errors of the three files come through as they are.
 */
export async function build(work: Build): Promise<void> {
  const { stretch = usualStretch } = work;
  let reading: Promise<Uint8Array> | undefined;
  const pieces = piecesOf(work, stretch);
  const longest = pieces.reduce((most, { length }) => Math.max(most, length), 0);
  const buffers = [new Uint8Array(longest), new Uint8Array(longest)];
  const read = (index: number, piece: Segment): Promise<Uint8Array> => readPiece(work, piece, buffers[index % 2]);
  work.next.expect?.(work.segments.filter(({ previous }) => previous === null || work.previous === undefined));
  try {
    for (const [index, piece] of pieces.entries()) {
      work.signal?.throwIfAborted();
      const bytes = await (reading ?? read(index, piece));
      const following = pieces[index + 1];
      reading = following === undefined ? undefined : read(index + 1, following);
      // It is awaited in the next round; an error before that must not end the process.
      reading?.catch(() => undefined);
      await work.target.write(piece.at, bytes);
      const end = piece.at + piece.length;
      await work.onDone(following?.at ?? end, piece.length, piece.previous === null ? piece.length : 0);
    }
  } finally {
    await reading?.catch(() => undefined);
  }
}

async function readPiece({ next, previous, travel }: Build, piece: Segment, into?: Uint8Array): Promise<Uint8Array> {
  if (piece.previous !== null && previous !== undefined) return previous.read(piece.previous, piece.length, into);
  await travel(piece.length);
  return next.read(piece.at, piece.length, into);
}

function piecesOf({ segments, from }: Build, stretch: number): Segment[] {
  const pieces: Segment[] = [];
  for (const { at, length, previous } of segments) {
    for (let done = Math.max(0, from - at); done < length; done += stretch) {
      const part = Math.min(stretch, length - done);
      pieces.push({ at: at + done, length: part, previous: previous === null ? null : previous + done });
    }
  }
  return pieces;
}
