import type { ByteSource, NewDigest } from '../formats/bytes.ts';
import { FormatError } from '../formats/format-error.ts';
import { openWim } from '../formats/wim/open.ts';
import type { WimFile, WimNames } from '../formats/wim/types.ts';
import type { ImageInspection, RecoveryImage } from './types.ts';

/** Where setup leaves the recovery image of an index. */
export const recoveryPath = '\\Windows\\System32\\Recovery\\winre.wim';

export interface RecoverySources {
  newDigest: NewDigest;
  /** The content of a file of the image, by SHA-1. */
  contentOf(sha1: string): ByteSource;
  inspect(wim: WimFile, facts: { path: string; size: number }): ImageInspection;
}

export interface RecoveryReader {
  /** Null when the index has none. Throws `FormatError` only for damage of the outer file's metadata. */
  read(tree: WimNames): RecoveryImage | null;
}

/**
 * Reads the recovery images of the indexes of one file where they lie; nothing is extracted. Equal ones, as they are
 * in most files, are read once. One that cannot be read is described by a warning.
 */
export function recoveryReader({ contentOf, newDigest, inspect }: RecoverySources): RecoveryReader {
  const known = new Map<string, Pick<RecoveryImage, 'indexes' | 'warnings'>>();
  return {
    read(tree) {
      const entry = tree.find(recoveryPath);
      if (entry === undefined || entry.directory || entry.sha1 === '') return null;
      const { sha1, size } = entry;
      let inside = known.get(sha1);
      if (inside === undefined) {
        inside = inspected();
        known.set(sha1, inside);
      }
      return { path: recoveryPath, size, sha1, ...inside };

      function inspected(): Pick<RecoveryImage, 'indexes' | 'warnings'> {
        try {
          const { indexes, warnings } = inspect(openWim(contentOf(sha1), newDigest), { path: recoveryPath, size });
          return { indexes, warnings };
        } catch (error) {
          if (!(error instanceof FormatError)) throw error;
          return { indexes: [], warnings: [`The recovery image cannot be read: ${error.message}.`] };
        }
      }
    },
  };
}
