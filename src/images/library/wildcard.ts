/**
 * A test for names: `*` stands for any characters, `?` for one, everything else for itself. Works in time
 * proportional to pattern times name, whatever the pattern is; a regular expression would not.
 */
export function wildcard(pattern: string): (name: string) => boolean {
  const wanted = Array.from(pattern);
  return (name) => matches(wanted, Array.from(name));
}

function matches(pattern: readonly string[], name: readonly string[]): boolean {
  let at = 0;
  let star = -1;
  let resume = 0;
  let place = 0;
  while (place < name.length) {
    if (pattern[at] === '*') {
      star = at++;
      resume = place;
    } else if (at < pattern.length && (pattern[at] === '?' || pattern[at] === name[place])) {
      at++;
      place++;
    } else if (star >= 0) {
      // The last star takes one character more.
      at = star + 1;
      place = ++resume;
    } else {
      return false;
    }
  }
  while (pattern[at] === '*') at++;
  return at === pattern.length;
}
