/** What an answer means for a file that is partly here. Pure. */
import type { HttpAnswer } from '../../ports/http.ts';
import { retryAfter } from './back-off.ts';
import type { FailureReason } from './types.ts';

/** What tells two states of a file at a server apart; empty where the server said nothing. */
export interface Validators {
  etag: string;
  lastModified: string;
}

export interface Asked {
  /** Bytes that are here. */
  offset: number;
  /** Of the answer that they came from. */
  validators: Validators;
  /** Bytes of the whole file, where the record says. */
  size: number | null;
  now: Date;
}

export type Meaning =
  /** The body goes on at `offset`. `total` is null when the server does not say how long the file is. */
  | { does: 'append'; total: number | null; validators: Validators }
  /** The body is the whole file. */
  | { does: 'begin'; total: number | null; validators: Validators }
  /** Nothing is missing. */
  | { does: 'complete' }
  /** What is here does not fit what is there: from zero, with a new request. */
  | { does: 'restart'; why: string }
  /** Not now. `wait` in milliseconds, where the server says. */
  | { does: 'wait'; wait: number | undefined; why: string }
  | { does: 'fail'; reason: FailureReason; why: string };

const temporary = new Set([408, 425, 429, 500, 502, 503, 504]);

export function meaningOf({ status, headers }: Pick<HttpAnswer, 'status' | 'headers'>, asked: Asked): Meaning {
  const { offset, size, now } = asked;
  if (temporary.has(status)) {
    return { does: 'wait', wait: retryAfter(headers['retry-after'], now), why: `the server answered ${status}` };
  }
  if (status === 416) return beyond(headers, asked);
  if (status !== 200 && status !== 206) {
    const reason = status === 404 || status === 410 ? 'missing' : status === 407 ? 'proxy' : 'refused';
    return { does: 'fail', reason, why: `the server answered ${status}` };
  }
  const coding = headers['content-encoding']?.trim().toLowerCase() ?? '';
  if (coding !== '' && coding !== 'identity') {
    return {
      does: 'fail',
      reason: 'refused',
      why: `the server sends the file as ${coding.slice(0, 20)}, which was not asked for`,
    };
  }
  const validators = validatorsOf(headers);
  if (status === 206) return part(headers, asked, validators);
  const total = lengthOf(headers['content-length']);
  if (isWebPage(headers)) return { does: 'fail', reason: 'web-page', why: 'the server sent a web page' };
  if (size !== null && total !== null && total !== size) return wrongLength(total, size);
  return offset === 0 || total !== 0 || size === 0
    ? { does: 'begin', total, validators }
    : { does: 'restart', why: 'the server sent nothing' };
}

export function wrongLength(total: number, size: number): Meaning & { does: 'fail' } {
  return { does: 'fail', reason: 'wrong-length', why: `the file there has ${total} bytes, not ${size}` };
}

function part(
  headers: HttpAnswer['headers'],
  { offset, size, validators: before }: Asked,
  validators: Validators,
): Meaning {
  const range = /^bytes (\d{1,16})-(\d{1,16})\/(\d{1,16}|\*)$/.exec(headers['content-range']?.trim() ?? '');
  if (range === null) return { does: 'restart', why: 'the server sent a part without saying which' };
  const [first, last] = [Number(range[1]), Number(range[2])];
  const total = range[3] === '*' ? null : Number(range[3]);
  if (first !== offset || last < first || (total !== null && last >= total)) {
    return { does: 'restart', why: 'the server sent another part than was asked for' };
  }
  if (total !== null && size !== null && total !== size) return wrongLength(total, size);
  const changed =
    (before.etag !== '' && validators.etag !== '' && before.etag !== validators.etag) ||
    (before.lastModified !== '' && validators.lastModified !== '' && before.lastModified !== validators.lastModified);
  if (changed) return { does: 'restart', why: 'the file at the server changed' };
  return { does: 'append', total, validators };
}

/** The server has nothing behind what is here. */
function beyond(headers: HttpAnswer['headers'], { offset, size }: Asked): Meaning {
  const total = /^bytes \*\/(\d{1,16})$/.exec(headers['content-range']?.trim() ?? '')?.[1];
  const length = total === undefined ? size : Number(total);
  if (length === offset && (size === null || size === offset)) return { does: 'complete' };
  if (offset === 0) return { does: 'fail', reason: 'refused', why: 'the server answered 416' };
  return { does: 'restart', why: 'the server has no such part' };
}

export function validatorsOf(headers: HttpAnswer['headers']): Validators {
  return { etag: short(headers['etag']), lastModified: short(headers['last-modified']) };
}

/** The value for If-Range: a strong tag, else a date. Empty where there is nothing to hold on to. */
export function conditionOf({ etag, lastModified }: Validators): string {
  return etag.startsWith('"') ? etag : etag === '' ? lastModified : '';
}

function isWebPage(headers: HttpAnswer['headers']): boolean {
  return /^\s*(text\/html|application\/xhtml)/i.test(headers['content-type'] ?? '');
}

function lengthOf(header: string | undefined): number | null {
  return header !== undefined && /^\d{1,16}$/.test(header.trim()) ? Number(header) : null;
}

/** A header is kept and sent back: it must be short and of one line. */
function short(header: string | undefined): string {
  return header !== undefined && header.length <= 200 && /^[\x20-\x7e]+$/.test(header) ? header : '';
}
