/**
 * Notices what is new. What a notification has noticed stands in its messages under the key of the fact, and is never
 * noticed again: several workers may gather at once.
 */
import { type Database, writeTransaction } from '../site/database.ts';
import { matchesWildcard } from '../wildcard.ts';
import type { Fact } from './fact.ts';
import { endingImages, oldImages } from './facts/images.ts';
import { maintenanceFacts } from './facts/maintenance.ts';
import { runFacts } from './facts/runs.ts';
import { overdueRuns, staleSources } from './facts/site.ts';
import { stallFacts } from './facts/stalls.ts';
import { allKinds, type EventKind } from './kinds.ts';
import { notificationRows, type Thresholds } from './store.ts';
import type { NotificationTable } from './tables.ts';

/** What ended longer ago is no news, whatever notification was just made. */
const longestMemory = 30 * 86_400_000;
/** Messages that were told, and facts of others, are forgotten when nothing could bring them back. */
const keptFor = 400 * 86_400_000;

export async function gatherFacts(database: Database, now: Date): Promise<void> {
  const rows = (await notificationRows(database)).filter(({ enabled }) => enabled === 1);
  const once = new Map<string, Promise<Fact[]>>();
  const oldest = rows.map((row) => sinceOf(row, now)).sort()[0];
  if (oldest !== undefined) {
    const ask: Ask = { database, now, oldest, once };
    for (const row of rows) {
      const facts = (await factsFor(ask, row)).filter((fact) => isMeant(row, fact));
      if (facts.length > 0) await remember(database, row, facts, now);
    }
  }
  const before = new Date(now.getTime() - keptFor).toISOString();
  await database.deleteFrom('notification_fact').where('at', '<', before).execute();
}

/** What is asked of the site, however many notifications want to know it: each question once. */
interface Ask {
  database: Database;
  now: Date;
  /** The earliest moment that any notification looks back to. */
  oldest: string;
  once: Map<string, Promise<Fact[]>>;
}

/** What ended before a notification was made is no news to it. */
function sinceOf({ created }: NotificationTable, now: Date): string {
  const floor = new Date(now.getTime() - longestMemory).toISOString();
  return created > floor ? created : floor;
}

async function factsFor({ database, now, oldest, once }: Ask, row: NotificationTable): Promise<Fact[]> {
  const { imageAge, supportEnds, syncAge, overdue }: Thresholds = JSON.parse(row.thresholds_json);
  const wanted = new Set<EventKind>(JSON.parse(row.events_json));
  const since = sinceOf(row, now);
  const asked = async (kinds: readonly EventKind[], key: string, ask: () => Promise<Fact[]>): Promise<Fact[]> => {
    if (!kinds.some((kind) => wanted.has(kind))) return [];
    const known = once.get(key) ?? ask();
    once.set(key, known);
    return known;
  };
  /** What happened at a moment: asked for all notifications, and this one is told what is news to it. */
  const ended = async (kinds: readonly EventKind[], key: string, ask: () => Promise<Fact[]>): Promise<Fact[]> =>
    (await asked(kinds, key, ask)).filter(({ at }) => at >= since);
  return [
    ...(await ended(runKinds, 'runs', () => runFacts(database, oldest))),
    ...(await ended(maintenanceKinds, 'maintenance', () => maintenanceFacts(database, oldest))),
    ...(await ended(allKinds, 'reported', () => reported(database, oldest))),
    ...(await asked(['RunStalled'], 'stalls', () => stallFacts(database))),
    ...(await asked(['ImageOld'], `age ${imageAge}`, () => oldImages(database, { days: imageAge, now }))),
    ...(await asked(['SupportEnds'], `end ${supportEnds}`, () => endingImages(database, { days: supportEnds, now }))),
    ...(await asked(['SyncStale'], `sync ${syncAge}`, () => staleSources(database, { days: syncAge, now }))),
    ...(await asked(['NothingRan'], `overdue ${overdue}`, () => overdueRuns(database, { hours: overdue, now }))),
  ];
}

const runKinds = ['RunSucceeded', 'RunSucceededWithErrors', 'RunFailed'] as const;
const maintenanceKinds = ['MaintenanceSucceeded', 'MaintenanceFailed'] as const;

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
