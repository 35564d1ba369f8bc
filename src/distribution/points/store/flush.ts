import type { RandomFile } from '../../../ports/files.ts';

/** Between two moments after which work goes on where it was cut. Bytes. */
const checkpoint = 64 * 1024 * 1024;

/**
 * Brings a file to the disk while it is written: what is left for the end is little then, and work that is cut goes on
 * after what is on the disk.
 */
export class Flush {
  readonly #file: Pick<RandomFile, 'sync'>;
  readonly #onSafe: (at: number) => void;
  #unsafe = 0;
  #running: Promise<void> | undefined;
  #failure: { error: unknown } | undefined;

  /** `onSafe`: everything before this place is on the disk. */
  constructor(file: Pick<RandomFile, 'sync'>, onSafe: (at: number) => void = () => undefined) {
    this.#file = file;
    this.#onSafe = onSafe;
  }

  /** So many bytes more are written, everything before `at` is. Throws what went wrong since the call before. */
  written(at: number, bytes: number): void {
    this.#unsafe += bytes;
    this.#throwFailure();
    if (this.#unsafe < checkpoint || this.#running !== undefined) return;
    this.#unsafe = 0;
    this.#running = this.#bring(at);
  }

  /** All of it is on the disk when this returns. */
  async finish(): Promise<void> {
    await this.settled();
    this.#throwFailure();
    await this.#file.sync();
  }

  /** Nothing is under way any more when this returns: the file may be closed. */
  async settled(): Promise<void> {
    await this.#running;
  }

  async #bring(at: number): Promise<void> {
    try {
      await this.#file.sync();
      this.#onSafe(at);
    } catch (error) {
      this.#failure = { error };
    } finally {
      this.#running = undefined;
    }
  }

  #throwFailure(): void {
    if (this.#failure !== undefined) throw this.#failure.error;
  }
}
