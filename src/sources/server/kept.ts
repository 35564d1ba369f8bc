/**
 * Small facts of documents that are no updates of their own (parts of updates, categories), kept between syncs in a file
 * of the source's folder: one line for each revision, only ever added to. A line that a crash cut off is passed over, and
 * its document is fetched again.
 */
import { join } from 'node:path';
import type { ByteSource } from '../../formats/bytes.ts';
import type { Ports } from '../../ports/index.ts';
import { LineIndex, type Place } from './line-index.ts';
import type { Identity } from './soap.ts';

export class Kept<Facts> {
  readonly #ports: Ports;
  readonly #path: string;
  readonly #index: LineIndex;
  /** What is not written yet. */
  readonly #fresh = new Map<string, { identity: Identity; facts: Facts }>();
  #size = 0;

  private constructor(ports: Ports, path: string, indexPath: string) {
    this.#ports = ports;
    this.#path = path;
    this.#index = new LineIndex(ports, indexPath);
  }

  /** Finds what is there. With `empty` everything is forgotten first. */
  static open<Facts>(ports: Ports, folder: string, name: string, empty: boolean): Kept<Facts> {
    const { files } = ports;
    const indexPath = join(folder, `${name}.index`);
    const kept = new Kept<Facts>(ports, join(folder, `${name}.jsonl`), indexPath);
    if (empty) {
      // The index goes first: lines without one are looked through, an index without lines would speak of others.
      files.remove(indexPath);
      files.remove(kept.#path);
      return kept;
    }
    if (kept.#index.open(kept.#path) === 'cut') files.append(kept.#path, '\n');
    kept.#index.write();
    kept.#size = files.facts(kept.#path)?.size ?? 0;
    return kept;
  }

  /** What is there, to be read only: nothing is written. */
  static peek<Facts>(ports: Ports, folder: string, name: string): Kept<Facts> {
    const kept = new Kept<Facts>(ports, join(folder, `${name}.jsonl`), join(folder, `${name}.index`));
    kept.#index.open(kept.#path);
    return kept;
  }

  get size(): number {
    return this.#index.size + this.#fresh.size;
  }

  has(identity: Identity): boolean {
    return this.#fresh.has(keyOf(identity)) || this.#index.find(identity) !== undefined;
  }

  get(identity: Identity): Facts | undefined {
    const fresh = this.#fresh.get(keyOf(identity));
    if (fresh !== undefined) return fresh.facts;
    const place = this.#index.find(identity);
    if (place === undefined) return undefined;
    const source = this.#ports.files.source(this.#path);
    try {
      const facts = read<Facts>(source, identity, place);
      if (facts === undefined) this.#index.add(identity, { offset: this.#size, length: 0 });
      return facts;
    } finally {
      source.close();
    }
  }

  put(identity: Identity, facts: Facts): void {
    this.#fresh.set(keyOf(identity), { identity, facts });
  }

  /** Writes what was put. */
  write(): void {
    if (this.#fresh.size === 0) return;
    this.#ports.files.makeFolder(join(this.#path, '..'));
    const lines: string[] = [];
    for (const [key, { identity, facts }] of this.#fresh) {
      const line = `${key} ${JSON.stringify(facts)}\n`;
      const length = Buffer.byteLength(line);
      this.#index.add(identity, { offset: this.#size, length });
      this.#size += length;
      lines.push(line);
    }
    this.#ports.files.append(this.#path, lines.join(''));
    this.#index.write();
    this.#fresh.clear();
  }

  /** Everything that is written, the highest revision of each id; for small stores. */
  *all(): Generator<[Identity, Facts]> {
    const highest = new Map<string, Identity>();
    for (const identity of this.#index.identities()) {
      if (identity.revision >= (highest.get(identity.id)?.revision ?? -1)) highest.set(identity.id, identity);
    }
    if (highest.size === 0) return;
    const source = this.#ports.files.source(this.#path);
    try {
      for (const identity of highest.values()) {
        const place = this.#index.find(identity);
        const facts = place && read<Facts>(source, identity, place);
        if (facts !== undefined) yield [identity, facts];
      }
    } finally {
      source.close();
    }
  }
}

/** A damaged line, or another one, is as good as none: the document is fetched again. */
function read<Facts>(source: ByteSource, identity: Identity, { offset, length }: Place): Facts | undefined {
  try {
    const line = new TextDecoder().decode(source.read(offset, length));
    const key = `${keyOf(identity)} `;
    return line.startsWith(key) ? (JSON.parse(line.slice(key.length)) as Facts) : undefined;
  } catch {
    return undefined;
  }
}

function keyOf({ id, revision }: Identity): string {
  return `${id} ${revision}`;
}
