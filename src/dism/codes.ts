import { type CodeEntry, codeTable, type ReactionClass, usualWaits } from './code-table.ts';

/**
 * A code in the one form that everything compares with: unsigned, and the plain Win32 number where the HRESULT only wraps
 * one (0x80070070 is 112, as the tool itself prints it).
 */
export function normaliseCode(code: number): number {
  const unsigned = code >>> 0;
  return unsigned >= FACILITY_WIN32 && unsigned <= FACILITY_WIN32 + 0xffff ? unsigned - FACILITY_WIN32 : unsigned;
}

/** Eight hexadecimal digits of the HRESULT: 112 becomes "0x80070070", success "0x00000000". */
export function hresultText(code: number): string {
  const unsigned = normaliseCode(code);
  const hresult = unsigned > 0 && unsigned <= 0xffff ? unsigned + FACILITY_WIN32 : unsigned;
  return `0x${hresult.toString(16).padStart(8, '0')}`;
}

/** What is known of a code, in any of its forms. */
export function codeEntry(code: number): CodeEntry | undefined {
  return byCode.get(normaliseCode(code));
}

/** How to react to a code; what is not known means: abort this image. */
export function reactionTo(code: number): ReactionClass {
  return codeEntry(code)?.class ?? 'A';
}

/** Milliseconds before each further attempt at a call that ended with a code; [] where there shall be none. */
export function waitsFor(code: number): readonly number[] {
  const entry = codeEntry(code);
  return entry?.waits ?? (entry?.class === 'R' ? usualWaits : []);
}

/** True for the exit status of a Windows process that crashed (0xc0000005 and the like): no error of the tool itself. */
export function isCrashStatus(exitCode: number): boolean {
  const unsigned = exitCode >>> 0;
  return unsigned >= 0xc0000000 && unsigned <= 0xc000ffff;
}

const FACILITY_WIN32 = 0x80070000;

const byCode = new Map(codeTable.map((entry) => [entry.code, entry]));
