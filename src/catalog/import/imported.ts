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
}
