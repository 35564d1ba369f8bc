import { Problem } from '../../errors.ts';
import { HttpFailure, type HttpFailureReason, TooLong } from '../../ports/http.ts';

/** What a source threw, as its caller sees it. */
export function asProblem(error: unknown, source: string, signal: AbortSignal): Problem {
  if (error instanceof Problem) return error;
  if (signal.aborted) return new Problem('ImgCanceled', { detail: `The synchronisation of ${source} was stopped.` });
  if (error instanceof HttpFailure) {
    const id = error.reason === 'certificate' ? 'ImgSourceCertificate' : 'ImgSourceUnreachable';
    return new Problem(id, { detail: `${source}: ${sentences[error.reason]} (${error.message}).`, cause: error });
  }
  if (error instanceof TooLong) {
    return new Problem('ImgSourceChanged', { detail: `${source}: ${error.message}.`, cause: error });
  }
  return new Problem('ImgUnexpected', { detail: error instanceof Error ? error.message : String(error), cause: error });
}

const sentences: Readonly<Record<HttpFailureReason, string>> = {
  unreachable: 'it cannot be reached',
  certificate: 'its certificate is not trusted',
  proxy: 'the proxy refuses',
  stalled: 'it stopped answering',
  cut: 'the connection was cut',
};
