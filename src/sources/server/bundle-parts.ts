/**
 * The parts of bundles: updates that stand in others, and documents that are no updates. The latter are kept between syncs;
 * an update of its own is not kept beyond the wave that brings it.
 */
import type { DocumentFetcher, Fetched } from './fetch-documents.ts';
import type { Kept } from './kept.ts';
import type { Identity } from './soap.ts';
import { type Part, partOf } from './to-update.ts';

/** Bundles in bundles. */
const deepestBundle = 6;

export class BundleParts {
  readonly #kept: Kept<Part>;
  /** Updates of this wave that stand in bundles too. */
  readonly #both = new Map<string, Part>();

  constructor(kept: Kept<Part>) {
    this.#kept = kept;
  }

  /** Whether it came before, as a part of something else. */
  has(identity: Identity): boolean {
    return this.#kept.has(identity);
  }

  beginWave(): void {
    this.#both.clear();
  }

  /** What came is kept. */
  write(): void {
    this.#kept.write();
  }

  /** Keeps a document as a part; true when it is an update of its own, which is not kept beyond the wave. */
  put({ document, urls }: Fetched['documents'][number]): boolean {
    const isUpdate = document.deployable && document.type === 'Software';
    if (isUpdate) this.#both.set(keyOf(document), partOf(document, urls));
    else this.#kept.put(document, partOf(document, urls));
    return isUpdate;
  }

  #get(identity: Identity): Part | undefined {
    return this.#both.get(keyOf(identity)) ?? this.#kept.get(identity);
  }

  /** Brings all parts of these bundles, whatever was listed: a list only names what stands under its categories. */
  async fetch(fetcher: DocumentFetcher, bundled: readonly Identity[]): Promise<Fetched['failed']> {
    const lost: Fetched['failed'] = [];
    const seen = new Set<string>();
    let open = bundled;
    for (let depth = 0; open.length > 0 && depth < deepestBundle; depth += 1) {
      const level = new Map(open.map((each) => [keyOf(each), each]));
      for (const key of seen) level.delete(key);
      // Read, not only looked up: one that was damaged where it is kept is fetched again.
      const asked = [...level.values()].filter((each) => this.#get(each) === undefined);
      const { documents, failed } = await fetcher.fetch(asked);
      for (const each of documents) this.put(each);
      lost.push(...failed);
      for (const key of level.keys()) seen.add(key);
      open = [...level.values()].flatMap((each) => this.#get(each)?.bundled ?? []);
    }
    return lost;
  }

  /** All parts below a bundle, each once. */
  below(bundled: readonly Identity[]): { parts: Part[]; missing: Identity[] } {
    const parts = new Map<string, Part>();
    const missing = new Map<string, Identity>();
    let open = bundled;
    for (let depth = 0; open.length > 0 && depth < deepestBundle; depth += 1) {
      const next: Identity[] = [];
      for (const each of open) {
        const key = keyOf(each);
        if (parts.has(key) || missing.has(key)) continue;
        const part = this.#get(each);
        if (part === undefined) missing.set(key, each);
        else {
          parts.set(key, part);
          next.push(...part.bundled);
        }
      }
      open = next;
    }
    return { parts: [...parts.values()], missing: [...missing.values()] };
  }
}

function keyOf({ id, revision }: Identity): string {
  return `${id} ${revision}`;
}
