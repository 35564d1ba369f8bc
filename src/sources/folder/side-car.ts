import type { Files } from '../../ports/files.ts';
import { RecordError, readUpdate } from '../../updates/read-update.ts';
import type { UpdateDocument, UpdateFile } from '../../updates/update.ts';

/** Characters of the longest side-car. */
const longest = 1 << 20;

export interface SideCar {
  update?: UpdateDocument;
  /** Why it says nothing. */
  error?: string;
}

/**
 * The update document beside a package file (`<file>.json`, the import format). It must list the file with the digest
 * that the file has; its other files keep their digests as what they are: hints. Undefined when there is none.
 */
export function readSideCar(files: Files, path: string, file: UpdateFile): SideCar | undefined {
  if (files.facts(path)?.kind !== 'file') return undefined;
  try {
    const update = readUpdate(JSON.parse(files.text(path, longest).replace(/^\ufeff/, '')) as unknown);
    const own = update.files.findIndex(
      ({ sha256, sha1 }) => sha256 === file.sha256 || (sha256 === undefined && sha1 === file.sha1),
    );
    if (own < 0) return { error: `It does not describe ${file.name}: none of its digests is that of the file.` };
    const described = update.files.map((each, index) => ({
      ...each,
      ...(index === own ? file : {}),
      digestTrust: 'find' as const,
    }));
    return { update: { ...update, files: described } };
  } catch (error) {
    if (error instanceof RecordError) return { error: `It is no update: ${error.message}.` };
    if (error instanceof SyntaxError) return { error: 'It is not JSON.' };
    return { error: `It cannot be read: ${(error as Error).message}.` };
  }
}
