/**
 * Where the lines of a growing file begin, by the identity that each begins with. It lies in a file of its own beside it, so
 * that nobody has to read hundreds of thousands of lines to find a few. It is worth only what it can show: lines that it does
 * not cover yet are looked up in the file itself, and whoever reads a line sees whether it is the one.
 */
import type { Ports } from '../../ports/index.ts';
import { EntryTable } from '../entry-table.ts';
import { guidBytes, guidFrom, writeGuid } from '../guid-bytes.ts';
import { guidOf, type Identity, revisionOf } from './soap.ts';

/** Bytes: GUID, revision (4), length of the line (4), where it begins (6). */
const keyLength = guidBytes + 4;
const lengthAt = keyLength;
const offsetAt = lengthAt + 4;
const offsetBytes = 6;
const entryLength = offsetAt + offsetBytes;

const longestLine = 16 * 2 ** 20;
/** GUID, blank, ten digits, blank. */
const longestKey = 48;
const stretch = 2 ** 20;
const newLine = 10;

/** Bytes of a line, its end included; none: what stood there is not to be had any more. */
export interface Place {
  offset: number;
  length: number;
}

export class LineIndex {
  readonly #ports: Ports;
  readonly #path: string;
  #table = new EntryTable(entryLength, keyLength);
  /** Entries that are not in the file of the index yet. */
  #fresh: Buffer[] = [];

  constructor(ports: Ports, path: string) {
    this.#ports = ports;
    this.#path = path;
  }

  get size(): number {
    return this.#table.size;
  }

  /**
   * Reads what is there, and looks up the rest in the file with the lines. Returns whether that ends with a whole line, or
   * with one that was cut off.
   */
  open(lines: string): 'whole' | 'cut' {
    const size = this.#ports.files.facts(lines)?.size ?? 0;
    const covered = this.#load(size);
    return covered < size ? this.#scan(lines, covered) : 'whole';
  }

  find(identity: Identity): Place | undefined {
    this.#draft(identity);
    const at = this.#table.find();
    const place = at === undefined ? undefined : placeAt(this.#table.bytes, at);
    return place === undefined || place.length === 0 || place.length > longestLine ? undefined : place;
  }

  /** A later line of the same identity stands for it. */
  add(identity: Identity, { offset, length }: Place): void {
    const draft = this.#draft(identity);
    const { bytes } = this.#table;
    bytes.writeUInt32LE(length, draft + lengthAt);
    bytes.writeUIntLE(offset, draft + offsetAt, offsetBytes);
    this.#fresh.push(Buffer.from(bytes.subarray(draft, draft + entryLength)));
    const known = this.#table.add();
    if (known !== undefined) bytes.copy(bytes, known + lengthAt, draft + lengthAt, draft + entryLength);
  }

  *identities(): Generator<Identity> {
    for (let index = 0; index < this.#table.size; index += 1) {
      const { bytes } = this.#table;
      const at = index * entryLength;
      yield { id: guidFrom(bytes, at), revision: bytes.readUInt32LE(at + guidBytes) };
    }
  }

  /** Writes what was added. The lines are in their file before: an index never speaks of what is not there. */
  write(): void {
    if (this.#fresh.length === 0) return;
    const sink = this.#ports.files.appender(this.#path);
    try {
      sink.append(Buffer.concat(this.#fresh));
    } finally {
      sink.close();
    }
    this.#fresh = [];
  }

  /** How many bytes of the file with the lines it covers; none where the two do not fit together. */
  #load(size: number): number {
    const { files } = this.#ports;
    const length = files.facts(this.#path)?.size ?? 0;
    const count = length / entryLength;
    if (length === 0) return 0;
    const entries = Number.isInteger(count) ? this.#entries(length) : undefined;
    const last = entries === undefined ? undefined : placeAt(entries, length - entryLength);
    if (entries === undefined || last === undefined || last.offset + last.length > size) {
      files.remove(this.#path);
      return 0;
    }
    this.#table = new EntryTable(entryLength, keyLength, count);
    for (let at = 0; at < length; at += entryLength) {
      const draft = this.#table.draft();
      const { bytes } = this.#table;
      entries.copy(bytes, draft, at, at + entryLength);
      const known = this.#table.add();
      if (known !== undefined) entries.copy(bytes, known, at, at + entryLength);
    }
    return last.offset + last.length;
  }

  #entries(length: number): Buffer {
    const source = this.#ports.files.source(this.#path);
    try {
      const bytes = source.read(0, length);
      return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    } finally {
      source.close();
    }
  }

  #scan(lines: string, from: number): 'whole' | 'cut' {
    const source = this.#ports.files.source(lines);
    const decoder = new TextDecoder('latin1');
    /** The beginning of the line, as far as it is there, and where the line begins. */
    let head = '';
    let begin = from;
    try {
      for (let offset = from; offset < source.size; offset += stretch) {
        const piece = source.read(offset, Math.min(stretch, source.size - offset));
        for (let at = 0; at < piece.length; ) {
          const end = piece.indexOf(newLine, at);
          const stop = end < 0 ? piece.length : end + 1;
          if (head.length < longestKey) head += decoder.decode(piece.subarray(at, Math.min(stop, at + longestKey)));
          at = stop;
          if (end < 0) continue;
          this.#line(head, { offset: begin, length: offset + stop - begin });
          begin = offset + stop;
          head = '';
        }
      }
      return begin === source.size ? 'whole' : 'cut';
    } finally {
      source.close();
    }
  }

  #line(head: string, place: Place): void {
    const [id = '', revision = ''] = head.split(' ', 2);
    const identity = { id: guidOf(id), revision: revisionOf(revision) };
    if (identity.id !== id || identity.revision === undefined || place.length > longestLine) return;
    this.add({ id, revision: identity.revision }, place);
  }

  #draft({ id, revision }: Identity): number {
    const draft = this.#table.draft();
    writeGuid(this.#table.bytes, id, draft);
    this.#table.bytes.writeUInt32LE(revision, draft + guidBytes);
    return draft;
  }
}

function placeAt(bytes: Buffer, at: number): Place {
  return { offset: bytes.readUIntLE(at + offsetAt, offsetBytes), length: bytes.readUInt32LE(at + lengthAt) };
}
