import type { ReactionClass } from './code-table.ts';
import { codeEntry, hresultText, normaliseCode, reactionTo, waitsFor } from './codes.ts';
import type { PackageError } from './package-errors.ts';

/**
 * Why a call did not end well:
 * - failed: the tool said so, with a code;
 * - not-elevated: it refused to start its work (740);
 * - not-found: the program could not be started at all;
 * - killed: it ended without a last word: a signal, a crash;
 * - garbage: it ended, but what it printed is not what dism.exe prints, or far too much;
 * - cancelled: we ended it.
 */
export type DismErrorReason = 'failed' | 'not-elevated' | 'not-found' | 'killed' | 'garbage' | 'cancelled';

export interface DismErrorDetails {
  reason: DismErrorReason;
  /** 0 where the tool gave none. Any form; it is normalised here. */
  code: number;
  message: string;
  /** The command line for people: program and arguments. It holds paths only, never a secret. */
  command: string;
  logPath?: string | undefined;
  packageErrors?: PackageError[] | undefined;
  output?: string | undefined;
  exitCode?: number | null | undefined;
  cause?: unknown;
}

/** The one error that the adapter throws. `class` says what a caller should do about it. */
export class DismError extends Error {
  readonly reason: DismErrorReason;
  /** Win32 number or HRESULT, unsigned, as the tool prints it; 0 where it gave none. */
  readonly code: number;
  /** The same as an HRESULT of eight digits. */
  readonly hex: string;
  readonly class: ReactionClass;
  /** Milliseconds before each further attempt that the table allows; [] for none. */
  readonly waits: readonly number[];
  /** What a person does about it; undefined where the table says nothing. */
  readonly remedy: string | undefined;
  /** What the code means by our own table, which often says more than the tool; '' when it is not known. */
  readonly meaning: string;
  readonly command: string;
  readonly logPath: string | undefined;
  readonly packageErrors: PackageError[];
  /** The last part of what the tool printed, without progress bars. */
  readonly output: string;
  readonly exitCode: number | null;

  constructor(details: DismErrorDetails) {
    super(details.message, details.cause === undefined ? undefined : { cause: details.cause });
    this.name = 'DismError';
    this.reason = details.reason;
    this.code = normaliseCode(details.code);
    this.hex = hresultText(details.code);
    this.class = classOf(details);
    this.waits = details.reason === 'failed' ? waitsFor(details.code) : [];
    this.remedy = details.reason === 'failed' ? codeEntry(details.code)?.remedy : undefined;
    this.meaning = details.code === 0 ? '' : (codeEntry(details.code)?.meaning ?? '');
    this.command = details.command;
    this.logPath = details.logPath;
    this.packageErrors = details.packageErrors ?? [];
    this.output = details.output ?? '';
    this.exitCode = details.exitCode ?? null;
  }
}

/** A tool that is missing can be fixed; one that died or babbled left the mount in an unknown state. */
function classOf(details: DismErrorDetails): ReactionClass {
  if (details.reason === 'failed') return reactionTo(details.code);
  return details.reason === 'not-elevated' || details.reason === 'not-found' ? 'F' : 'A';
}
