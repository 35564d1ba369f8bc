/**
 * Which checkpoint may be stored. Records are stored in batches and not always in their order; a checkpoint counts when
 * every record before it is stored.
 */
export class Checkpoints {
  /** Sequence numbers of records that came and are not stored. */
  readonly #open = new Set<number>();
  /** In their order: the cursor, and the number of the first record behind it. */
  #waiting: { cursor: string; before: number }[] = [];
  #next = 0;

  /** A record came; its number. */
  begin(): number {
    this.#open.add(this.#next);
    return this.#next++;
  }

  mark(cursor: string): void {
    this.#waiting.push({ cursor, before: this.#next });
  }

  /** These records are stored. The cursor of the last checkpoint that now counts; null when none is new. */
  stored(sequences: Iterable<number>): string | null {
    for (const sequence of sequences) this.#open.delete(sequence);
    return this.reached();
  }

  /** The last checkpoint of which nothing is open; it is forgotten with those before it. */
  reached(): string | null {
    // A set keeps its order, so its first is the smallest.
    const [oldest = Number.POSITIVE_INFINITY] = this.#open;
    const done = this.#waiting.filter(({ before }) => before <= oldest);
    this.#waiting = this.#waiting.slice(done.length);
    return done.at(-1)?.cursor ?? null;
  }
}
