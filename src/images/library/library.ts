/**
 * The image library: which image files a site knows, under which names, and whether they are still the files that were
 * registered.
 *
 * Guarantees: names and files occur once; a row is only made or changed for a file that was read and whose SHA-256 was
 * taken; an image that a run works on is neither removed nor pointed elsewhere; dry runs check the same and write
 * nothing. To add an action on images: a file here with one function that takes a `Library`, an operation that calls it.
 */
import type { Transfer } from '../../ports/files.ts';
import type { Ports } from '../../ports/index.ts';
import type { Database } from '../../site/database.ts';

export interface Library {
  ports: Ports;
  database: Database;
  /** Nothing is written; what would be written is answered. */
  dryRun: boolean;
  /** Progress in bytes, and the caller's wish to stop. */
  transfer: Transfer;
  /** The program as it is started, for work that is spread over threads, as in `Spread`. */
  program?: string | undefined;
}
