import { Problem } from '../../../errors.ts';
import type { Clock } from '../../../ports/clock.ts';
import type { RandomFile } from '../../../ports/files.ts';

/** How long an answer is waited for, and whose answer, for the message. */
export interface Patience {
  milliseconds: number;
  what: string;
}

/**
 * A file whose every call ends: with an answer, or with Problem ImgPointUnreachable when there is none for so long. The
 * system goes on waiting in a thread of its own.
 */
export async function patient(clock: Clock, opening: Promise<RandomFile>, patience: Patience): Promise<RandomFile> {
  const bounded = <T>(call: Promise<T>): Promise<T> => within(clock, call, patience);
  const file = await bounded(opening).catch((error) => {
    // One that is opened after all is of no use to anybody.
    opening.then((late) => late.close()).catch(() => undefined);
    throw error;
  });
  return {
    size: file.size,
    read: (offset, length) => bounded(file.read(offset, length)),
    write: (offset, bytes) => bounded(file.write(offset, bytes)),
    truncate: (size) => bounded(file.truncate(size)),
    // All that the system still holds of the file goes out in one call.
    sync: () => within(clock, file.sync(), { ...patience, milliseconds: patience.milliseconds * 10 }),
    close: () => bounded(file.close()),
  };
}

async function within<T>(clock: Clock, call: Promise<T>, { milliseconds, what }: Patience): Promise<T> {
  const over = new AbortController();
  const waited = clock.pause(milliseconds, over.signal).then(
    () => {
      throw new Problem('ImgPointUnreachable', {
        detail: `${what} gave no answer for ${milliseconds / 1000} seconds.`,
      });
    },
    // The call was faster.
    () => new Promise<never>(() => undefined),
  );
  try {
    return await Promise.race([call, waited]);
  } finally {
    over.abort();
  }
}
