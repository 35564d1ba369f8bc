/**
 * Answers that are kept between syncs, one file each: with their validators they are asked for only when they changed;
 * without, they are used again for a while, so that a sync that was cut off does not ask for everything once more.
 */
import { join } from 'node:path';
import { digestOf } from '../../formats/digest-of.ts';
import type { Files } from '../../ports/files.ts';
import type { Ports } from '../../ports/index.ts';

export interface KeptAnswer {
  /** What was asked, in words that a person finds the file by. */
  request: string;
  /** Milliseconds since 1970. */
  asked: number;
  etag: string | null;
  lastModified: string | null;
  contentType: string;
  text: string;
}

/** Bytes of the largest kept answer, as JSON. */
const largest = 64 * 1024 * 1024;

export class AnswerCache {
  readonly #files: Files;
  readonly #newDigest: Ports['newDigest'];
  readonly #folder: string;

  constructor({ files, newDigest }: Pick<Ports, 'files' | 'newDigest'>, folder: string) {
    this.#files = files;
    this.#newDigest = newDigest;
    this.#folder = folder;
  }

  /** Null when there is none, or none that can be read. */
  find(request: string): KeptAnswer | null {
    const kept = this.#read(this.#path(request));
    return kept?.request === request ? kept : null;
  }

  keep(answer: KeptAnswer): void {
    this.#files.makeFolder(this.#folder);
    this.#files.replaceText(this.#path(answer.request), JSON.stringify(answer));
  }

  /** Drops what is of no more use: without validators after `useful` milliseconds, with them after half a year. */
  tidy(now: number, useful: number): void {
    const halfYear = 183 * 24 * 3_600_000;
    for (const name of this.#files.names(this.#folder).filter((each) => /^[0-9a-f]{64}\.json$/.test(each))) {
      const path = join(this.#folder, name);
      const kept = this.#read(path);
      const life = kept !== null && (kept.etag !== null || kept.lastModified !== null) ? halfYear : useful;
      if (kept === null || now - kept.asked > life) this.#files.remove(path);
    }
  }

  #read(path: string): KeptAnswer | null {
    if (this.#files.facts(path)?.kind !== 'file') return null;
    try {
      const { request, asked, etag, lastModified, contentType, text } = Object(
        JSON.parse(this.#files.text(path, largest)),
      ) as Partial<KeptAnswer>;
      if (typeof request !== 'string' || typeof asked !== 'number' || typeof text !== 'string') return null;
      return {
        request,
        asked,
        text,
        etag: etag ?? null,
        lastModified: lastModified ?? null,
        contentType: contentType ?? '',
      };
    } catch {
      // Damaged: as if it were not there.
      return null;
    }
  }

  #path(request: string): string {
    return join(this.#folder, `${digestOf(this.#newDigest, 'sha256', new TextEncoder().encode(request))}.json`);
  }
}
