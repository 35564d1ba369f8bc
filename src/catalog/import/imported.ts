import type { UpdateDocument } from '../../updates/update.ts';

/** What an import format gives: an update, or why a record is none. */
export type Imported = ImportedUpdate | { line: number; error: string };

export interface ImportedUpdate {
  line: number;
  update: UpdateDocument;
  /**
   * Id derived from title and creation date, for sources whose older records have no id of their own: an update that is
   * known under it is the same one. Absent where the format always has ids.
   */
  derivedId?: string;
  /** Where the caller has it from; it comes back with `onStored`. */
  origin?: RecordOrigin;
}

/** A record among those of one import: its name at its source, and which one it was, from 0. */
export interface RecordOrigin {
  key: string;
  sequence: number;
}
