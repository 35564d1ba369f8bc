import { sql } from 'kysely';
import type { AnyDatabase } from '../site/migrations.ts';

/** Who is told of what. Times are RFC 3339 in UTC; flags are 0 or 1; columns named *_json hold a JSON text. */
export interface NotificationTable {
  /** Lower case, for the uniqueness of names. */
  name_key: string;
  name: string;
  channel: string;
  /** A secret is named in it, never written. */
  settings_json: string;
  events_json: string;
  /** Patterns of image names; [] = all. */
  images_json: string;
  thresholds_json: string;
  enabled: number;
  /** never, ok, failing. */
  state: string;
  state_since: string | null;
  last_sent: string | null;
  problem_json: string | null;
  created: string;
  modified: string;
}

/** A fact as one notification tells it: once. */
export interface NotificationMessageTable {
  notification_key: string;
  fact_key: string;
  /** Pending, Sent, Failed. */
  status: string;
  attempts: number;
  created: string;
  /** When it is tried next; a sender that is at work has set it to the end of its time. */
  next_attempt: string | null;
  sent: string | null;
  fact_json: string;
  problem_json: string | null;
}

/** A fact that stands in no other table, until it is told: what other parts report. */
export interface NotificationFactTable {
  fact_key: string;
  at: string;
  fact_json: string;
}

export interface NotificationTables {
  notification: NotificationTable;
  notification_message: NotificationMessageTable;
  notification_fact: NotificationFactTable;
}

export async function createNotificationTables(database: AnyDatabase): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(database);
}

const statements = [
  `CREATE TABLE notification (
    name_key TEXT PRIMARY KEY, name TEXT NOT NULL, channel TEXT NOT NULL, settings_json TEXT NOT NULL,
    events_json TEXT NOT NULL, images_json TEXT NOT NULL, thresholds_json TEXT NOT NULL, enabled INTEGER NOT NULL,
    state TEXT NOT NULL, state_since TEXT, last_sent TEXT, problem_json TEXT, created TEXT NOT NULL,
    modified TEXT NOT NULL
  ) STRICT`,
  `CREATE TABLE notification_message (
    notification_key TEXT NOT NULL, fact_key TEXT NOT NULL, status TEXT NOT NULL, attempts INTEGER NOT NULL,
    created TEXT NOT NULL, next_attempt TEXT, sent TEXT, fact_json TEXT NOT NULL, problem_json TEXT,
    PRIMARY KEY (notification_key, fact_key)
  ) STRICT, WITHOUT ROWID`,
  `CREATE INDEX notification_message_pending ON notification_message (next_attempt) WHERE status = 'Pending'`,
  `CREATE TABLE notification_fact (fact_key TEXT PRIMARY KEY, at TEXT NOT NULL, fact_json TEXT NOT NULL) STRICT`,
];
