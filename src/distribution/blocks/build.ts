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
  /** New bytes that are read at once: what a cut loses. Default 4 MiB. */
  stretch?: number;
  /** Places before this one are done. */
  from: number;
  signal?: AbortSignal | undefined;
  /** Waits until so many more bytes may travel. */
  travel(bytes: number): Promise<void>;
  /** Everything before `at` is written; `bytes` more of the file are done, of which `travelled` came from afar. */
  onDone(at: number, bytes: number, travelled: number): Promise<void> | void;
}

const usualStretch = 4 * 1024 * 1024;

/**
 * Writes the segments, a piece at a time; the next piece is read while one is written. Errors of the three files come
 * through as they are.
 */
export async function build(work: Build): Promise<void> {
  let reading: Promise<Uint8Array> | undefined;
  const pieces = piecesOf(work);
  work.next.expect?.(work.segments.filter(({ previous }) => previous === null || work.previous === undefined));
  try {
    for (const [index, piece] of pieces.entries()) {
      work.signal?.throwIfAborted();
      const bytes = await (reading ?? read(work, piece));
      const following = pieces[index + 1];
      reading = following === undefined ? undefined : read(work, following);
      // It is awaited in the next round; an error before that must not end the process.
      reading?.catch(() => undefined);
      await work.target.write(piece.at, bytes);
      await work.onDone(piece.at + piece.length, piece.length, piece.previous === null ? piece.length : 0);
    }
  } finally {
    await reading?.catch(() => undefined);
  }
}

async function read({ next, previous, travel }: Build, piece: Segment): Promise<Uint8Array> {
  if (piece.previous !== null && previous !== undefined) return previous.read(piece.previous, piece.length);
  await travel(piece.length);
  return next.read(piece.at, piece.length);
}

function piecesOf({ segments, from, stretch = usualStretch }: Build): Segment[] {
  const pieces: Segment[] = [];
  for (const { at, length, previous } of segments) {
    const longest = previous === null ? stretch : usualStretch;
    for (let done = Math.max(0, from - at); done < length; done += longest) {
      const part = Math.min(longest, length - done);
      pieces.push({ at: at + done, length: part, previous: previous === null ? null : previous + done });
    }
  }
  return pieces;
}
