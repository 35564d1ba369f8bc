const binHeaderSize = 32;
const pageSize = 4096;

/** The hive data of a new hive: cells one after the other, in bins that are closed when the next cell does not fit. */
export class CellSpace {
  #bytes = new Uint8Array(16 * pageSize);
  /** Where the open bin begins and ends, and where its next cell goes. */
  #binStart = 0;
  #binEnd = 0;
  #next = 0;
  readonly #timestamp: bigint;

  constructor(timestamp: bigint) {
    this.#timestamp = timestamp;
  }

  /** Takes a cell for `length` bytes of content, all zero, and returns its offset. */
  allocate(length: number): number {
    const size = Math.ceil((length + 4) / 8) * 8;
    if (this.#next + size > this.#binEnd) this.#openBin(size);
    const offset = this.#next;
    this.#view(offset, 4).setInt32(0, -size, true);
    this.#next += size;
    return offset;
  }

  /** Takes a cell and fills it. */
  put(content: Uint8Array): number {
    const offset = this.allocate(content.length);
    this.#bytes.set(content, offset + 4);
    return offset;
  }

  /** Writes into the content of a cell that was taken before. */
  fill(offset: number, content: Uint8Array): void {
    this.#bytes.set(content, offset + 4);
  }

  /** Closes the last bin and returns the hive data. */
  finish(): Uint8Array {
    this.#closeBin();
    return this.#bytes.slice(0, this.#binEnd);
  }

  #openBin(cellSize: number): void {
    this.#closeBin();
    const size = Math.ceil((binHeaderSize + cellSize) / pageSize) * pageSize;
    this.#binStart = this.#binEnd;
    this.#binEnd += size;
    this.#grow(this.#binEnd);
    const view = this.#view(this.#binStart, binHeaderSize);
    view.setUint32(0, 0x6e696268, true); // hbin
    view.setUint32(4, this.#binStart, true);
    view.setUint32(8, size, true);
    if (this.#binStart === 0) view.setBigUint64(20, this.#timestamp, true);
    this.#next = this.#binStart + binHeaderSize;
  }

  #closeBin(): void {
    const free = this.#binEnd - this.#next;
    if (free > 0) this.#view(this.#next, 4).setInt32(0, free, true);
    this.#next = this.#binEnd;
  }

  #grow(needed: number): void {
    if (needed <= this.#bytes.length) return;
    const grown = new Uint8Array(Math.max(needed, this.#bytes.length * 2));
    grown.set(this.#bytes);
    this.#bytes = grown;
  }

  #view(offset: number, length: number): DataView {
    return new DataView(this.#bytes.buffer, offset, length);
  }
}
