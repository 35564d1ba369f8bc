/**
 * Notices what is new. What a notification has noticed stands in its messages under the key of the fact, and is never
 * noticed again: several workers may gather at once.
 */
import { type Database, writeTransaction } from '../site/database.ts';
import { matchesWildcard } from '../wildcard.ts';
import type { Fact } from './fact.ts';
import { endingImages, oldImages } from './facts/images.ts';
import { runFacts } from './facts/runs.ts';
import { overdueRuns, staleSources } from './facts/site.ts';
import type { EventKind } from './kinds.ts';
import { notificationRows, type Thresholds } from './store.ts';
import type { NotificationTable } from './tables.ts';

/** What ended longer ago is no news, whatever notification was just made. */
const longestMemory = 30 * 86_400_000;
/** Messages that were told, and facts of others, are forgotten when nothing could bring them back. */
const keptFor = 400 * 86_400_000;

export async function gatherFacts(database: Database, now: Date): Promise<void> {
  const rows = (await notificationRows(database)).filter(({ enabled }) => enabled === 1);
  for (const row of rows) {
    const facts = (await factsFor(database, row, now)).filter((fact) => isMeant(row, fact));
    if (facts.length > 0) await remember(database, row, facts, now);
  }
  const before = new Date(now.getTime() - keptFor).toISOString();
  await database.deleteFrom('notification_fact').where('at', '<', before).execute();
}

async function factsFor(database: Database, row: NotificationTable, now: Date): Promise<Fact[]> {
  const { imageAge, supportEnds, syncAge, overdue }: Thresholds = JSON.parse(row.thresholds_json);
  const wanted = new Set<EventKind>(JSON.parse(row.events_json));
  const floor = new Date(now.getTime() - longestMemory).toISOString();
  const since = row.created > floor ? row.created : floor;
  const runs = ['RunSucceeded', 'RunSucceededWithErrors', 'RunFailed'] as const;
  return [
    ...(runs.some((kind) => wanted.has(kind)) ? await runFacts(database, since) : []),
    ...(wanted.has('ImageOld') ? await oldImages(database, { days: imageAge, now }) : []),
    ...(wanted.has('SupportEnds') ? await endingImages(database, { days: supportEnds, now }) : []),
    ...(wanted.has('SyncStale') ? await staleSources(database, { days: syncAge, now }) : []),
    ...(wanted.has('NothingRan') ? await overdueRuns(database, { hours: overdue, now }) : []),
    ...(await reported(database, since)),
  ];
}

async function reported(database: Database, since: string): Promise<Fact[]> {
  const rows = await database.selectFrom('notification_fact').select('fact_json').where('at', '>=', since).execute();
  return rows.map(({ fact_json }) => JSON.parse(fact_json));
}

function isMeant({ events_json, images_json }: NotificationTable, { kind, image }: Fact): boolean {
  const events: EventKind[] = JSON.parse(events_json);
  const patterns: string[] = JSON.parse(images_json);
  if (!events.includes(kind)) return false;
  return (
    image === null ||
    patterns.length === 0 ||
    patterns.some((each) => matchesWildcard(image.name.toLowerCase(), each.toLowerCase()))
  );
}

async function remember(database: Database, { name_key }: NotificationTable, facts: Fact[], now: Date): Promise<void> {
  const known = await database
    .selectFrom('notification_message')
    .select('fact_key')
    .where('notification_key', '=', name_key)
    .where(
      'fact_key',
      'in',
      facts.map(({ key }) => key),
    )
    .execute();
  const fresh = facts.filter(({ key }) => !known.some(({ fact_key }) => fact_key === key));
  if (fresh.length === 0) return;
  const at = now.toISOString();
  const rows = fresh.map((fact) => ({
    ...{ notification_key: name_key, fact_key: fact.key, status: 'Pending', attempts: 0, created: at },
    ...{ next_attempt: at, sent: null, fact_json: JSON.stringify(fact), problem_json: null },
  }));
  await writeTransaction(database, async (writer) => {
    for (const row of rows) {
      await writer
        .insertInto('notification_message')
        .values(row)
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    }
  });
}
