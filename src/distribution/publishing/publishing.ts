import type { Ports } from '../../ports/index.ts';
import type { Database } from '../../site/database.ts';

/** What publishing works with. */
export interface Publishing {
  database: Database;
  ports: Ports;
  /** How many earlier versions are kept. */
  retainVersion: number;
}
