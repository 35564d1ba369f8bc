/**
 * Small facts of documents that are no updates of their own (parts of updates, categories), kept between syncs in a file
 * of the source's folder: one line for each revision, only ever added to. A line that a crash cut off is passed over, and
 * its document is fetched again.
 */
import { join } from 'node:path';
import type { ByteSource } from '../../formats/bytes.ts';
import { FormatError } from '../../formats/format-error.ts';
import type { Ports } from '../../ports/index.ts';
import { guidOf, type Identity, revisionOf } from './soap.ts';

/** Bytes that are read at first: most lines are shorter. */
const usualLine = 4096;
const longestLine = 16 * 2 ** 20;
const newLine = 10;

export class Kept<Facts> {
  readonly #ports: Ports;
  readonly #path: string;
  /** Where each line begins. */
  readonly #places = new Map<string, number>();
  /** What is not written yet. */
  readonly #fresh = new Map<string, Facts>();
  #size = 0;

  private constructor(ports: Ports, path: string) {
    this.#ports = ports;
    this.#path = path;
  }

  /** Finds what is there. With `empty` everything is forgotten first. */
  static async open<Facts>(ports: Ports, folder: string, name: string, empty: boolean): Promise<Kept<Facts>> {
    const kept = new Kept<Facts>(ports, join(folder, `${name}.jsonl`));
    if (empty) ports.files.remove(kept.#path);
    else if (ports.files.facts(kept.#path) !== undefined) await kept.#index();
    return kept;
  }

  /** What is there, to be read only. */
  static peek<Facts>(ports: Ports, folder: string, name: string): Promise<Kept<Facts>> {
    return Kept.open<Facts>(ports, folder, name, false);
  }

  get size(): number {
    return this.#places.size + this.#fresh.size;
  }

  has(identity: Identity): boolean {
    const key = keyOf(identity);
    return this.#fresh.has(key) || this.#places.has(key);
  }

  get(identity: Identity): Facts | undefined {
    const key = keyOf(identity);
    const fresh = this.#fresh.get(key);
    if (fresh !== undefined) return fresh;
    const place = this.#places.get(key);
    return place === undefined ? undefined : this.#read(key, place);
  }

  put(identity: Identity, facts: Facts): void {
    this.#fresh.set(keyOf(identity), facts);
  }

  /** Writes what was put. */
  write(): void {
    if (this.#fresh.size === 0) return;
    this.#ports.files.makeFolder(join(this.#path, '..'));
    const lines: string[] = [];
    for (const [key, facts] of this.#fresh) {
      const line = `${key} ${JSON.stringify(facts)}\n`;
      const length = Buffer.byteLength(line);
      this.#places.set(key, this.#size);
      this.#size += length;
      lines.push(line);
    }
    this.#ports.files.append(this.#path, lines.join(''));
    this.#fresh.clear();
  }

  /** Everything, the highest revision of each id; for small stores. */
  *all(): Generator<[Identity, Facts]> {
    const highest = new Map<string, Identity>();
    for (const key of [...this.#places.keys(), ...this.#fresh.keys()]) {
      const identity = identityOf(key);
      if (identity.revision >= (highest.get(identity.id)?.revision ?? -1)) highest.set(identity.id, identity);
    }
    for (const identity of highest.values()) {
      const facts = this.get(identity);
      if (facts !== undefined) yield [identity, facts];
    }
  }

  #read(key: string, offset: number): Facts | undefined {
    const source = this.#ports.files.source(this.#path);
    try {
      const line = new TextDecoder().decode(lineAt(source, offset));
      return line.startsWith(`${key} `) ? (JSON.parse(line.slice(key.length + 1)) as Facts) : undefined;
    } catch {
      // A damaged line is as good as none: the document is fetched again.
      return undefined;
    } finally {
      source.close();
    }
  }

  async #index(): Promise<void> {
    const decoder = new TextDecoder('latin1');
    /** The beginning of a line, as far as it is there. */
    let head = '';
    let length = 0;
    let last = newLine;
    for await (const piece of this.#ports.files.pieces(this.#path)) {
      let at = 0;
      while (at < piece.length) {
        const end = piece.indexOf(newLine, at);
        const stop = end < 0 ? piece.length : end + 1;
        if (head.length < longestKey) head += decoder.decode(piece.subarray(at, Math.min(stop, at + longestKey)));
        length += stop - at;
        if (end >= 0) {
          this.#line(head, this.#size, length);
          this.#size += length;
          head = '';
          length = 0;
        }
        at = stop;
      }
      last = piece.at(-1) ?? last;
    }
    this.#size += length;
    if (last === newLine) return;
    this.#ports.files.append(this.#path, '\n');
    this.#size += 1;
  }

  #line(head: string, offset: number, length: number): void {
    const [id = '', revision = ''] = head.split(' ', 2);
    if (guidOf(id) === undefined || revisionOf(revision) === undefined || length > longestLine) return;
    this.#places.set(`${id} ${revision}`, offset);
  }
}

function lineAt(source: ByteSource, offset: number): Uint8Array {
  for (let length = usualLine; ; length *= 4) {
    const bytes = source.read(offset, Math.min(length, source.size - offset));
    const end = bytes.indexOf(newLine);
    if (end >= 0) return bytes.subarray(0, end);
    if (length > longestLine || offset + length >= source.size)
      throw new FormatError('truncated', 'a line does not end');
  }
}

/** GUID, blank, ten digits, blank. */
const longestKey = 48;

function keyOf({ id, revision }: Identity): string {
  return `${id} ${revision}`;
}

function identityOf(key: string): Identity {
  const [id = '', revision = ''] = key.split(' ', 2);
  return { id, revision: Number(revision) };
}
