import type { Derived } from '../catalog/store/read-derived.ts';
import { articleOfFile } from '../updates/file-names.ts';
import type { UpdateFile } from '../updates/update.ts';

/** What the record of an update says of one of its files. */
export interface ExpectedFile {
  name: string;
  size: number | null;
  sha1: string | null;
  sha256: string | null;
  trust: 'trusted' | 'find';
  /** KBs that the package may be of: that of the update, and the one that the file's name has. */
  articleIds: string[];
  update: Derived;
}

export function expectedFile(update: Derived, file: UpdateFile): ExpectedFile {
  const articles = [update.articleId, articleOfFile(file.name)].filter((each) => each !== null);
  return {
    name: file.name,
    size: file.size,
    sha1: digestOf(file.sha1),
    sha256: digestOf(file.sha256),
    trust: file.digestTrust === 'find' ? 'find' : 'trusted',
    articleIds: [...new Set(articles)],
    update,
  };
}

/** The file of a record that has one of these digests, else this name. */
export function fileOfRecord(
  update: Derived,
  { name, sha1, sha256 }: { name: string; sha1: string; sha256: string },
): ExpectedFile | undefined {
  const { files } = update.update;
  const found =
    files.find((file) => digestOf(file.sha256) === sha256) ??
    files.find((file) => digestOf(file.sha1) === sha1 && sha1 !== '') ??
    files.find((file) => file.name.toLowerCase() === name.toLowerCase());
  return found === undefined ? undefined : expectedFile(update, found);
}

/** Some records hold an empty text for a digest that nobody knows. */
function digestOf(text: string | undefined): string | null {
  return text === undefined || text === '' ? null : text;
}
