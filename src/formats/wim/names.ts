/** Rules for names inside an image. */

/** What is wrong with a name on its own; see `WimEntry.nameProblem`. */
export function nameProblem(name: string): '' | 'empty' | 'dots' | 'separator' {
  if (name === '') return 'empty';
  if (name === '.' || name === '..') return 'dots';
  for (let index = 0; index < name.length; index++) {
    const unit = name.charCodeAt(index);
    if (unit === 0 || unit === 0x2f || unit === 0x5c) return 'separator';
  }
  return '';
}

/**
 * A name as Windows compares it: every character upper-cased by itself, so that the length stays ("ß" is not "SS").
 */
export function foldName(name: string): string {
  const upper = name.toUpperCase();
  if (upper.length === name.length) return upper;
  let folded = '';
  for (const character of name) {
    const one = character.toUpperCase();
    folded += one.length === character.length ? one : character;
  }
  return folded;
}

/** The names along a path like '\Windows\System32'; a forward slash counts too. */
export function splitPath(path: string): string[] {
  return path.split(/[\\/]/).filter((name) => name !== '');
}
