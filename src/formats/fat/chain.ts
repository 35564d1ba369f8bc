import type { ByteSource } from '../bytes.ts';
import { FormatError } from '../format-error.ts';
import { viewOf } from '../wim/fields.ts';
import type { FatLayout } from './boot-sector.ts';

/** A table of 16 bits for the most clusters that such a volume has needs no more. */
const MOST_TABLE_BYTES = 2 * 65_536;

/** Follows files from cluster to cluster. */
export class FatChains {
  readonly #source: ByteSource;
  readonly #layout: FatLayout;
  readonly #table: Uint8Array;

  /** Throws FormatError 'truncated' where the volume ends before its table. */
  constructor(source: ByteSource, layout: FatLayout) {
    this.#source = source;
    this.#layout = layout;
    this.#table = source.read(layout.tableAt, Math.min(layout.tableBytes, MOST_TABLE_BYTES));
  }

  /**
   * The bytes of the clusters from `first` on: so many as `size` needs, or all to the end of the chain, refused with
   * 'limit' beyond `most`. Throws FormatError 'corrupt' for a chain that runs in a circle, ends early or leaves the volume.
   */
  read(first: number, { size, most }: { size?: number; most: number }): Uint8Array {
    const { clusterBytes, dataAt } = this.#layout;
    const clusters = this.#clusters(first, { size, most });
    const bytes = new Uint8Array(clusters.length * clusterBytes);
    for (const [at, cluster] of clusters.entries()) {
      const used = size === undefined ? clusterBytes : Math.min(clusterBytes, size - at * clusterBytes);
      bytes.set(this.#source.read(dataAt + (cluster - 2) * clusterBytes, used), at * clusterBytes);
    }
    return size === undefined ? bytes : bytes.subarray(0, size);
  }

  #clusters(first: number, { size, most }: { size: number | undefined; most: number }): number[] {
    const { clusterBytes, clusters } = this.#layout;
    const needed = size === undefined ? Number.POSITIVE_INFINITY : Math.ceil(size / clusterBytes);
    const seen = new Set<number>();
    let at = first;
    while (seen.size < needed && !(size === undefined && seen.size > 0 && this.#isEnd(at))) {
      if (at < 2 || at >= clusters + 2) {
        throw new FormatError('corrupt', `the chain of clusters from ${first} leads to ${at}, which is none`);
      }
      if (seen.has(at)) throw new FormatError('corrupt', `the chain of clusters from ${first} runs in a circle`);
      seen.add(at);
      if (seen.size * clusterBytes > most + clusterBytes) {
        throw new FormatError('limit', `the chain of clusters from ${first} has more than ${most} bytes`);
      }
      at = seen.size < needed ? this.#next(at) : at;
    }
    return [...seen];
  }

  #isEnd(value: number): boolean {
    return value >= (this.#layout.bits === 12 ? 0xff8 : 0xfff8);
  }

  #next(cluster: number): number {
    const is12 = this.#layout.bits === 12;
    const at = is12 ? cluster + (cluster >> 1) : cluster * 2;
    if (at + 2 > this.#table.length) {
      throw new FormatError('corrupt', `the table of clusters ends before cluster ${cluster}`);
    }
    const pair = viewOf(this.#table).getUint16(at, true);
    if (!is12) return pair;
    return cluster % 2 === 0 ? pair & 0xfff : pair >> 4;
  }
}
