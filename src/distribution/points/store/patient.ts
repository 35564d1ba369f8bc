import { Problem } from '../../../errors.ts';
import type { Clock } from '../../../ports/clock.ts';
import type { RandomFile } from '../../../ports/files.ts';

/** How long an answer is waited for, and whose answer, for the message. */
export interface Patience {
  milliseconds: number;
  what: string;
}

/**
 * A file whose every call ends: with an answer, or with Problem ImgPointUnreachable when there is none for so long, twice
 * as long at most. The system goes on waiting in a thread of its own.
 */
export async function patient(clock: Clock, opening: Promise<RandomFile>, patience: Patience): Promise<RandomFile> {
  const watch = new Watch(clock, patience);
  // All that the system still holds of the file goes out in one call.
  const longWatch = new Watch(clock, { ...patience, milliseconds: patience.milliseconds * 10 });
  const file = await watch.answer(opening).catch((error) => {
    watch.end();
    // One that is opened after all is of no use to anybody.
    opening.then((late) => late.close()).catch(() => undefined);
    throw error;
  });
  return {
    size: file.size,
    descriptor: file.descriptor,
    read: (offset, length, into) => watch.answer(file.read(offset, length, into)),
    write: (offset, bytes) => watch.answer(file.write(offset, bytes)),
    copyFrom: (source, offset, length) => watch.answer(file.copyFrom(source, offset, length)),
    truncate: (size) => watch.answer(file.truncate(size)),
    sync: () => longWatch.answer(file.sync()),
    async close() {
      try {
        await watch.answer(file.close());
      } finally {
        watch.end();
        longWatch.end();
      }
    },
  };
}

interface Call {
  /** It began before the pause that runs now. */
  isOld: boolean;
  giveUp(): void;
}

/** Watches calls by one pause after the other, not by one for each call: there are thousands of calls in a second. */
class Watch {
  readonly #clock: Clock;
  readonly #patience: Patience;
  readonly #calls = new Set<Call>();
  readonly #over = new AbortController();
  #isPausing = false;

  constructor(clock: Clock, patience: Patience) {
    this.#clock = clock;
    this.#patience = patience;
  }

  answer<T>(answer: Promise<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const { what, milliseconds } = this.#patience;
      const call: Call = {
        isOld: false,
        giveUp: () =>
          reject(
            new Problem('ImgPointUnreachable', {
              detail: `${what} gave no answer for ${milliseconds / 1000} seconds.`,
            }),
          ),
      };
      this.#calls.add(call);
      answer.then(resolve, reject).finally(() => this.#calls.delete(call));
      if (!this.#isPausing) this.#pause();
    });
  }

  end(): void {
    this.#over.abort();
  }

  #pause(): void {
    if (this.#over.signal.aborted) return;
    this.#isPausing = true;
    for (const call of this.#calls) call.isOld = true;
    this.#clock.pause(this.#patience.milliseconds, this.#over.signal).then(
      () => {
        for (const call of [...this.#calls].filter(({ isOld }) => isOld)) {
          this.#calls.delete(call);
          call.giveUp();
        }
        this.#isPausing = false;
        if (this.#calls.size > 0) this.#pause();
      },
      () => undefined,
    );
  }
}
