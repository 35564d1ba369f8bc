/**
 * Which thread does which request. Each begins in a region of its own and goes on to the neighbour of what it did last:
 * neighbours often need the same part of a file, which the thread then has at hand. A thread whose region is done takes
 * the second half of what is left of the largest one, so that all are busy to the end.
 */
export class Regions {
  readonly #regions: { next: number; end: number }[];

  constructor(requests: number, threads: number) {
    const begin = (thread: number): number => Math.floor((thread * requests) / threads);
    this.#regions = Array.from({ length: threads }, (_, thread) => ({ next: begin(thread), end: begin(thread + 1) }));
  }

  /** The place of the next request for a thread; undefined when all are taken. */
  take(thread: number): number | undefined {
    let own = this.#regions[thread];
    if (own === undefined || own.next === own.end) own = this.#takeOver(thread);
    return own === undefined ? undefined : own.next++;
  }

  /** From now on `take` gives nothing. */
  close(): void {
    this.#regions.length = 0;
  }

  #takeOver(thread: number): { next: number; end: number } | undefined {
    const left = ({ next, end }: { next: number; end: number }): number => end - next;
    const largest = this.#regions.reduce((best, region) => (left(region) > left(best) ? region : best), nothing);
    if (left(largest) === 0) return undefined;
    const middle = largest.next + Math.floor(left(largest) / 2);
    const region = { next: middle, end: largest.end };
    largest.end = middle;
    this.#regions[thread] = region;
    return region;
  }
}

const nothing = { next: 0, end: 0 };
