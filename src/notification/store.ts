/** Notifications by name, as rows and as documents. */
import { sql } from 'kysely';
import type { Notification, NotificationMessage } from '../contract/generated/types.ts';
import { Problem } from '../errors.ts';
import { type Database, type Writer, writeTransaction } from '../site/database.ts';
import { matchesWildcard } from '../wildcard.ts';
import type { Fact } from './fact.ts';
import { allKinds, type EventKind } from './kinds.ts';
import type { NotificationTable } from './tables.ts';

export interface Thresholds {
  imageAge: number;
  supportEnds: number;
  syncAge: number;
  overdue: number;
}

export const usualThresholds: Thresholds = { imageAge: 40, supportEnds: 90, syncAge: 35, overdue: 24 };

export interface NewNotification {
  name: string;
  channel: string;
  settings: Record<string, unknown>;
  event?: readonly EventKind[] | undefined;
  image?: readonly string[] | undefined;
  thresholds: Partial<Thresholds>;
  enabled: boolean;
}

interface When {
  now: string;
  dryRun: boolean;
}

/** By name; those that the wildcard fits. */
export async function notificationRows(database: Database | Writer, name = '*'): Promise<NotificationTable[]> {
  const rows = await database.selectFrom('notification').selectAll().orderBy('name_key').execute();
  return rows.filter(({ name_key }) => matchesWildcard(name_key, name.toLowerCase()));
}

/** Throws Problem ImgNotificationNotFound. */
export async function notificationRow(database: Database | Writer, name: string): Promise<NotificationTable> {
  const key = name.toLowerCase();
  const row = await database.selectFrom('notification').selectAll().where('name_key', '=', key).executeTakeFirst();
  if (row !== undefined) return row;
  throw new Problem('ImgNotificationNotFound', { detail: `There is no notification ${JSON.stringify(name)}.` });
}

/** Throws Problem ImgNotificationExists. */
export async function addNotification(
  database: Database,
  { name, channel, settings, event = allKinds, image = [], thresholds, enabled }: NewNotification,
  { now, dryRun }: When,
): Promise<NotificationTable> {
  const row: NotificationTable = {
    ...{ name_key: name.toLowerCase(), name, channel, settings_json: JSON.stringify(settings) },
    ...{ events_json: JSON.stringify(event), images_json: JSON.stringify(image) },
    thresholds_json: JSON.stringify({ ...usualThresholds, ...thresholds }),
    ...{ enabled: Number(enabled), state: 'never', state_since: null, last_sent: null, problem_json: null },
    ...{ created: now, modified: now },
  };
  return writeTransaction(database, async (writer) => {
    await assertFree(writer, row);
    if (!dryRun) await writer.insertInto('notification').values(row).execute();
    return row;
  });
}

/** What is undefined stays. Throws Problem ImgNotificationNotFound, ImgNotificationExists. */
export async function changeNotification(
  database: Database,
  name: string,
  { now, dryRun, ...change }: Partial<Omit<NewNotification, 'channel'>> & When,
): Promise<NotificationTable> {
  return writeTransaction(database, async (writer) => {
    const known = await notificationRow(writer, name);
    const row: NotificationTable = {
      ...known,
      name_key: change.name?.toLowerCase() ?? known.name_key,
      name: change.name ?? known.name,
      settings_json: change.settings === undefined ? known.settings_json : JSON.stringify(change.settings),
      events_json: change.event === undefined ? known.events_json : JSON.stringify(change.event),
      images_json: change.image === undefined ? known.images_json : JSON.stringify(change.image),
      thresholds_json: JSON.stringify({ ...JSON.parse(known.thresholds_json), ...change.thresholds }),
      enabled: change.enabled === undefined ? known.enabled : Number(change.enabled),
      modified: now,
    };
    if (row.name_key !== known.name_key) await assertFree(writer, row);
    if (dryRun) return row;
    await writer.updateTable('notification').set(row).where('name_key', '=', known.name_key).execute();
    const messages = writer.updateTable('notification_message').where('notification_key', '=', known.name_key);
    await messages.set({ notification_key: row.name_key }).execute();
    // Whoever mended the settings does not want to wait for the next try.
    await messages.set({ next_attempt: now }).where('status', '=', 'Pending').execute();
    return row;
  });
}

/** Its messages go with it. Throws Problem ImgNotificationNotFound. */
export async function removeNotification(database: Database, name: string, dryRun: boolean): Promise<void> {
  await writeTransaction(database, async (writer) => {
    const { name_key } = await notificationRow(writer, name);
    if (dryRun) return;
    await writer.deleteFrom('notification_message').where('notification_key', '=', name_key).execute();
    await writer.deleteFrom('notification').where('name_key', '=', name_key).execute();
  });
}

async function assertFree(writer: Writer, { name_key }: NotificationTable): Promise<void> {
  const [known] = await writer.selectFrom('notification').select('name').where('name_key', '=', name_key).execute();
  if (known === undefined) return;
  throw new Problem('ImgNotificationExists', { detail: `There is a notification ${known.name} already.` });
}

export async function notificationDocument(database: Database | Writer, row: NotificationTable): Promise<Notification> {
  const { rows } = await sql<{ status: string; count: number }>`SELECT status, count(*) AS count
    FROM notification_message WHERE notification_key = ${row.name_key} GROUP BY status`.execute(database);
  const count = (status: string): number => Number(rows.find((each) => each.status === status)?.count ?? 0);
  const thresholds = JSON.parse(row.thresholds_json) as Thresholds;
  return {
    ...{ name: row.name, channel: row.channel, enabled: row.enabled === 1 },
    ...{
      settings: JSON.parse(row.settings_json),
      event: JSON.parse(row.events_json),
      image: JSON.parse(row.images_json),
    },
    ...thresholds,
    ...{ state: row.state as Notification['state'], stateSince: row.state_since, lastSent: row.last_sent },
    lastProblem: row.problem_json === null ? null : JSON.parse(row.problem_json),
    ...{ sent: count('Sent'), pending: count('Pending'), failed: count('Failed') },
    ...{ created: row.created, modified: row.modified },
  };
}

/** The newest messages of a notification. */
export async function messagesOf(database: Database, { name_key }: NotificationTable): Promise<NotificationMessage[]> {
  const rows = await database
    .selectFrom('notification_message')
    .selectAll()
    .where('notification_key', '=', name_key)
    .orderBy('created', 'desc')
    .orderBy('fact_key')
    .limit(50)
    .execute();
  return rows.map((row) => {
    const { kind, title, image }: Fact = JSON.parse(row.fact_json);
    return {
      ...{ event: kind, title, status: row.status as NotificationMessage['status'], image: image?.name ?? null },
      ...{ attempts: row.attempts, created: row.created, sent: row.sent, nextAttempt: row.next_attempt },
      problem: row.problem_json === null ? null : JSON.parse(row.problem_json),
    };
  });
}
