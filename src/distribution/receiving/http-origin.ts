/**
 * A distribution point behind an address: our own server, or any that gives parts of files. What is read in sequence comes
 * in one answer; an answer that breaks off is a problem of the moment, and whoever reads goes on where it was.
 */
import type { PointVersion } from '../../contract/generated/types.ts';
import { Problem } from '../../errors.ts';
import { type Http, type HttpAnswer, HttpFailure, readBody, shownUrl, TooLong } from '../../ports/http.ts';
import type { OpenFarFile } from '../blocks/tables.ts';
import { longestManifest } from '../points/store/signed-manifest.ts';
import type { Origin } from './origin.ts';

export interface HttpOriginOptions {
  http: Http;
  /** With a slash at its end. */
  base: string;
  /** Empty: none. It goes to this host alone. */
  token: string;
  roots: readonly string[];
  /** Milliseconds without a byte. */
  patience: number;
  signal: AbortSignal;
}

export function httpOrigin(options: HttpOriginOptions): Origin {
  const { base } = options;
  const count = { bytes: 0 };
  return {
    shown: shownUrl(base),
    received: () => count.bytes,
    async manifest() {
      const url = new URL('manifest.json', base).href;
      const answer = await ask(options, url, {});
      if (answer.status !== 200) throw answered(answer, url);
      try {
        const bytes = await readBody(answer, longestManifest);
        count.bytes += bytes.length;
        return Buffer.from(bytes).toString('utf8');
      } catch (error) {
        if (error instanceof TooLong) throw unreachable(url, 'its manifest is too long');
        throw told(error);
      }
    },
    /** The file itself first, then where else its manifest has it. */
    async open(version) {
      let first: unknown;
      for (const url of addressesOf(base, version)) {
        try {
          return await openFile(options, url, version.size, count);
        } catch (error) {
          if (options.signal.aborted || !(error instanceof Problem)) throw error;
          first ??= error;
        }
      }
      throw first;
    },
  };
}

function addressesOf(base: string, { file, urls = [] }: PointVersion): string[] {
  const others = urls.filter((url) => /^https?:$/.test(URL.parse(url)?.protocol ?? ''));
  return [...new Set([new URL(file, base).href, ...others])];
}

/** The part of an answer that was not read yet. */
interface Stream {
  answer: HttpAnswer;
  pieces: AsyncIterator<Uint8Array>;
  at: number;
  end: number;
  left: Uint8Array;
}

async function openFile(
  options: HttpOriginOptions,
  url: string,
  size: number,
  count: { bytes: number },
): Promise<OpenFarFile> {
  let expected: readonly { at: number; length: number }[] = [];
  let stream: Stream | undefined;
  let etag: string | undefined;
  const giveUp = (): void => {
    stream?.answer.discard();
    stream = undefined;
  };

  const begin = async (from: number, length: number): Promise<Stream> => {
    const stretch = expected.find(({ at, length: all }) => from >= at && from + length <= at + all);
    const end = stretch === undefined ? from + length : stretch.at + stretch.length;
    const answer = await ask(options, url, { range: `bytes=${from}-${end - 1}` });
    if (answer.status !== 206) throw answered(answer, url, 'it does not give parts of files');
    const tag = answer.headers['etag'] ?? '';
    etag ??= tag;
    const isRight = answer.headers['content-range'] === `bytes ${from}-${end - 1}/${size}`;
    if (isRight && tag === etag) {
      return { answer, pieces: answer.body[Symbol.asyncIterator](), at: from, end, left: new Uint8Array() };
    }
    answer.discard();
    throw unreachable(
      url,
      isRight ? 'the file was changed while it was read' : 'it gives another part than was asked for',
    );
  };

  const next = async (from: number, length: number, into: Uint8Array | undefined): Promise<Uint8Array> => {
    if (stream === undefined || stream.at !== from || stream.end < from + length) {
      giveUp();
      stream = await begin(from, length);
    }
    const bytes = into?.subarray(0, length) ?? Buffer.allocUnsafe(length);
    for (let done = 0; done < length; ) {
      if (stream.left.length === 0) {
        const { done: isOver, value } = await stream.pieces.next();
        if (isOver === true) throw unreachable(url, 'the answer ended early');
        stream.left = value;
        count.bytes += value.length;
        continue;
      }
      const taken = stream.left.subarray(0, length - done);
      bytes.set(taken, done);
      stream.left = stream.left.subarray(taken.length);
      done += taken.length;
    }
    stream.at += length;
    if (stream.at === stream.end) {
      // Read to its end, so that its connection serves the next one.
      const { done: isOver } = await stream.pieces.next();
      if (isOver !== true) throw unreachable(url, 'the answer is longer than it said');
      stream = undefined;
    }
    return bytes;
  };

  const file: OpenFarFile = {
    size,
    async read(offset, length, into) {
      if (length === 0) return new Uint8Array();
      try {
        return await next(offset, length, into);
      } catch (error) {
        giveUp();
        throw told(error);
      }
    },
    expect(stretches) {
      expected = stretches;
    },
    async close() {
      giveUp();
    },
  };
  // Whether this address gives anything is seen before it is chosen.
  if (size > 0) await file.read(0, 1);
  return file;
}

/** The token goes to the host of the distribution point alone; redirects are not followed: what is asked for is named. */
async function ask(
  { http, base, token, roots, patience, signal }: HttpOriginOptions,
  url: string,
  headers: Record<string, string>,
): Promise<HttpAnswer> {
  const isOwn = new URL(url).origin === new URL(base).origin;
  try {
    return await http.request({
      ...{ url, signal, patience, roots },
      headers: {
        'accept-encoding': 'identity',
        'user-agent': 'ImgUpdate',
        ...headers,
        ...(token === '' || !isOwn ? {} : { authorization: `Bearer ${token}` }),
      },
    });
  } catch (error) {
    throw told(error);
  }
}

/** What an answer means that is not the one that was wanted. */
function answered(answer: HttpAnswer, url: string, otherwise = 'it gives no such answer'): Problem {
  answer.discard();
  const { status } = answer;
  if (status === 401 || status === 403) {
    return new Problem('ImgPointRefuses', { detail: `${shownUrl(url)} answered ${status}: it wants another token.` });
  }
  return unreachable(url, status < 300 ? otherwise : `it answered ${status}`);
}

function unreachable(url: string, what: string): Problem {
  return new Problem('ImgPointUnreachable', { detail: `${shownUrl(url)}: ${what}.` });
}

function told(error: unknown): unknown {
  if (!(error instanceof HttpFailure)) return error;
  const isRefusal = error.reason === 'certificate' || error.reason === 'proxy';
  return new Problem(isRefusal ? 'ImgPointRefuses' : 'ImgPointUnreachable', {
    detail: `${error.message}.`,
    cause: error,
  });
}
