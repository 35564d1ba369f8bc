/**
 * Sends what is due, all new facts of a notification in one message. A message is claimed by moving its next attempt, so
 * that two workers do not send it both; a sender that died over it has its messages sent again: at least once, and once
 * where nothing dies. Failures are shown with the notification, and tried again ever more rarely, three days long.
 */
import { asProblem, problemDocument } from '../errors.ts';
import type { Ports } from '../ports/index.ts';
import { type Database, writeTransaction } from '../site/database.ts';
import type { Site } from '../site/site.ts';
import { channelOf } from './channels.ts';
import type { Fact } from './fact.ts';
import { messageOf } from './message.ts';
import { notificationRows } from './store.ts';
import type { NotificationMessageTable, NotificationTable } from './tables.ts';

export interface Sender {
  ports: Ports;
  site: Site;
  signal: AbortSignal;
}

const minute = 60_000;
/** Milliseconds for which a claimed message is left alone. */
const lease = 10 * minute;
/** Pauses after the first, second, ... failure; the last one again and again. */
const pauses = [minute, 5 * minute, 15 * minute, 60 * minute, 4 * 60 * minute];
const givenUpAfter = 3 * 24 * 60 * minute;

/** Sends everything that is due; returns how many notifications were tried. Throws only when the signal fires. */
export async function deliver(sender: Sender): Promise<number> {
  const { database } = sender.site;
  let tried = 0;
  for (const row of await notificationRows(database)) {
    sender.signal.throwIfAborted();
    if (row.enabled !== 1) continue;
    const messages = await claim(database, row, sender.ports.clock.now());
    if (messages.length === 0) continue;
    tried += 1;
    await sendClaimed(sender, row, messages);
  }
  return tried;
}

async function claim(
  database: Database,
  { name_key }: NotificationTable,
  now: Date,
): Promise<NotificationMessageTable[]> {
  const at = now.toISOString();
  const until = new Date(now.getTime() + lease).toISOString();
  const due = await database
    .selectFrom('notification_message')
    .select('fact_key')
    .where('notification_key', '=', name_key)
    .where('status', '=', 'Pending')
    .where('next_attempt', '<=', at)
    .execute();
  if (due.length === 0) return [];
  return writeTransaction(database, (writer) =>
    writer
      .updateTable('notification_message')
      .set({ next_attempt: until })
      .where('notification_key', '=', name_key)
      .where('status', '=', 'Pending')
      .where('next_attempt', '<=', at)
      .returningAll()
      .execute(),
  );
}

async function sendClaimed(
  { ports, site, signal }: Sender,
  row: NotificationTable,
  messages: NotificationMessageTable[],
): Promise<void> {
  const from = { host: ports.self.host, site: site.folder };
  const facts = messages.map(({ fact_json }): Fact => JSON.parse(fact_json));
  const message = messageOf({ id: ports.ids.next(), facts, from, sent: ports.clock.now().toISOString() });
  let problem: string | null = null;
  try {
    await channelOf(row.channel).send(message, JSON.parse(row.settings_json) as never, { ports, signal });
  } catch (error) {
    problem = JSON.stringify(problemDocument(asProblem(error)));
  }
  const now = ports.clock.now();
  const at = now.toISOString();
  await writeTransaction(site.database, async (writer) => {
    for (const each of messages) {
      await writer
        .updateTable('notification_message')
        .set(signal.aborted ? { next_attempt: at } : outcomeOf(each, { problem, now }))
        .where('notification_key', '=', each.notification_key)
        .where('fact_key', '=', each.fact_key)
        .execute();
    }
    if (signal.aborted) return;
    const state = problem === null ? 'ok' : 'failing';
    await writer
      .updateTable('notification')
      .set({
        ...{ state, problem_json: problem, state_since: row.state === state ? row.state_since : at },
        ...(problem === null ? { last_sent: at } : {}),
      })
      .where('name_key', '=', row.name_key)
      .execute();
  });
}

function outcomeOf(
  { attempts, created }: NotificationMessageTable,
  { problem, now }: { problem: string | null; now: Date },
): Partial<NotificationMessageTable> {
  if (problem === null) {
    return { status: 'Sent', attempts: attempts + 1, sent: now.toISOString(), next_attempt: null, problem_json: null };
  }
  const isOver = now.getTime() - Date.parse(created) >= givenUpAfter;
  const pause = pauses[Math.min(attempts, pauses.length - 1)] ?? minute;
  return {
    ...{ status: isOver ? 'Failed' : 'Pending', attempts: attempts + 1, problem_json: problem },
    next_attempt: isOver ? null : new Date(now.getTime() + pause).toISOString(),
  };
}
