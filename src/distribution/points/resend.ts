/** Targets that a worker sends to again by itself: those that a run was told to send to, and that have not got it yet. */
import type { ImageTable } from '../../images/tables.ts';
import type { Database, Writer } from '../../site/database.ts';
import type { DistributionPointTable } from '../tables.ts';
import { changeTarget, pointRows } from './targets.ts';

/** Milliseconds: the wait after the first failure; it doubles, up to a day. */
const firstWait = 15 * 60_000;
const longestWait = 24 * 60 * 60_000;
/** Failures in a row after which a person must look: about four days. */
const mostAttempts = 10;

/** When a target that failed so often in a row is sent to again; null: no more by itself. */
export function nextAttempt(failures: number, now: Date): string | null {
  if (failures >= mostAttempts) return null;
  const wait = Math.min(longestWait, firstWait * 2 ** Math.max(0, failures - 1));
  return new Date(now.getTime() + wait).toISOString();
}

/** Has a worker send to the targets that have another version than the current one: at once where none failed. */
export async function resendLater(writer: Writer, imageId: string, now: Date): Promise<void> {
  const { source_version } = await writer
    .selectFrom('image')
    .select('source_version')
    .where('id', '=', imageId)
    .executeTakeFirstOrThrow();
  const rows = await writer.selectFrom('distribution_target').selectAll().where('image_id', '=', imageId).execute();
  for (const { point_key, state, delivered_version, attempts } of rows) {
    if (state === 'Success' && delivered_version === source_version) continue;
    const resend_at = state === 'Error' ? nextAttempt(attempts, now) : now.toISOString();
    await changeTarget(writer, { point_key, image_id: imageId }, { resend_at });
  }
}

/** When a target is sent to next; undefined: none waits. */
export async function nextResend(database: Database): Promise<Date | undefined> {
  const row = await database
    .selectFrom('distribution_target')
    .select('resend_at')
    .where('resend_at', 'is not', null)
    .orderBy('resend_at')
    .executeTakeFirst();
  return row?.resend_at == null ? undefined : new Date(row.resend_at);
}

/** Images with targets whose time has come, and the enabled distribution points among these. */
export async function dueTargets(
  database: Database,
  now: Date,
): Promise<{ image: ImageTable; points: DistributionPointTable[] }[]> {
  const rows = await database
    .selectFrom('distribution_target')
    .selectAll()
    .where('resend_at', '<=', now.toISOString())
    .orderBy('image_id')
    .execute();
  if (rows.length === 0) return [];
  const points = (await pointRows(database)).filter(({ enabled }) => enabled === 1);
  const due: { image: ImageTable; points: DistributionPointTable[] }[] = [];
  for (const id of new Set(rows.map(({ image_id }) => image_id))) {
    const image = await database.selectFrom('image').selectAll().where('id', '=', id).executeTakeFirst();
    const keys = new Set(rows.filter(({ image_id }) => image_id === id).map(({ point_key }) => point_key));
    const own = points.filter(({ name_key }) => keys.has(name_key));
    if (image !== undefined && own.length > 0) due.push({ image, points: own });
  }
  return due;
}
