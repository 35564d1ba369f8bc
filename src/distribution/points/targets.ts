/** Distribution points by name, and their targets. */
import type {
  DistributionStatus,
  DistributionTarget,
  DistributionPoint as PointDocument,
  SiteReport,
} from '../../contract/generated/types.ts';
import { Problem, type ProblemDocument, problemDocument } from '../../errors.ts';
import type { ImageTable } from '../../images/tables.ts';
import type { Ports } from '../../ports/index.ts';
import { type Database, type Writer, writeTransaction } from '../../site/database.ts';
import { ownerLives } from '../../site/locks.ts';
import type { DistributionPointTable, DistributionTargetTable } from '../tables.ts';
import { reportedProblem, reportedState } from './site-report.ts';

export interface NewPoint {
  name: string;
  type: string;
  settings: Record<string, unknown>;
  groups: string[];
  enabled: boolean;
}

export function pointKey(name: string): string {
  return name.toLowerCase();
}

export function pointRows(database: Database | Writer): Promise<DistributionPointTable[]> {
  return database.selectFrom('distribution_point').selectAll().orderBy('name_key').execute();
}

export function groupsOf(row: DistributionPointTable): string[] {
  return JSON.parse(row.groups_json) as string[];
}

/** Throws Problem ImgPointNotFound. */
export async function pointRow(database: Database | Writer, name: string): Promise<DistributionPointTable> {
  const row = await database
    .selectFrom('distribution_point')
    .selectAll()
    .where('name_key', '=', pointKey(name))
    .executeTakeFirst();
  if (row !== undefined) return row;
  throw new Problem('ImgPointNotFound', { detail: `There is no distribution point ${JSON.stringify(name)}.` });
}

/** Throws Problem ImgPointExists. */
export async function assertFreePoint(database: Database | Writer, name: string): Promise<void> {
  const rows = await pointRows(database);
  const known = rows.find(({ name_key }) => name_key === pointKey(name));
  if (known === undefined) return;
  throw new Problem('ImgPointExists', { detail: `There is a distribution point ${known.name} already.` });
}

export function newPointRow(point: NewPoint, now: string): DistributionPointTable {
  return {
    name_key: pointKey(point.name),
    name: point.name,
    type: point.type,
    settings_json: JSON.stringify(point.settings),
    groups_json: JSON.stringify(point.groups),
    enabled: Number(point.enabled),
    created: now,
    modified: now,
  };
}

export async function addPoint(database: Database, row: DistributionPointTable): Promise<void> {
  await writeTransaction(database, async (writer) => {
    await assertFreePoint(writer, row.name);
    await writer.insertInto('distribution_point').values(row).execute();
  });
}

export async function changePoint(database: Database, before: string, row: DistributionPointTable): Promise<void> {
  await writeTransaction(database, async (writer) => {
    if (row.name_key !== before) await assertFreePoint(writer, row.name);
    await writer.updateTable('distribution_point').set(row).where('name_key', '=', before).execute();
    await writer
      .updateTable('distribution_target')
      .set({ point_key: row.name_key })
      .where('point_key', '=', before)
      .execute();
  });
}

export async function removePoint(database: Database, key: string): Promise<void> {
  await writeTransaction(database, async (writer) => {
    await writer.deleteFrom('distribution_target').where('point_key', '=', key).execute();
    await writer.deleteFrom('distribution_point').where('name_key', '=', key).execute();
  });
}

export async function pointDocument(database: Database, row: DistributionPointTable): Promise<PointDocument> {
  const settings = JSON.parse(row.settings_json) as Record<string, unknown>;
  const targets = await database
    .selectFrom('distribution_target')
    .select(['state'])
    .where('point_key', '=', row.name_key)
    .execute();
  const text = (name: string): string | null => {
    const value = settings[name];
    return typeof value === 'string' ? value : null;
  };
  return {
    name: row.name,
    type: row.type,
    path: text('path'),
    url: text('url'),
    groups: groupsOf(row),
    enabled: row.enabled === 1,
    settings,
    imageCount: targets.length,
    numberErrors: targets.filter(({ state }) => state === 'Error').length,
    created: row.created,
    modified: row.modified,
  };
}

/** Name of the lock of one image at one distribution point. */
export function targetLock(pointKey: string, imageId: string): string {
  return `distribution:${imageId}:${pointKey}`;
}

/** Makes the points targets of the image; those that are stay as they are. */
export async function addTargets(database: Database, imageId: string, pointKeys: readonly string[]): Promise<void> {
  if (pointKeys.length === 0) return;
  const rows = pointKeys.map(
    (point_key): DistributionTargetTable => ({
      ...{ point_key, image_id: imageId, state: 'Unknown', delivered_version: null, sha256: null, path: null },
      ...{ method: null, bytes_sent: 0, bytes_reused: 0, attempts: 0, updated: null },
      ...{ problem_json: null, warnings_json: '[]', resend_at: null, report_json: null, ask_at: null, asks: 0 },
      transmission: null,
    }),
  );
  await writeTransaction(database, (writer) =>
    writer
      .insertInto('distribution_target')
      .values(rows)
      .onConflict((conflict) => conflict.doNothing())
      .execute(),
  );
}

export async function setTarget(
  database: Database,
  target: Pick<DistributionTargetTable, 'point_key' | 'image_id'>,
  change: Partial<DistributionTargetTable>,
): Promise<void> {
  await writeTransaction(database, (writer) => changeTarget(writer, target, change));
}

/** In a transaction of the caller. */
export async function changeTarget(
  writer: Writer,
  { point_key, image_id }: Pick<DistributionTargetTable, 'point_key' | 'image_id'>,
  change: Partial<DistributionTargetTable>,
): Promise<void> {
  await writer
    .updateTable('distribution_target')
    .set(change)
    .where('point_key', '=', point_key)
    .where('image_id', '=', image_id)
    .execute();
}

export function targetRows(database: Database, imageId: string): Promise<DistributionTargetTable[]> {
  return database
    .selectFrom('distribution_target')
    .selectAll()
    .where('image_id', '=', imageId)
    .orderBy('point_key')
    .execute();
}

/** The enabled distribution points that an image goes to. */
export async function wantedPoints(database: Database, imageId: string): Promise<DistributionPointTable[]> {
  const keys = new Set((await targetRows(database, imageId)).map(({ point_key }) => point_key));
  return (await pointRows(database)).filter(({ name_key, enabled }) => enabled === 1 && keys.has(name_key));
}

/** Where an image is; `points` limits it to some. */
export async function distributionStatus(
  { database, ports }: { database: Database; ports: Ports },
  image: Pick<ImageTable, 'id' | 'name' | 'source_version' | 'size'>,
  points?: ReadonlySet<string>,
): Promise<DistributionStatus> {
  const all = new Map((await pointRows(database)).map((row) => [row.name_key, row]));
  const rows = (await targetRows(database, image.id)).filter(({ point_key }) => points?.has(point_key) ?? true);
  const targets: DistributionTarget[] = [];
  for (const row of rows) {
    const point = all.get(row.point_key);
    if (point === undefined) continue;
    const lock = await database
      .selectFrom('lock')
      .selectAll()
      .where('name', '=', targetLock(row.point_key, image.id))
      .executeTakeFirst();
    const isAtWork = lock !== undefined && (await ownerLives(ports, lock));
    const report = row.report_json === null ? null : (JSON.parse(row.report_json) as SiteReport);
    const state = stateOf(row, { isAtWork, current: image.source_version, report });
    targets.push({
      point: point.name,
      type: point.type,
      state,
      deliveredVersion: row.delivered_version,
      sha256: row.sha256,
      path: row.path,
      method: row.method,
      transmission: row.transmission,
      bytesSent: row.bytes_sent,
      bytesReused: row.bytes_reused,
      attempts: row.attempts,
      updated: row.updated,
      nextAttempt: row.resend_at,
      nextAsk: state === 'InProgress' || state === 'Error' ? row.ask_at : null,
      lastError: lastError(row, { point: point.name, state, report }),
      siteReport: report,
      warnings: JSON.parse(row.warnings_json) as string[],
    });
  }
  const number = (state: DistributionTarget['state']): number => targets.filter((each) => each.state === state).length;
  const newest = [...targets].sort((a, b) => ((a.updated ?? '') < (b.updated ?? '') ? 1 : -1));
  return {
    imageId: image.id,
    imageName: image.name,
    sourceVersion: image.source_version,
    sourceSize: image.size,
    targeted: targets.length,
    numberSuccess: number('Success'),
    numberInProgress: number('InProgress'),
    numberErrors: number('Error'),
    numberUnknown: number('Unknown'),
    lastUpdateDate: newest[0]?.updated ?? null,
    lastError: newest.find(({ lastError }) => lastError !== null)?.lastError ?? null,
    targets,
  };
}

/** A send whose process ended in the middle left no word: nobody knows how it is there. */
function stateOf(
  { state, delivered_version }: DistributionTargetTable,
  { isAtWork, current, report }: { isAtWork: boolean; current: number; report: SiteReport | null },
): DistributionTarget['state'] {
  if (isAtWork) return 'InProgress';
  if (state === 'Error') return 'Error';
  if (state !== 'Success' || delivered_version !== current) return 'Unknown';
  return report === null ? 'Success' : reportedState(report);
}

/** Of the send, or else of what the site said since. */
function lastError(
  { problem_json }: DistributionTargetTable,
  { point, state, report }: { point: string; state: DistributionTarget['state']; report: SiteReport | null },
): ProblemDocument | null {
  if (problem_json !== null) return JSON.parse(problem_json) as ProblemDocument;
  return state === 'Error' && report !== null ? problemDocument(reportedProblem(point, report)) : null;
}
