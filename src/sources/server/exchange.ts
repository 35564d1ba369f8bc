/** One request and its answer: what HTTP, TLS and XML can do wrong becomes one of four things. */
import { Problem } from '../../errors.ts';
import { FormatError } from '../../formats/format-error.ts';
import { type HttpAnswer, HttpFailure, shownUrl } from '../../ports/http.ts';
import type { Ports } from '../../ports/index.ts';
import type { Traffic } from '../source.ts';
import { type AnswerReader, longestAnswer, ServerFault } from './answers.ts';
import { longestRetryAfter, retryAfterOf } from './back-off.ts';
import { type Call, envelope, headersOf } from './soap.ts';

/** The request may succeed when it is sent again. */
export class Later extends Error {
  /** Milliseconds that the server wants to be left alone. */
  readonly retryAfter: number;
  readonly problem: Problem;

  constructor(problem: Problem, retryAfter = 0) {
    super(problem.message);
    this.name = 'Later';
    this.problem = problem;
    this.retryAfter = retryAfter;
  }
}

export interface Wire {
  ports: Pick<Ports, 'http' | 'clock'>;
  signal: AbortSignal;
  traffic: Traffic;
  proxy: string | undefined;
  /** PEM. */
  roots: readonly string[];
}

export interface Answered<T> {
  value: T;
  /** Milliseconds since 1970 of the server's own clock; undefined when it does not say. */
  serverTime: number | undefined;
}

/**
 * Sends a call and reads its answer. Throws ServerFault, Later, or Problem ImgSourceCertificate, ImgSourceRefused,
 * ImgSourceChanged; an abort throws the reason of the signal.
 */
export async function exchange<T>(
  wire: Wire,
  { url, call, content, reader }: { url: string; call: Call; content: string; reader: AnswerReader<T> },
): Promise<Answered<T>> {
  const { ports, signal, traffic, proxy, roots } = wire;
  traffic.requests += 1;
  let answer: HttpAnswer;
  try {
    answer = await ports.http.request({
      url,
      method: 'POST',
      headers: headersOf(call),
      body: envelope(call, content),
      signal,
      roots,
      expand: true,
      ...(proxy === undefined ? {} : { proxy }),
    });
  } catch (error) {
    throw unanswered(error, url);
  }
  const now = ports.clock.now();
  const retryAfter = retryAfterOf(answer.headers['retry-after'], now);
  if (!/\bxml\b/i.test(answer.headers['content-type'] ?? '')) {
    answer.discard();
    throw strange(answer, url, retryAfter);
  }
  const date = Date.parse(answer.headers['date'] ?? '');
  const value = await readAnswer(answer, { url, reader, traffic, retryAfter });
  return { value, serverTime: Number.isNaN(date) ? undefined : date };
}

async function readAnswer<T>(
  answer: HttpAnswer,
  { url, reader, traffic, retryAfter }: { url: string; reader: AnswerReader<T>; traffic: Traffic; retryAfter: number },
): Promise<T> {
  const decoder = new TextDecoder();
  let size = 0;
  try {
    for await (const bytes of answer.body) {
      size += bytes.length;
      traffic.bytes += bytes.length;
      if (size > longestAnswer) throw new FormatError('limit', `the answer is longer than ${longestAnswer} bytes`);
      reader.write(decoder.decode(bytes, { stream: true }));
    }
    reader.write(decoder.decode());
    return reader.finish();
  } catch (error) {
    if (error instanceof HttpFailure) throw unanswered(error, url);
    if (error instanceof ServerFault && error.code === 'ServerBusy') {
      throw later('ImgSourceRefused', url, 'it is busy', retryAfter);
    }
    if (!(error instanceof FormatError)) throw error;
    answer.discard();
    if (error.code === 'corrupt' || error.code === 'not-recognised') {
      // Behind a status of failure any page may stand; with 200 it is cut off, or nothing that we know.
      if (answer.status !== 200) throw strange(answer, url, retryAfter);
      if (/unclosed|unexpected end|must contain a root/i.test(error.message))
        throw later('ImgSourceChanged', url, error.message);
    }
    throw problem('ImgSourceChanged', url, error.message, error);
  }
}

/** An answer that is no SOAP at all. */
function strange({ status, headers }: HttpAnswer, url: string, retryAfter: number): Problem | Later {
  if (status === 429 || status >= 500) {
    if (retryAfter > longestRetryAfter) {
      return problem(
        'ImgSourceRefused',
        url,
        `it answers ${status} and wants to be asked again in ${Math.round(retryAfter / 60_000)} minutes`,
      );
    }
    return later('ImgSourceRefused', url, `it answers ${status}`, retryAfter);
  }
  const where = headers['location'];
  if (status >= 300 && status < 400 && where !== undefined) {
    const target = URL.canParse(where, url) ? shownUrl(new URL(where, url).href) : 'a malformed address';
    return problem('ImgSourceRefused', url, `it answers ${status} and points to ${target}, which is not followed`);
  }
  if (status !== 200) return problem('ImgSourceRefused', url, `it answers ${status}`);
  const type = (headers['content-type'] ?? 'no type').slice(0, 100);
  return problem('ImgSourceChanged', url, `it answers with ${type} instead of XML; is there a server for updates?`);
}

function unanswered(error: unknown, url: string): unknown {
  if (!(error instanceof HttpFailure)) return error;
  if (error.reason === 'certificate') return problem('ImgSourceCertificate', url, error.message, error);
  if (error.reason === 'proxy') return problem('ImgSourceUnreachable', url, error.message, error);
  return later('ImgSourceUnreachable', url, error.message);
}

type SourceProblem = 'ImgSourceCertificate' | 'ImgSourceRefused' | 'ImgSourceChanged' | 'ImgSourceUnreachable';

export function problem(id: SourceProblem, url: string, what: string, cause?: unknown): Problem {
  return new Problem(id, { detail: `${shownUrl(url)}: ${what}.`, cause });
}

function later(id: SourceProblem, url: string, what: string, retryAfter = 0): Later {
  return new Later(problem(id, url, what), retryAfter);
}
