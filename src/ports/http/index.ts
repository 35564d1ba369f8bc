import { type Http, type HttpAnswer, HttpFailure, type HttpFailureReason, type HttpRequest } from '../http.ts';
import type { HttpServers } from '../http-server.ts';

/** The real network. */
export const realHttp: Http = {
  async request(request) {
    const { send } = await import('./client.ts');
    const accepts: Record<string, string> = request.expand === true ? { 'accept-encoding': 'gzip, deflate, br' } : {};
    try {
      const answer = await send({ ...request, headers: { ...accepts, ...request.headers } });
      return { ...answer, body: pieces(answer, request) };
    } catch (error) {
      throw failure(error, request);
    }
  },
};

/** Servers on the real network. */
export const realHttpServers: HttpServers = {
  async listen(listening) {
    const { listen } = await import('./server.ts');
    return listen(listening);
  },
};

async function* pieces(answer: HttpAnswer, request: HttpRequest): AsyncGenerator<Uint8Array> {
  try {
    yield* answer.body;
  } catch (error) {
    throw failure(error, request);
  }
}

function failure(error: unknown, { url, signal }: HttpRequest): unknown {
  if (signal?.aborted === true) return signal.reason;
  const code = codeOf(error);
  const text = error instanceof Error ? error.message : String(error);
  const host = URL.parse(url)?.host ?? 'a malformed address';
  return new HttpFailure(reasonOf(code, text), code, `${host}: ${text}`, error);
}

/** The innermost code: undici wraps what the platform says. */
function codeOf(error: unknown): string {
  const { code, cause } = Object(error) as { code?: unknown; cause?: unknown };
  const inner = cause === undefined ? '' : codeOf(cause);
  if (inner !== '') return inner;
  return typeof code === 'string' ? code : '';
}

const reasons: readonly (readonly [HttpFailureReason, RegExp])[] = [
  ['proxy', /proxy response|proxy authentication/i],
  ['certificate', /CERT|SELF_SIGNED|UNABLE_TO_|ERR_TLS|ERR_SSL|ISSUER/],
  ['stalled', /UND_ERR_(HEADERS|BODY)_TIMEOUT/],
  ['cut', /UND_ERR_SOCKET|ECONNRESET|UND_ERR_RES_CONTENT_LENGTH_MISMATCH|EPIPE|HPE_|Z_(DATA|BUF)_ERROR/],
];

function reasonOf(code: string, text: string): HttpFailureReason {
  return reasons.find(([reason, pattern]) => pattern.test(reason === 'proxy' ? text : code))?.[0] ?? 'unreachable';
}
