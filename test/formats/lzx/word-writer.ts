/** Writes bits into 16-bit words, each from its high bit down, and bytes between them. */
export class WordWriter {
  readonly #bytes: number[] = [];
  readonly #ends: number[] = [];
  readonly #framed: boolean;
  #word = 0;
  #used = 0;

  constructor(framed: boolean) {
    this.#framed = framed;
  }

  bits(value: number, count: number): void {
    for (let bit = count - 1; bit >= 0; bit--) {
      this.#word = (this.#word << 1) | ((value >>> bit) & 1);
      this.#used += 1;
      if (this.#used === 16) this.#put();
    }
  }

  /** As WIM files have it: 32768 may have a form of its own. */
  blockSize(size: number, { order, short }: { order: number; short: boolean }): void {
    if (size === 32_768 && short) this.bits(1, 1);
    else {
      this.bits(0, 1);
      this.bits(size, order === 15 ? 16 : 24);
    }
  }

  /** Fills the current word, or adds a whole one where none is begun. */
  skipWord(): void {
    this.bits(0, 16 - this.#used);
  }

  raw(byte: number): void {
    this.#bytes.push(byte);
  }

  rawU32(value: number): void {
    for (let shift = 0; shift < 32; shift += 8) this.raw((value >>> shift) & 255);
  }

  /** In the flavour of WIM files a frame is nothing, and the words go on. */
  endFrame(): void {
    if (!this.#framed) return;
    if (this.#used > 0) this.skipWord();
    this.#ends.push(this.#bytes.length);
  }

  frames(): Uint8Array[] {
    const bytes = Uint8Array.from(this.#bytes);
    const ends = this.#ends.at(-1) === bytes.length ? this.#ends : [...this.#ends, bytes.length];
    return ends.map((end, index) => bytes.subarray(ends[index - 1] ?? 0, end));
  }

  finish(): Uint8Array {
    if (this.#used > 0) this.skipWord();
    return Uint8Array.from(this.#bytes);
  }

  #put(): void {
    this.#bytes.push(this.#word & 255, this.#word >>> 8);
    this.#word = 0;
    this.#used = 0;
  }
}
