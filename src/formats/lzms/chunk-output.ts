/**
 * The bytes of a chunk that is made: one stream from the beginning forwards, one from the end backwards, in room for just
 * less than the content. Once they meet the chunk is `full`: it would not be shorter than its content.
 */
export class ChunkOutput {
  readonly #room: Uint8Array;
  #front = 0;
  #back: number;
  #full = false;

  /** `size`: bytes of content. */
  constructor(size: number) {
    this.#room = new Uint8Array(Math.max(0, (size - 1) & ~1));
    this.#back = this.#room.length;
  }

  get full(): boolean {
    return this.#full;
  }

  forward(word: number): void {
    if (!this.#hasRoom()) return;
    this.#room[this.#front] = word;
    this.#room[this.#front + 1] = word >>> 8;
    this.#front += 2;
  }

  backward(word: number): void {
    if (!this.#hasRoom()) return;
    this.#back -= 2;
    this.#room[this.#back] = word;
    this.#room[this.#back + 1] = word >>> 8;
  }

  /** Adds one to the number that the forward words are. */
  carry(): void {
    let at = this.#front - 2;
    for (; at >= 0 && this.#room[at] === 0xff && this.#room[at + 1] === 0xff; at -= 2) this.#room.fill(0, at, at + 2);
    if (at < 0) return;
    const low = (this.#room[at] as number) + 1;
    this.#room[at] = low;
    if (low > 0xff) this.#room[at + 1] = (this.#room[at + 1] as number) + 1;
  }

  /** Both streams, one behind the other; undefined when they did not fit. */
  bytes(): Uint8Array | undefined {
    if (this.#full) return undefined;
    const bytes = new Uint8Array(this.#front + this.#room.length - this.#back);
    bytes.set(this.#room.subarray(0, this.#front));
    bytes.set(this.#room.subarray(this.#back), this.#front);
    return bytes;
  }

  #hasRoom(): boolean {
    if (this.#back - this.#front >= 2) return true;
    this.#full = true;
    return false;
  }
}
