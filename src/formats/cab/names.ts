import type { CabNameProblem } from './types.ts';

const DEVICE = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(?:\.|$)/i;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const BAD_CHARACTER = /[\u0000-\u001f\u007f-\u009f:*?"<>|]/;

/** Whether a name is safe as a path below a folder, on any platform. */
export function nameProblem(name: string): CabNameProblem {
  if (name === '') return 'empty';
  if (/^[\\/]/.test(name)) return 'absolute';
  if (/^[A-Za-z]:/.test(name)) return 'drive';
  for (const part of name.split(/[\\/]/)) {
    if (part === '') return 'empty';
    if (part === '.' || part === '..') return 'dots';
    if (BAD_CHARACTER.test(part)) return 'character';
    if (/[. ]$/.test(part)) return 'ending';
    if (DEVICE.test(part)) return 'device';
  }
  return '';
}

/** What two names must not have in common. */
export function pathKey(name: string): string {
  return name.replaceAll('/', '\\').toUpperCase();
}

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const lenient = new TextDecoder('utf-8', { ignoreBOM: true });
/** Used for names whose code page nobody wrote down. */
const western = new TextDecoder('windows-1252');

/** A stored name as text. `valid` is false where it is said to be UTF-8 and is not: overlong forms hide separators. */
export function decodeName(bytes: Uint8Array, utf8: boolean): { text: string; valid: boolean } {
  if (!utf8) return { text: western.decode(bytes), valid: true };
  try {
    return { text: strict.decode(bytes), valid: true };
  } catch {
    return { text: lenient.decode(bytes), valid: false };
  }
}
