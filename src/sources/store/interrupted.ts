/** Synchronisations and imports that say they go on though their process ended. */
import type { Sync } from '../../contract/generated/types.ts';
import type { Ports } from '../../ports/index.ts';
import { type Database, writeTransaction } from '../../site/database.ts';
import { ownerLives, releaseLock } from '../../site/locks.ts';
import { importedKey } from './names.ts';
import { writeSync } from './syncs.ts';

/** Syncs that nobody holds the lock for. Called by who holds the lock. */
export async function endInterrupted(database: Database, ports: Ports): Promise<void> {
  const rows = await running(database);
  const warning = 'It was interrupted; the next one went on from its last checkpoint.';
  await end(database, ports, { rows: rows.filter(({ source_key }) => source_key !== importedKey), warning });
}

/** Each import has a lock of its own: several may go on at once. */
export function importLock(syncId: string): string {
  return `import:${syncId}`;
}

export async function endInterruptedImports(database: Database, ports: Ports): Promise<void> {
  const dead: Running[] = [];
  for (const row of await running(database)) {
    if (row.source_key !== importedKey) continue;
    const name = importLock(row.sync_id);
    const held = await database.selectFrom('lock').selectAll().where('name', '=', name).executeTakeFirst();
    if (held !== undefined && (await ownerLives(ports, held))) continue;
    await releaseLock(database, name, row.sync_id);
    dead.push(row);
  }
  const warning = 'It was interrupted; what had come stays. Import the file again.';
  await end(database, ports, { rows: dead, warning });
}

interface Running {
  sync_id: string;
  source_key: string;
  facts_json: string;
}

function running(database: Database): Promise<Running[]> {
  return database
    .selectFrom('sync')
    .select(['sync_id', 'source_key', 'facts_json'])
    .where('status', '=', 'Running')
    .execute();
}

async function end(
  database: Database,
  { clock }: Ports,
  { rows, warning }: { rows: readonly Running[]; warning: string },
): Promise<void> {
  if (rows.length === 0) return;
  const ended = clock.now().toISOString();
  await writeTransaction(database, async (writer) => {
    for (const { source_key, facts_json } of rows) {
      const sync = JSON.parse(facts_json) as Sync;
      await writeSync(writer, source_key, { ...sync, status: 'Failed', ended, warnings: [...sync.warnings, warning] });
    }
  });
}
