import type { Writer } from '../../site/database.ts';
import type { Imported, ImportedUpdate } from '../import/imported.ts';

/** An import of updates: what comes in, and how. */
export interface ImportRequest {
  records: AsyncIterable<Imported>;
  /** Where the records come from, shown as `source`. */
  source: string;
  /** RFC 3339. */
  now: string;
  /** Records of one transaction; as many as are best when left out. */
  batchSize?: number;
  signal?: AbortSignal;
  /** Counts what would change and writes nothing. */
  dryRun?: boolean;
  /** Called after each batch with the number of records so far. */
  onProgress?: (records: number) => void;
  /** An update that was known under an id derived from its title got its own id. Runs in the same transaction. */
  onTakeOver?: (writer: Writer, ids: { from: string; to: string }) => Promise<void>;
  /** Called with the updates of a batch as they are stored, in the same transaction; never in a dry run. */
  onStored?: (writer: Writer, stored: readonly StoredRecord[]) => Promise<void>;
  /** Keeps the search indexes while it goes on: the records ask the catalog by them. */
  keepsIndexes?: boolean;
}

/** A record as it was stored: under the id that the catalog knows it by. */
export interface StoredRecord {
  record: ImportedUpdate;
  uniqueId: string;
  change: 'Added' | 'Changed' | 'Unchanged';
}

/** What an import did. */
export interface ImportResult {
  added: number;
  changed: number;
  unchanged: number;
  failed: number;
  errors: { line: number; message: string }[];
}
