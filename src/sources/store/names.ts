/** How sources are called, and under which key the database knows them. */
import { Problem } from '../../errors.ts';

/** What a person imported from files is a source too; this is its name. No other source may have it. */
export const importedName = 'import';

/** The key of what was imported. Names are not empty, so no other source has it. */
export const importedKey = '';

/** The key, and the name, of what sources told that were removed meanwhile. */
export const removedKey = '(removed)';

/** Names are the same whatever their case. */
export function keyOf(name: string): string {
  return name.toLowerCase();
}

/** The name of a key that no source in the table has; undefined when it is one of a source. */
export function nameOfReservedKey(key: string): string | undefined {
  if (key === importedKey) return importedName;
  return key === removedKey ? removedKey : undefined;
}

/** Throws Problem ImgSourceExists for a name that a source cannot be given. */
export function assertNotReserved(name: string): void {
  const key = keyOf(name);
  if (key === importedName) {
    throw new Problem('ImgSourceExists', { detail: `${name} is what imported files are called as a source.` });
  }
  if (key === removedKey) {
    throw new Problem('ImgSourceExists', { detail: `${name} is what removed sources are called in evidence.` });
  }
}
