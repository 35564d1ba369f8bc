import { normaliseCode } from './codes.ts';

/** The last error block of an output: "Error: 0x800f081e", a blank line, one or more lines of text. */
export interface ErrorFrame {
  /** Unsigned; the Win32 number where the tool printed one. */
  code: number;
  /** Lines of the message joined with a blank; repeated lines once. Empty when the tool printed none. */
  message: string;
}

/**
 * Finds the error block in the lines of an output (without progress bars). It begins at a line of its own; the form with
 * text before it ("An error occurred - X Error: 0x80073712") and the indented one belong to a single package and do not
 * count. Only with /English.
 */
export function findErrorFrame(lines: readonly string[]): ErrorFrame | undefined {
  const start = lines.findLastIndex((line) => ERROR_LINE.test(line));
  const printed = ERROR_LINE.exec(lines[start] ?? '')?.[1];
  if (printed === undefined) return undefined;
  const text = lines
    .slice(start + 1)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith(LOG_HINT));
  return { code: normaliseCode(Number(printed)), message: [...new Set(text)].join(' ') };
}

const ERROR_LINE = /^Error: (0x[0-9a-fA-F]{1,8}|-?\d{1,10})\s*$/;
const LOG_HINT = 'The DISM log file can be found at';
