import type { ImageTable } from '../../images/tables.ts';
import type { Ports } from '../../ports/index.ts';
import type { Database } from '../../site/database.ts';
import type { Settings } from '../../site/settings.ts';

/** What publishing works with. */
export interface Publishing {
  database: Database;
  ports: Ports;
  /** Of the site; what an image says of itself counts before it. */
  retention: Retention;
}

/**
 * Which earlier versions of an image are kept: those that stand within all three limits, always from the newest on. The
 * version before the current one is taken away by `versions` alone: it is the way back.
 */
export interface Retention {
  /** How many at most. */
  versions: number;
  /** Days since another version took the place of one; 0: however long. */
  days: number;
  /** Bytes on disk of those of one image together; 0: however many. */
  bytes: number;
}

/** What an image says of itself, and the rest as it is given. */
export function retentionFor(
  image: Pick<ImageTable, 'retain_version' | 'retain_days' | 'retain_bytes'>,
  retention: Retention,
): Retention {
  return {
    versions: image.retain_version ?? retention.versions,
    days: image.retain_days ?? retention.days,
    bytes: image.retain_bytes ?? retention.bytes,
  };
}

/** As the site is set. */
export function retentionOf(settings: Pick<Settings, 'retainVersion' | 'retainDays' | 'retainBytes'>): Retention {
  return { versions: settings.retainVersion, days: settings.retainDays, bytes: settings.retainBytes };
}
