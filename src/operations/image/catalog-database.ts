import { Problem } from '../../errors.ts';
import type { Database } from '../../site/database.ts';
import type { Context } from '../operation.ts';

/**
 * The database that tells KB numbers, or null with a warning when this user has no site that can be opened: what is in
 * a file can be shown without one.
 */
export async function catalogDatabase({ site, emit }: Context): Promise<Database | null> {
  try {
    return (await site()).database;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const message = `KB numbers of cumulative updates are not shown: ${error.message}`;
    emit({ level: 'warning', type: 'image.noCatalog', message });
    return null;
  }
}
