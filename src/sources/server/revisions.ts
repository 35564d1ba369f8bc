/** Ids with their highest revision, as lists of a server name them: hundreds of thousands, in 20 bytes each. */
import { EntryTable } from '../entry-table.ts';
import { guidBytes, guidFrom, writeGuid } from '../guid-bytes.ts';

export class Revisions implements Iterable<[id: string, revision: number]> {
  readonly #table = new EntryTable(guidBytes + 4, guidBytes);

  get size(): number {
    return this.#table.size;
  }

  /** Lower-case GUID. A lower revision of an id that is there already is passed over. */
  add(id: string, revision: number): void {
    const draft = this.#table.draft();
    const { bytes } = this.#table;
    writeGuid(bytes, id, draft);
    bytes.writeUInt32LE(revision, draft + guidBytes);
    const known = this.#table.add();
    if (known !== undefined && revision > bytes.readUInt32LE(known + guidBytes)) {
      bytes.writeUInt32LE(revision, known + guidBytes);
    }
  }

  get(id: string): number | undefined {
    const draft = this.#table.draft();
    writeGuid(this.#table.bytes, id, draft);
    const known = this.#table.find();
    return known === undefined ? undefined : this.#table.bytes.readUInt32LE(known + guidBytes);
  }

  has(id: string): boolean {
    return this.get(id) !== undefined;
  }

  *[Symbol.iterator](): Generator<[id: string, revision: number]> {
    for (let index = 0; index < this.#table.size; index += 1) {
      const { bytes } = this.#table;
      const at = index * (guidBytes + 4);
      yield [guidFrom(bytes, at), bytes.readUInt32LE(at + guidBytes)];
    }
  }
}
