/** What two sources say of the files of one article. Pure. */
import type { UpdateDocument, UpdateFile } from '../../src/updates/update.ts';

export interface Comparison {
  name: string;
  sha1: string;
  /** `same`: both know the file, and no digest disagrees; `site` and `server`: only that one has it. */
  result: 'same' | 'different' | 'site' | 'server';
  /** What disagrees. */
  message: string;
}

/** Files are joined by SHA-1; a file of one name with two of them is a disagreement. */
export function compareFiles(site: readonly UpdateDocument[], server: readonly UpdateDocument[]): Comparison[] {
  const [ours, theirs] = [filesOf(site), filesOf(server)];
  const all = ours.map((file): Comparison => {
    const { name, sha1 = '' } = file;
    const twin = theirs.find((other) => other.sha1 === sha1);
    const namesake = theirs.find((other) => other.name.toLowerCase() === name.toLowerCase());
    if (twin === undefined && namesake === undefined) return { name, sha1, result: 'site', message: '' };
    if (twin === undefined)
      return { name, sha1, result: 'different', message: `the server has SHA-1 ${namesake?.sha1}` };
    const disagrees = file.sha256 !== undefined && twin.sha256 !== undefined && file.sha256 !== twin.sha256;
    if (disagrees) return { name, sha1, result: 'different', message: `SHA-256 ${file.sha256} and ${twin.sha256}` };
    const sizes = file.size !== null && twin.size !== null && file.size !== twin.size;
    return {
      name,
      sha1,
      result: 'same',
      message: sizes ? `the site says ${file.size} bytes, the server ${twin.size}` : '',
    };
  });
  const names = new Set(ours.flatMap(({ name, sha1 }) => [name.toLowerCase(), sha1]));
  const others = theirs.filter(({ name, sha1 }) => !names.has(name.toLowerCase()) && !names.has(sha1));
  return [...all, ...others.map(({ name, sha1 = '' }): Comparison => ({ name, sha1, result: 'server', message: '' }))];
}

function filesOf(updates: readonly UpdateDocument[]): UpdateFile[] {
  const files = updates.flatMap((update) => update.files).filter(({ sha1 }) => sha1 !== undefined);
  return [...new Map(files.map((file) => [`${file.sha1} ${file.name.toLowerCase()}`, file])).values()];
}
