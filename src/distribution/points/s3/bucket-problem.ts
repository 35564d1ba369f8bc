import { type ErrorId, Problem } from '../../../errors.ts';

/** What an error of the client tells beside its message; its class is unknown here. */
interface ServiceError extends Error {
  code?: string;
  $metadata?: { httpStatusCode?: number };
}

const credentials =
  'Give the process credentials that may read and write there: AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, a profile (`profile`), or the role of the machine.';
const certificates =
  'Trust the root of its certificate: name the file (PEM) in NODE_EXTRA_CA_CERTS before the program starts.';

const byName: Readonly<Record<string, [ErrorId, string?]>> = {
  CredentialsProviderError: ['ImgPointRefuses', credentials],
  InvalidAccessKeyId: ['ImgPointRefuses', credentials],
  SignatureDoesNotMatch: ['ImgPointRefuses', credentials],
  AccessDenied: ['ImgPointRefuses', credentials],
  ExpiredToken: ['ImgPointRefuses', credentials],
  RequestTimeTooSkewed: ['ImgPointRefuses', 'Set the clock of this machine.'],
  NoSuchBucket: [
    'ImgPointInvalid',
    'Make the bucket, or name the right one (`bucket`, `endpoint`, `region`, `pathStyle`).',
  ],
  PermanentRedirect: ['ImgPointInvalid', 'Name the region of the bucket (`region`).'],
  AuthorizationHeaderMalformed: ['ImgPointInvalid', 'Name the region of the bucket (`region`).'],
  QuotaExceeded: ['ImgPointFull'],
  XMinioStorageFull: ['ImgPointFull'],
};

/** The problem behind an error of the client. Problems, and what is no error of the service, stay as they are. */
export function bucketProblem(error: unknown, { name, place }: { name: string; place: string }): unknown {
  if (error instanceof Problem || !(error instanceof Error)) return error;
  const { name: kind, message, code = '', $metadata } = error as ServiceError;
  const status = $metadata?.httpStatusCode;
  const isService = status !== undefined || code !== '' || kind in byName || kind === 'TimeoutError';
  if (!isService) return error;
  const [id, remedy] = byName[kind] ?? [idOf(code, status), isCertificate(code) ? certificates : undefined];
  const what = [kind === 'Error' ? code : kind, message].filter((text) => text !== '').join(': ');
  return new Problem(id, {
    detail: `${name} (${place}): ${what}`,
    ...(remedy === undefined ? (id === 'ImgPointRefuses' ? { remedy: credentials } : {}) : { remedy }),
    cause: error,
  });
}

function idOf(code: string, status: number | undefined): ErrorId {
  if (isCertificate(code) || status === 401 || status === 403) return 'ImgPointRefuses';
  if (status === 507) return 'ImgPointFull';
  if (status !== undefined && status >= 400 && status < 500 && status !== 408 && status !== 429) {
    return 'ImgPointUnwritable';
  }
  return 'ImgPointUnreachable';
}

function isCertificate(code: string): boolean {
  return /CERT|SELF_SIGNED|UNABLE_TO_(GET|VERIFY)/.test(code);
}
