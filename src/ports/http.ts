/**
 * All that the engine does over HTTP: one request, one answer, its body piece by piece. Nothing is followed, repeated,
 * kept or expanded here unless it is asked for: whoever asks decides what a redirect or a cut is worth.
 */
export interface HttpRequest {
  /** http: or https:, absolute. */
  url: string;
  method?: 'GET' | 'HEAD' | 'POST';
  headers?: Readonly<Record<string, string>>;
  body?: string | Uint8Array;
  signal?: AbortSignal | undefined;
  /** Root certificates (PEM) that this request trusts besides those of Node and of the operating system. */
  roots?: readonly string[];
  /** URL of a proxy, with its user and password where it wants them; `none` goes directly. Left out: as the environment says. */
  proxy?: string;
  /** Expands an answer that came gzip'd, deflated or brotli'd, and asks for one. */
  expand?: boolean;
  /** Milliseconds without a single byte after which the answer counts as stalled. */
  patience?: number;
}

export interface HttpAnswer {
  status: number;
  /** Names in lower case; a header that came several times is joined by commas. */
  headers: Readonly<Record<string, string>>;
  /** Throws HttpFailure when it breaks off. Whoever does not read it to its end calls `discard`. */
  body: AsyncIterable<Uint8Array>;
  /** Gives up the rest of the body and its connection. */
  discard(): void;
}

export interface Http {
  /** Throws HttpFailure when there is no answer; any status is an answer. An abort throws the reason of the signal. */
  request(request: HttpRequest): Promise<HttpAnswer>;
}

/** `stalled`: no byte for longer than the request's patience; `cut`: the answer ended before its end. */
export type HttpFailureReason = 'unreachable' | 'certificate' | 'proxy' | 'stalled' | 'cut';

/** Why there is no answer, or not all of it. The message names the host, never a password or a query. */
export class HttpFailure extends Error {
  readonly reason: HttpFailureReason;
  /** Code of the platform, for example ECONNREFUSED or CERT_HAS_EXPIRED; empty when there is none. */
  readonly code: string;

  constructor(reason: HttpFailureReason, code: string, message: string, cause: unknown) {
    super(message, { cause });
    this.name = 'HttpFailure';
    this.reason = reason;
    this.code = code;
  }
}

/** A body is longer than its reader takes. */
export class TooLong extends Error {
  constructor(limit: number) {
    super(`the answer is longer than ${limit} bytes`);
    this.name = 'TooLong';
  }
}

/** The whole body in memory. Throws HttpFailure; TooLong as soon as there are more than `limit` bytes. */
export async function readBody(answer: HttpAnswer, limit: number): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of answer.body) {
    size += piece.length;
    if (size > limit) {
      answer.discard();
      throw new TooLong(limit);
    }
    pieces.push(piece);
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

/** How a URL is named to a person: without user, password, query and fragment, which may hold secrets. */
export function shownUrl(url: string): string {
  const parsed = URL.parse(url);
  return parsed === null ? 'a malformed address' : `${parsed.protocol}//${parsed.host}${parsed.pathname}`;
}
