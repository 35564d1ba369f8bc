import type { ProcessEnd } from '../ports/processes.ts';
import { codeEntry, isCrashStatus, normaliseCode } from './codes.ts';
import { DismError, type DismErrorReason } from './dism-error.ts';
import { findErrorFrame } from './error-frame.ts';
import { findPackageErrors } from './package-errors.ts';
import type { DismResult } from './types.ts';

/** All that is known when the tool has ended. */
export interface Ended {
  end: ProcessEnd;
  lines: readonly string[];
  flooded: boolean;
  aborted: boolean;
  /** Eight bits are all that the system leaves of a status: it means something else then. */
  isShortStatus: boolean;
  command: string;
  logPath?: string | undefined;
}

/**
 * Decides how a call ended. Success needs both: the last line that says so, and an exit status that does not object. The
 * code comes from the printed error block; the exit status (8 bits on POSIX) only where there is none.
 */
export function outcomeOf(ended: Ended): DismResult {
  const { end, lines } = ended;
  const frame = findErrorFrame(lines);
  const restart = end.exitCode === RESTART || (frame?.code ?? 0) === RESTART;
  const succeeded = lines.some((line) => SUCCESS.test(line.trim()));
  const fail = (reason: DismErrorReason, code: number, message: string): DismError =>
    new DismError({
      reason,
      code,
      message,
      command: ended.command,
      logPath: ended.logPath,
      packageErrors: findPackageErrors(lines),
      output: tailOf(lines),
      exitCode: end.exitCode,
    });

  if (ended.flooded) throw fail('garbage', 0, 'The servicing tool printed far too much and was ended.');
  if (succeeded && (end.exitCode === 0 || restart) && (frame === undefined || restart)) {
    return {
      ok: true,
      code: restart ? RESTART : 0,
      message: lines.findLast((line) => SUCCESS.test(line.trim()))?.trim() ?? '',
      packageErrors: findPackageErrors(lines),
      output: tailOf(lines),
      exitCode: end.exitCode ?? 0,
    };
  }
  if (ended.aborted) throw fail('cancelled', CANCELLED, 'The servicing tool was ended because the work was cancelled.');
  if (frame !== undefined && frame.code !== 0) {
    const reason = frame.code === NOT_ELEVATED ? 'not-elevated' : 'failed';
    throw fail(reason, frame.code, frame.message || (codeEntry(frame.code)?.meaning ?? 'The servicing tool failed.'));
  }
  if (end.signal !== null || end.exitCode === null) {
    throw fail(
      'killed',
      0,
      `The servicing tool was ended by ${end.signal ?? 'something else'} in the middle of its work.`,
    );
  }
  throw withoutFrame(ended, succeeded, fail);
}

/** The tool ended by itself and printed no error block. */
function withoutFrame(
  { end, lines, isShortStatus }: Ended,
  succeeded: boolean,
  fail: (reason: DismErrorReason, code: number, message: string) => DismError,
): DismError {
  const code = normaliseCode(end.exitCode ?? 0);
  if (code === 0) return fail('garbage', 0, 'The servicing tool ended without saying that it succeeded.');
  if (isCrashStatus(code))
    return fail('killed', code, `The servicing tool crashed with status 0x${code.toString(16)}.`);
  if (code === NOT_ELEVATED) return fail('not-elevated', code, 'The servicing tool must be started elevated.');
  if (succeeded) {
    return fail('failed', code, `The servicing tool said that it succeeded, but ended with exit status ${code}.`);
  }
  if (lines.some((line) => line.includes('Deployment Image Servicing and Management tool'))) {
    return fail(
      'killed',
      isShortStatus ? 0 : code,
      `The servicing tool broke off with exit status ${code} and gave no reason.`,
    );
  }
  return fail('garbage', code, `What was started does not answer like dism.exe; it ended with exit status ${code}.`);
}

/** The last lines, for people; blank ones and the frame of the start are kept as they are. */
export function tailOf(lines: readonly string[]): string {
  return lines.slice(-MAX_TAIL_LINES).join('\n').slice(-MAX_TAIL).trim();
}

const RESTART = 3010;
const NOT_ELEVATED = 740;
const CANCELLED = 1223;
const MAX_TAIL = 16 * 1024;
const MAX_TAIL_LINES = 200;
const SUCCESS = /^The (?:operation|restore operation) completed successfully\.$/;
