/**
 * Asks a website as a guest: one request at a time, with a pause between two, again with growing pauses when it is busy
 * or was cut off, and only for what changed. Where an answer leads elsewhere is decided here: the same host, never from
 * https to http. No cookie is kept or sent.
 */
import { Problem } from '../../errors.ts';
import { type HttpAnswer, HttpFailure, readBody, shownUrl, TooLong } from '../../ports/http.ts';
import type { SourceContext } from '../source.ts';
import type { AnswerCache, KeptAnswer } from './answer-cache.ts';

export interface Asked {
  url: string;
  /** Fields of a form; with them the request is a POST. */
  form?: Readonly<Record<string, string>>;
  accept: string;
  /** Bytes of the longest answer that is taken. */
  limit: number;
  /** Names the request in messages, for example "the search for KB5025239". */
  what: string;
  /** Where an answer leads that is an answer in itself and not followed. */
  endsAt?: (url: URL) => boolean;
}

export interface Answer {
  text: string;
  contentType: string;
  /** It led to an address of `endsAt`; there is no text. */
  ended: boolean;
  fromCache: boolean;
  /** Keeps it for the next time: for whoever found that it is what was asked for. */
  keep(): void;
}

export interface PoliteOptions {
  /** Milliseconds between two requests. */
  delay: number;
  /** Milliseconds for which a kept answer without validators is used again; 0: never. */
  useful: number;
  /** How often a request is made before the site counts as busy or out of reach. */
  attempts: number;
}

const firstPause = 2000;
/** The longest pause that a site may ask for with Retry-After. */
const longestPause = 300_000;
const mostRedirects = 5;

export class Polite {
  readonly #context: SourceContext;
  readonly #cache: AnswerCache;
  readonly #options: PoliteOptions;
  /** Time of the clock before which nothing is asked. */
  #next = 0;

  constructor(context: SourceContext, cache: AnswerCache, options: PoliteOptions) {
    this.#context = context;
    this.#cache = cache;
    this.#options = options;
  }

  /**
   * The answer to a request, from the cache when it is there and did not change. `again`: not from the cache, because
   * what came was no use. Throws Problem ImgSourceUnreachable, ImgSourceRefused, ImgSourceCertificate, ImgSourceChanged.
   */
  async ask(asked: Asked, again = false): Promise<Answer> {
    const request = `${asked.form === undefined ? 'GET' : 'POST'} ${asked.url} ${JSON.stringify(asked.form ?? null)}`;
    const kept = again ? null : this.#cache.find(request);
    const now = this.#context.ports.clock.now().getTime();
    if (kept !== null && isUseful(kept, now, this.#options.useful)) return fromCache(kept);
    for (let attempt = 1; ; attempt += 1) {
      const outcome = await this.#once(asked, { request, kept });
      if (!('retry' in outcome)) return outcome;
      if (attempt >= this.attempts) throw outcome.retry;
      await this.rest(attempt, outcome.after);
    }
  }

  get attempts(): number {
    return this.#options.attempts;
  }

  /** The pause before the next attempt; `after` as the site asked for it. */
  async rest(attempt: number, after: number | null = null): Promise<void> {
    const { clock, ids } = this.#context.ports;
    const [random = 0] = ids.bytes(1);
    const growing = firstPause * 2 ** (attempt - 1) * (1 + random / 512);
    await clock.pause(after ?? growing, this.#context.signal);
  }

  async #once(
    asked: Asked,
    { request, kept }: { request: string; kept: KeptAnswer | null },
  ): Promise<Answer | { retry: Problem; after: number | null }> {
    try {
      const { answer, url } = await this.#follow(asked, kept);
      if (answer === null) return { text: '', contentType: '', ended: true, fromCache: false, keep: () => {} };
      const retry = this.#refusal(asked, answer);
      if (retry !== null) {
        answer.discard();
        return retry;
      }
      if (answer.status === 304 && kept !== null) {
        answer.discard();
        return fromCache(kept);
      }
      const bytes = await readBody(answer, asked.limit);
      this.#context.traffic.bytes += bytes.length;
      return this.#taken({ answer, url, bytes, request });
    } catch (error) {
      return { retry: this.#failure(asked, error), after: null };
    } finally {
      this.#next = this.#context.ports.clock.now().getTime() + this.#options.delay;
    }
  }

  #taken({
    answer,
    url,
    bytes,
    request,
  }: {
    answer: HttpAnswer;
    url: string;
    bytes: Uint8Array;
    request: string;
  }): Answer {
    const { headers } = answer;
    const taken: KeptAnswer = {
      request,
      asked: this.#context.ports.clock.now().getTime(),
      etag: headers['etag'] ?? null,
      lastModified: headers['last-modified'] ?? null,
      contentType: headers['content-type'] ?? '',
      text: new TextDecoder().decode(bytes),
    };
    // What another page answered in its place is not this page's answer tomorrow.
    const isOwn = request.includes(` ${url} `);
    const keep = (): void => (isOwn ? this.#cache.keep(taken) : undefined);
    return { text: taken.text, contentType: taken.contentType, ended: false, fromCache: false, keep };
  }

  /** Null: it led to where `endsAt` says. */
  async #follow(asked: Asked, kept: KeptAnswer | null): Promise<{ answer: HttpAnswer | null; url: string }> {
    let url = asked.url;
    for (let step = 0; step <= mostRedirects; step += 1) {
      const answer = await this.#request(asked, url, step === 0 ? kept : null);
      if (![301, 302, 303, 307, 308].includes(answer.status)) return { answer, url };
      answer.discard();
      const target = this.#target(asked, url, answer.headers['location'] ?? '');
      if (asked.endsAt?.(target) === true) return { answer: null, url: target.href };
      url = target.href;
    }
    throw new Problem('ImgSourceRefused', {
      detail: `${this.#named(asked)}: it leads from page to page without an end.`,
    });
  }

  async #request(asked: Asked, url: string, kept: KeptAnswer | null): Promise<HttpAnswer> {
    const { ports, signal, proxy, traffic } = this.#context;
    const wait = Math.min(this.#next - ports.clock.now().getTime(), this.#options.delay);
    if (wait > 0) await ports.clock.pause(wait, signal);
    signal.throwIfAborted();
    traffic.requests += 1;
    const form = url === asked.url ? asked.form : undefined;
    const answer = await ports.http.request({
      url,
      headers: {
        accept: asked.accept,
        // Titles and classifications are read in English.
        'accept-language': 'en-US,en;q=0.8',
        'user-agent': 'Mozilla/5.0 (compatible; ImgUpdate)',
        ...(form === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
        ...(kept?.etag == null ? {} : { 'if-none-match': kept.etag }),
        ...(kept?.lastModified == null ? {} : { 'if-modified-since': kept.lastModified }),
      },
      ...(form === undefined ? {} : { method: 'POST' as const, body: new URLSearchParams(form).toString() }),
      ...(proxy === undefined ? {} : { proxy }),
      signal,
      expand: true,
    });
    this.#next = ports.clock.now().getTime() + this.#options.delay;
    return answer;
  }

  #target(asked: Asked, from: string, location: string): URL {
    const [source, target] = [new URL(from), URL.parse(location, from)];
    const refuse = (why: string): Problem =>
      new Problem('ImgSourceRefused', { detail: `${this.#named(asked)}: ${why}` });
    if (target === null || !/^https?:$/.test(target.protocol)) throw refuse('it leads to no address.');
    if (target.hostname !== source.hostname) {
      throw refuse(
        `it leads to another host, ${target.host}, which is not followed. If the site moved, set its address.`,
      );
    }
    if (source.protocol === 'https:' && target.protocol === 'http:') throw refuse('it leads from https to http.');
    return target;
  }

  /** What an answer without the page means; null: it has the page. */
  #refusal(asked: Asked, { status, headers }: HttpAnswer): { retry: Problem; after: number | null } | null {
    if (status === 200 || status === 304) return null;
    const says = `${this.#named(asked)}: it answers ${status}`;
    if (status === 404 || status === 410) {
      throw new Problem('ImgSourceChanged', { detail: `${says}; the page is missing.` });
    }
    const passing = status === 408 || status === 429 || status >= 500;
    if (!passing) throw new Problem('ImgSourceRefused', { detail: `${says}.` });
    const after = this.#after(headers['retry-after']);
    if (after !== null && after > longestPause) {
      throw new Problem('ImgSourceRefused', {
        detail: `${says} and asks to come back in ${Math.round(after / 60_000)} minutes.`,
      });
    }
    return { retry: new Problem('ImgSourceRefused', { detail: `${says}, ${this.attempts} times.` }), after };
  }

  #after(value: string | undefined): number | null {
    if (value === undefined) return null;
    if (/^\d{1,9}$/.test(value)) return Number(value) * 1000;
    const at = Date.parse(value);
    return Number.isNaN(at) ? null : Math.max(0, at - this.#context.ports.clock.now().getTime());
  }

  /** A failure that may pass as its problem; throws what does not. */
  #failure(asked: Asked, error: unknown): Problem {
    if (error instanceof TooLong) {
      throw new Problem('ImgSourceChanged', { detail: `${this.#named(asked)}: ${error.message}.`, cause: error });
    }
    if (!(error instanceof HttpFailure)) throw error;
    const detail = `${this.#named(asked)}: ${error.message}.`;
    if (error.reason === 'certificate') throw new Problem('ImgSourceCertificate', { detail, cause: error });
    if (error.reason === 'proxy') throw new Problem('ImgSourceUnreachable', { detail, cause: error });
    return new Problem('ImgSourceUnreachable', { detail, cause: error });
  }

  #named(asked: Asked): string {
    return `${this.#context.name}, ${asked.what} (${shownUrl(asked.url)})`;
  }
}

function isUseful(kept: KeptAnswer, now: number, useful: number): boolean {
  if (kept.etag !== null || kept.lastModified !== null) return false;
  return now >= kept.asked && now - kept.asked < useful;
}

function fromCache({ text, contentType }: KeptAnswer): Answer {
  return { text, contentType, ended: false, fromCache: true, keep: () => {} };
}
