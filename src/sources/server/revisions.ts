/**
 * Ids with their highest revision, as lists of a server name them: hundreds of thousands, each in 20 bytes instead of the
 * hundred and more that a text in a map takes.
 */
const entryBytes = 20;
const idBytes = 16;
const smallest = 1024;

export class Revisions implements Iterable<[id: string, revision: number]> {
  #entries = Buffer.alloc(smallest * entryBytes);
  /** Number of an entry from 1, at the place that its id hashes to or the next free one; half of them stay free. */
  #slots = new Uint32Array(2 * smallest);
  #count = 0;

  get size(): number {
    return this.#count;
  }

  /** Lower-case GUID. A lower revision of an id that is there already is passed over. */
  add(id: string, revision: number): void {
    if (this.#count * entryBytes === this.#entries.length) this.#grow();
    const at = this.#count * entryBytes;
    this.#write(id, at);
    const slot = this.#slotOf(at);
    const known = this.#slots[slot] ?? 0;
    if (known === 0) {
      this.#entries.writeUInt32LE(revision, at + idBytes);
      this.#count += 1;
      this.#slots[slot] = this.#count;
      return;
    }
    const place = (known - 1) * entryBytes + idBytes;
    if (revision > this.#entries.readUInt32LE(place)) this.#entries.writeUInt32LE(revision, place);
  }

  get(id: string): number | undefined {
    if (this.#count * entryBytes === this.#entries.length) this.#grow();
    const at = this.#count * entryBytes;
    this.#write(id, at);
    const known = this.#slots[this.#slotOf(at)] ?? 0;
    return known === 0 ? undefined : this.#entries.readUInt32LE((known - 1) * entryBytes + idBytes);
  }

  has(id: string): boolean {
    return this.get(id) !== undefined;
  }

  *[Symbol.iterator](): Generator<[id: string, revision: number]> {
    for (let at = 0; at < this.#count * entryBytes; at += entryBytes) {
      const hex = this.#entries.toString('hex', at, at + idBytes);
      const id = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
      yield [id, this.#entries.readUInt32LE(at + idBytes)];
    }
  }

  #write(id: string, at: number): void {
    this.#entries.write(id.replaceAll('-', ''), at, idBytes, 'hex');
  }

  /** Where the id at this place of the entries stands in the table, or would stand. */
  #slotOf(at: number): number {
    const entries = this.#entries;
    let hash = 0;
    for (let part = 0; part < idBytes; part += 4) {
      hash = Math.imul(hash ^ entries.readUInt32LE(at + part), 0x9e37_79b1);
      hash ^= hash >>> 15;
    }
    const mask = this.#slots.length - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const known = this.#slots[slot] ?? 0;
      const other = (known - 1) * entryBytes;
      if (known === 0 || entries.compare(entries, other, other + idBytes, at, at + idBytes) === 0) return slot;
    }
  }

  #grow(): void {
    const entries = Buffer.alloc(2 * this.#entries.length);
    this.#entries.copy(entries);
    this.#entries = entries;
    this.#slots = new Uint32Array(2 * this.#slots.length);
    for (let index = 0; index < this.#count; index += 1) this.#slots[this.#slotOf(index * entryBytes)] = index + 1;
  }
}
