import type { Writer } from '../../site/database.ts';
import type { Imported } from '../import/imported.ts';

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
}

/** What an import did. */
export interface ImportResult {
  added: number;
  changed: number;
  unchanged: number;
  failed: number;
  errors: { line: number; message: string }[];
}
