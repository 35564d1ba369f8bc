/**
 * Sites that fetch content by themselves, and are asked how far they are until they end: after a minute, then after twice as
 * long each time, up to an hour. A status that somebody asks for asks too, and changes nothing of this.
 */
import type { SiteReport } from '../../contract/generated/types.ts';
import { Problem } from '../../errors.ts';
import type { ImageTable } from '../../images/tables.ts';
import type { Database } from '../../site/database.ts';
import type { DistributionPointTable, DistributionTargetTable } from '../tables.ts';
import { pointRows } from './targets.ts';

/** Milliseconds. */
const firstWait = 60_000;
const longestWait = 60 * 60_000;
/** Questions after which a person must look: three days. */
export const mostAsks = 77;

/** When a site is asked next that was asked so often since the send; null: no more by itself. */
export function nextAsk(asked: number, now: Date): string | null {
  if (asked >= mostAsks) return null;
  return new Date(now.getTime() + Math.min(longestWait, firstWait * 2 ** asked)).toISOString();
}

/** Whether all distribution points of a site have the version that was told, or have failed. */
export function hasEnded({
  awaitedVersion,
  sourceVersion,
  targeted,
  numberSuccess,
  numberErrors,
}: Pick<SiteReport, 'awaitedVersion' | 'sourceVersion' | 'targeted' | 'numberSuccess' | 'numberErrors'>): boolean {
  return sourceVersion >= awaitedVersion && targeted > 0 && numberSuccess + numberErrors >= targeted;
}

/** What a send leaves for those who ask: null where there is nothing to wait for. */
export function firstAsk(report: SiteReport | undefined, now: Date): Pick<DistributionTargetTable, 'ask_at' | 'asks'> {
  return { ask_at: report === undefined || hasEnded(report) ? null : nextAsk(0, now), asks: 0 };
}

/** When a site is asked next; undefined: none is waited for. */
export async function nextAskOf(database: Database): Promise<Date | undefined> {
  const row = await database
    .selectFrom('distribution_target')
    .innerJoin('distribution_point', 'distribution_point.name_key', 'distribution_target.point_key')
    .innerJoin('image', 'image.id', 'distribution_target.image_id')
    .select('ask_at')
    .where('ask_at', 'is not', null)
    .where('state', '=', 'Success')
    .where('enabled', '=', 1)
    .orderBy('ask_at')
    .executeTakeFirst();
  return row?.ask_at == null ? undefined : new Date(row.ask_at);
}

export interface DueAsk {
  target: DistributionTargetTable;
  image: Pick<ImageTable, 'id' | 'name' | 'source_version'>;
  point: DistributionPointTable;
}

/** Targets whose site is to be asked now. Distribution points that are switched off wait. */
export async function dueAsks(database: Database, now: Date): Promise<DueAsk[]> {
  const targets = await database
    .selectFrom('distribution_target')
    .selectAll()
    .where('ask_at', '<=', now.toISOString())
    .where('state', '=', 'Success')
    .orderBy('ask_at')
    .execute();
  if (targets.length === 0) return [];
  const points = (await pointRows(database)).filter(({ enabled }) => enabled === 1);
  const due: DueAsk[] = [];
  for (const target of targets) {
    const point = points.find(({ name_key }) => name_key === target.point_key);
    const image = await database
      .selectFrom('image')
      .select(['id', 'name', 'source_version'])
      .where('id', '=', target.image_id)
      .executeTakeFirst();
    if (point !== undefined && image !== undefined && target.report_json !== null) due.push({ target, image, point });
  }
  return due;
}

/** Of a site that did not end in all that time. */
export function unfinishedProblem(
  point: string,
  { packageId, awaitedVersion, targeted, numberSuccess }: SiteReport,
): Problem {
  return new Problem('ImgPointSiteUnfinished', {
    detail: `${point}: after three days ${numberSuccess} of ${targeted} distribution points of the site have version ${awaitedVersion} of ${packageId}. It is not asked any more by itself.`,
  });
}
