/**
 * Entries of one length that begin with their key, hundreds of thousands of them, in little more than their own bytes: a
 * text in a map takes a hundred and more for each.
 */
const smallest = 1024;

export class EntryTable {
  readonly #length: number;
  readonly #keyLength: number;
  /** The entries, with room for one more behind them: the draft. */
  #entries: Buffer;
  /** Number of an entry from 1, at the place that its key hashes to or the next free one; half of them stay free. */
  #slots: Uint32Array;
  #count = 0;

  /** Bytes of an entry and of its key, which is a multiple of 4. `expected`: entries that will come, where that is known. */
  constructor(length: number, keyLength: number, expected = 0) {
    this.#length = length;
    this.#keyLength = keyLength;
    let room = smallest;
    while (room <= expected) room *= 2;
    this.#entries = Buffer.alloc(room * length);
    this.#slots = new Uint32Array(2 * room);
  }

  get size(): number {
    return this.#count;
  }

  /** Where bytes of an entry are read and changed; not for longer than until the next `draft`. */
  get bytes(): Buffer {
    return this.#entries;
  }

  /** The place of a new entry, for whoever asks to write its key there, and what follows it where it is to be added. */
  draft(): number {
    if (this.#count * this.#length === this.#entries.length) this.#grow();
    return this.#count * this.#length;
  }

  /** Where the entry with the key of the draft begins; undefined when there is none. */
  find(): number | undefined {
    const known = this.#slots[this.#slotOf(this.draft())] ?? 0;
    return known === 0 ? undefined : (known - 1) * this.#length;
  }

  /** Makes the draft an entry. Undefined when it is one now, else where the one with its key begins, which stays. */
  add(): number | undefined {
    const slot = this.#slotOf(this.draft());
    const known = this.#slots[slot] ?? 0;
    if (known > 0) return (known - 1) * this.#length;
    this.#count += 1;
    this.#slots[slot] = this.#count;
    return undefined;
  }

  /** Where the slot of the key at this place is, or would be. */
  #slotOf(at: number): number {
    const entries = this.#entries;
    let hash = 0;
    for (let part = 0; part < this.#keyLength; part += 4) {
      hash = Math.imul(hash ^ entries.readUInt32LE(at + part), 0x9e37_79b1);
      hash ^= hash >>> 15;
    }
    const mask = this.#slots.length - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const known = this.#slots[slot] ?? 0;
      if (known === 0) return slot;
      const other = (known - 1) * this.#length;
      if (entries.compare(entries, other, other + this.#keyLength, at, at + this.#keyLength) === 0) return slot;
    }
  }

  #grow(): void {
    const entries = Buffer.alloc(2 * this.#entries.length);
    this.#entries.copy(entries);
    this.#entries = entries;
    this.#slots = new Uint32Array(2 * this.#slots.length);
    for (let index = 0; index < this.#count; index += 1) this.#slots[this.#slotOf(index * this.#length)] = index + 1;
  }
}
