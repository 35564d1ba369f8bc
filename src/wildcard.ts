/**
 * Wildcards on titles: `*` is any text, `?` any one character, everything else itself. Evaluated here and not by the
 * database, so that no text of a user is ever a pattern of LIKE, GLOB or MATCH, and in time that is at most the product
 * of both lengths.
 */
export function matchesWildcard(text: string, pattern: string): boolean {
  let at = 0;
  let want = 0;
  let star = -1;
  let resume = 0;
  while (at < text.length) {
    const sign = pattern[want];
    if (sign === '*') {
      star = want;
      resume = at;
      want += 1;
    } else if (sign !== undefined && (sign === '?' || sign === text[at])) {
      at += 1;
      want += 1;
    } else if (star >= 0) {
      want = star + 1;
      resume += 1;
      at = resume;
    } else return false;
  }
  while (pattern[want] === '*') want += 1;
  return want === pattern.length;
}

/**
 * Parts of a pattern that must stand in the text as they are, longest first. A part with half of a character is left
 * out: `?` may stand for the other half, and no database finds halves.
 */
export function literalsOf(pattern: string): string[] {
  const parts = new Set(pattern.split(/[*?]+/).filter((part) => part !== '' && part.isWellFormed()));
  return [...parts].sort((a, b) => b.length - a.length);
}
