/** Fetches documents by their ids: several batches at once, smaller ones where the server sends less than it was asked for. */
import type { FileUrls } from './answers.ts';
import { ServerFault } from './answers.ts';
import type { MetadataDocument } from './document.ts';
import type { Session } from './session.ts';
import type { Identity } from './soap.ts';

export interface Fetched {
  documents: { document: MetadataDocument; urls: ReadonlyMap<string, FileUrls> }[];
  failed: (Identity & { message: string })[];
}

interface Batch {
  ids: readonly Identity[];
  /** How often it was asked for alone. */
  tries: number;
}

/** Full answers after which a batch may grow again. */
const patience = 8;
const mostTries = 2;

export class DocumentFetcher {
  readonly #session: Session;
  readonly #limit: number;
  #size: number;
  #full = 0;

  /** `limit`: documents that the server takes in one request. */
  constructor(session: Session, limit: number) {
    this.#session = session;
    this.#limit = limit;
    this.#size = limit;
  }

  /**
   * All of these documents, each once, in any order, and those that cannot be had. Throws Problem, or ServerFault
   * ServerChanged.
   */
  async fetch(ids: readonly Identity[]): Promise<Fetched> {
    const fetched: Fetched = { documents: [], failed: [] };
    const open: Batch[] = chunks(ids, this.#size).map((each) => ({ ids: each, tries: 0 }));
    let failure: { error: unknown } | undefined;
    const work = async () => {
      for (let batch = open.shift(); batch !== undefined && failure === undefined; batch = open.shift()) {
        try {
          open.push(...(await this.#one(batch, fetched)));
        } catch (error) {
          failure ??= { error };
          // What the others have under way is of no use any more.
          if (!(error instanceof ServerFault)) this.#session.end(error);
        }
      }
    };
    await Promise.all(Array.from({ length: Math.min(this.#session.parallel, open.length) }, work));
    if (failure !== undefined) throw (failure as { error: unknown }).error;
    return fetched;
  }

  /** Asks for one batch; what is left of it comes back. */
  async #one({ ids, tries }: Batch, fetched: Fetched): Promise<Batch[]> {
    if (ids.length > this.#size) return chunks(ids, this.#size).map((each) => ({ ids: each, tries: 0 }));
    try {
      const { documents, unreadable, urls } = await this.#session.updateData(ids);
      const missing = new Map(ids.map((each) => [keyOf(each), each]));
      for (const document of documents) {
        if (missing.delete(keyOf(document))) fetched.documents.push({ document, urls });
      }
      for (const each of unreadable) if (missing.delete(keyOf(each))) fetched.failed.push(each);
      return this.#rest([...missing.values()], ids, tries, fetched);
    } catch (error) {
      if (!(error instanceof ServerFault) || error.code === 'ServerChanged') throw error;
      return this.#refused({ ids, tries }, error, fetched);
    }
  }

  #rest(missing: Identity[], asked: readonly Identity[], tries: number, fetched: Fetched): Batch[] {
    if (missing.length === 0) {
      this.#full += 1;
      if (this.#full % patience === 0) this.#size = Math.min(this.#limit, this.#size * 2);
      return [];
    }
    this.#full = 0;
    const came = asked.length - missing.length;
    if (came > 0) {
      // Answers have a length that the server does not go beyond.
      this.#size = Math.max(1, Math.min(this.#size, came));
      return [{ ids: missing, tries: 0 }];
    }
    if (asked.length > 1) return halves(asked);
    if (tries + 1 < mostTries) return [{ ids: asked, tries: tries + 1 }];
    fetched.failed.push(...missing.map((each) => ({ ...each, message: 'the server lists it and does not send it' })));
    return [];
  }

  /** One bad id fails the whole request without a word which it is: look for it. */
  async #refused({ ids, tries }: Batch, fault: ServerFault, fetched: Fetched): Promise<Batch[]> {
    if (ids.length > 1) {
      if (fault.code === 'InvalidParameters')
        this.#size = Math.max(1, Math.min(this.#size, Math.floor(ids.length / 2)));
      return halves(ids);
    }
    if (tries + 1 < mostTries) {
      await this.#session.pause(2);
      return [{ ids, tries: tries + 1 }];
    }
    fetched.failed.push(
      ...ids.map((each) => ({ ...each, message: `the server answers with the fault ${fault.message}` })),
    );
    return [];
  }
}

function keyOf({ id, revision }: Identity): string {
  return `${id} ${revision}`;
}

function halves(ids: readonly Identity[]): Batch[] {
  return chunks(ids, Math.ceil(ids.length / 2)).map((each) => ({ ids: each, tries: 0 }));
}

function chunks<T>(all: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, index) =>
    all.slice(index * size, (index + 1) * size),
  );
}
