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

/** The longest part of a pattern that must stand in the text as it is. */
export function longestLiteral(pattern: string): string {
  return pattern.split(/[*?]+/).reduce((longest, part) => (part.length > longest.length ? part : longest), '');
}
