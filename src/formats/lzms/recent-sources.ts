/** How many sources can be named as recent ones. */
export const RECENT = 3;
/** Three can be named, and the last one out of reach comes back while the newest is the source of the item before. */
export const KEPT = RECENT + 1;

/** The sources that the matches of one kind used last, the newest first; LZ matches have the power 0. */
export class RecentSources {
  readonly offsets = new Uint32Array(KEPT);
  readonly powers = new Uint8Array(KEPT);

  constructor() {
    this.start();
  }

  /** Back to the beginning of a chunk. */
  start(): void {
    for (let index = 0; index < KEPT; index++) this.offsets[index] = index + 1;
    this.powers.fill(0);
  }

  is(place: number, power: number, offset: number): boolean {
    return this.offsets[place] === offset && this.powers[place] === power;
  }

  /** Puts a source to the front; the one at `place` goes. */
  insert(place: number, power: number, offset: number): void {
    const { offsets, powers } = this;
    for (let to = place; to > 0; to--) {
      powers[to] = powers[to - 1] as number;
      offsets[to] = offsets[to - 1] as number;
    }
    powers[0] = power;
    offsets[0] = offset;
  }
}
