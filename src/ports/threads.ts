/** Bytes that a thread may need: a hive, and a chunk of 64 MiB of a solid file as it is stored and decoded. */
export const memoryOfThread = 2 ** 29;
/** Threads of one piece of work: more would only fight for the disk. */
export const mostThreads = 8;

/** A second line of work in this process, for decoding and digesting on more than one core. */
export interface Thread {
  /**
   * Asks the program in the thread for one thing; one at a time. What goes in and comes out is copied, so it must be plain
   * data. Rejects with what the program threw (its message), or when the thread ended.
   */
  ask(request: unknown): Promise<unknown>;
  /** Ends it at once, whatever it does. */
  end(): Promise<void>;
}

export interface Threads {
  /** How many can work at once on this machine. */
  readonly parallel: number;
  /** Starts a program that answers as `ports/node-threads.ts` has it. */
  start(program: string): Thread;
}
