import { normaliseCode } from './codes.ts';

/** One package that failed within a command. The code of the whole command may be another one. */
export interface PackageError {
  /** Identity, short name or file, as the tool named it. */
  package: string;
  code: number;
  message: string;
}

/** Finds the failures of single packages in the lines of an output. Three forms exist; see the three patterns. */
export function findPackageErrors(lines: readonly string[]): PackageError[] {
  const errors: PackageError[] = [];
  let current = '';
  for (const [at, line] of lines.entries()) {
    current = ANNOUNCED.exec(line)?.[1] ?? current;
    const occurred = OCCURRED.exec(line);
    if (occurred !== null) {
      errors.push({ package: occurred[1] ?? '', code: codeOf(occurred[2]), message: 'An error occurred' });
      continue;
    }
    const indented = INDENTED.exec(line);
    if (indented !== null) errors.push({ ...textBefore(lines, at, current), code: codeOf(indented[1]) });
  }
  return errors;
}

/** The text of the indented form stands in the lines before it: "name: text", and maybe more lines. */
function textBefore(lines: readonly string[], at: number, current: string): { package: string; message: string } {
  for (let first = at - 1; first >= Math.max(0, at - MAX_TEXT_LINES); first -= 1) {
    const named = NAMED_TEXT.exec(lines[first] ?? '');
    if (named === null) continue;
    const text = [named[2] ?? '', ...lines.slice(first + 1, at)].map((line) => line.trim());
    return { package: named[1] ?? current, message: text.join(' ').trim() };
  }
  return { package: current, message: '' };
}

function codeOf(printed: string | undefined): number {
  return normaliseCode(Number(printed));
}

const MAX_TEXT_LINES = 4;
/** "Processing 1 of 2 - Adding package <identity or path>" */
const ANNOUNCED = /^Processing \d{1,6} of \d{1,6} - Adding package (.{1,400})$/;
/** "An error occurred - Package_for_RollupFix Error: 0x80073712", "An error occurred trying to open - X.cab Error: ..." */
const OCCURRED = /^An error occurred(?: trying to open)? - (.{1,400}?) Error: (0x[0-9a-fA-F]{1,8}|\d{1,10})\s*$/;
/** " Error: 0x800f0830" with the blank in front */
const INDENTED = /^\s+Error: (0x[0-9a-fA-F]{1,8}|\d{1,10})\s*$/;
/** "Package_for_KB5023819: The specified image ...", also behind "Processing 31 of 31 - " */
const NAMED_TEXT = /^(?:Processing \d{1,6} of \d{1,6} - )?([^\s:][^\s]{0,400}): (.{1,2000})$/;
