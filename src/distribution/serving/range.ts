/** The part of a file that a request means (RFC 9110, section 14). Pure. */

export type Part =
  /** The whole file: no range, one that is not understood, or several, which may be answered so. */
  | { part: 'whole' }
  | { part: 'range'; from: number; length: number }
  /** Nothing of the file lies there. */
  | { part: 'none' };

export function partOf(header: string | undefined, size: number): Part {
  const [, first = '', last = ''] = /^\s*bytes\s*=\s*(\d*)\s*-\s*(\d*)\s*$/i.exec(header ?? '') ?? [];
  if (first === '' && last === '') return { part: 'whole' };
  // Longer numbers are of no file, and lose digits.
  if (first.length > 15 || last.length > 15) return { part: first.length > 15 ? 'none' : 'whole' };
  if (first === '') {
    const length = Math.min(Number(last), size);
    return length === 0 ? { part: 'none' } : { part: 'range', from: size - length, length };
  }
  const from = Number(first);
  const to = last === '' ? size - 1 : Math.min(Number(last), size - 1);
  if (last !== '' && Number(last) < from) return { part: 'whole' };
  return from >= size ? { part: 'none' } : { part: 'range', from, length: to - from + 1 };
}
