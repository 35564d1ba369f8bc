import { sql } from 'kysely';
import type { Writer } from '../../site/database.ts';
import type { Learned } from '../../updates/learned.ts';
import { deriveOne } from './derive-again.ts';

/**
 * Remembers what the package of an update, or a run that put it in, tells of it, and derives the update again. What its
 * package says is kept over what a run says.
 */
export async function learn(
  writer: Writer,
  uniqueId: string,
  { revision, name, version, from }: Learned,
): Promise<void> {
  const known = await writer
    .selectFrom('catalog_learned')
    .selectAll()
    .where('unique_id', '=', uniqueId)
    .executeTakeFirst();
  if (known?.origin === 'package' && from === 'history') return;
  if (known?.revision === revision && known.version === version && known.origin === from) return;
  await sql`INSERT OR REPLACE INTO catalog_learned (unique_id, revision, name, version, origin)
    VALUES (${uniqueId}, ${revision}, ${name}, ${version}, ${from})`.execute(writer);
  await deriveOne(writer, uniqueId);
}
