/**
 * What a master document tells of a hundred thousand files and more, in little more than its own bytes. Texts of the document
 * would be pieces of it, and keep all of it in memory. SHA-1 digests are told in base64, as the document does; what is none
 * is not kept.
 */
import { EntryTable } from '../entry-table.ts';
import { guidBytes, guidFrom, writeGuid } from '../guid-bytes.ts';

const digestBytes = 20;
const digestLetters = 28;
const arenaBytes = 2 ** 20;
/** Letters of the longest address. */
const longestAddress = 2 ** 14;

/** Ids of updates by revision. */
export class UpdateIds {
  readonly #table = new EntryTable(4 + guidBytes, 4);

  get size(): number {
    return this.#table.size;
  }

  /** Lower-case GUID. */
  add(revisionId: number, id: string): void {
    const draft = this.#draft(revisionId);
    writeGuid(this.#table.bytes, id, draft + 4);
    this.#table.add();
  }

  get(revisionId: number): string | undefined {
    this.#draft(revisionId);
    const at = this.#table.find();
    return at === undefined ? undefined : guidFrom(this.#table.bytes, at + 4);
  }

  #draft(revisionId: number): number {
    const draft = this.#table.draft();
    this.#table.bytes.writeUInt32LE(revisionId, draft);
    return draft;
  }
}

/** Digests of the files of each revision. */
export class FileLists {
  /** Revision, number of its first digest, how many there are. */
  readonly #table = new EntryTable(12, 4);
  #digests = Buffer.alloc(2 ** 16 * digestBytes);
  #count = 0;

  /** Of a revision that is told of twice the first list stands. */
  add(revisionId: number, digests: readonly string[]): void {
    const known = digests.filter(isDigest);
    if (known.length === 0) return;
    const draft = this.#draft(revisionId);
    this.#table.bytes.writeUInt32LE(this.#count, draft + 4);
    this.#table.bytes.writeUInt32LE(known.length, draft + 8);
    if (this.#table.add() !== undefined) return;
    for (const digest of known) {
      if (this.#count * digestBytes === this.#digests.length) {
        this.#digests = Buffer.concat([this.#digests, Buffer.alloc(this.#digests.length)]);
      }
      this.#digests.write(digest, this.#count * digestBytes, digestBytes, 'base64');
      this.#count += 1;
    }
  }

  has(revisionId: number): boolean {
    this.#draft(revisionId);
    return this.#table.find() !== undefined;
  }

  get(revisionId: number): string[] | undefined {
    this.#draft(revisionId);
    const at = this.#table.find();
    if (at === undefined) return undefined;
    const first = this.#table.bytes.readUInt32LE(at + 4);
    return Array.from({ length: this.#table.bytes.readUInt32LE(at + 8) }, (_, index) => {
      const begin = (first + index) * digestBytes;
      return this.#digests.toString('base64', begin, begin + digestBytes);
    });
  }

  #draft(revisionId: number): number {
    const draft = this.#table.draft();
    this.#table.bytes.writeUInt32LE(revisionId, draft);
    return draft;
  }
}

/** Addresses of files by their digest. */
export class Addresses {
  /** Digest, number of the arena, where the address begins there, its length. */
  readonly #table = new EntryTable(digestBytes + 12, digestBytes);
  readonly #arenas: Buffer[] = [Buffer.alloc(arenaBytes)];
  #free = 0;

  get size(): number {
    return this.#table.size;
  }

  /** The first address of a digest stands. */
  add(digest: string, address: string): void {
    if (!isDigest(digest) || address.length > longestAddress) return;
    const bytes = Buffer.from(address, 'utf8');
    if (this.#free + bytes.length > arenaBytes) {
      this.#arenas.push(Buffer.alloc(arenaBytes));
      this.#free = 0;
    }
    const draft = this.#draft(digest);
    [this.#arenas.length - 1, this.#free, bytes.length].forEach((value, index) => {
      this.#table.bytes.writeUInt32LE(value, draft + digestBytes + 4 * index);
    });
    if (this.#table.add() !== undefined) return;
    bytes.copy(this.#arenas.at(-1) ?? bytes, this.#free);
    this.#free += bytes.length;
  }

  get(digest: string): string | undefined {
    if (!isDigest(digest)) return undefined;
    this.#draft(digest);
    const at = this.#table.find();
    if (at === undefined) return undefined;
    const number = (index: number) => this.#table.bytes.readUInt32LE(at + digestBytes + 4 * index);
    return this.#arenas[number(0)]?.toString('utf8', number(1), number(1) + number(2));
  }

  #draft(digest: string): number {
    const draft = this.#table.draft();
    this.#table.bytes.write(digest, draft, digestBytes, 'base64');
    return draft;
  }
}

/** A text of its own: a part of a longer one would keep all of that. */
export function ownText(text: string): string {
  return Buffer.from(text, 'utf8').toString('utf8');
}

function isDigest(text: string): boolean {
  return text.length === digestLetters && /^[A-Za-z0-9+/]{27}=$/.test(text);
}
