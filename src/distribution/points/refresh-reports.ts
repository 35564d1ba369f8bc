import type { SiteReport } from '../../contract/generated/types.ts';
import { asProblem } from '../../errors.ts';
import type { ImageTable } from '../../images/tables.ts';
import { reportFact } from '../../notification/report-fact.ts';
import { writeTransaction } from '../../site/database.ts';
import type { DistributionPointTable, DistributionTargetTable } from '../tables.ts';
import { hasEnded } from './ask-again.ts';
import { failureFact } from './failure-fact.ts';
import { openPoint, type Sending } from './send.ts';
import { reportedProblem, reportedState } from './site-report.ts';
import { changeTarget, pointRow, targetRows } from './targets.ts';

type Asked = Pick<ImageTable, 'id' | 'name' | 'source_version'>;

/**
 * Asks sites how far their distribution points are with an image: those that were not done when they were asked last, or
 * all of them. One that does not answer leaves what it said last, and is noted. Throws the reason of the signal.
 */
export async function refreshReports(
  sending: Sending,
  image: Asked,
  { keys, all }: { keys: ReadonlySet<string> | undefined; all: boolean },
): Promise<void> {
  const { site, signal, onNote } = sending;
  for (const row of await targetRows(site.database, image.id)) {
    if (row.report_json === null || row.state !== 'Success' || keys?.has(row.point_key) === false) continue;
    if (!all && reportedState(JSON.parse(row.report_json) as SiteReport) === 'Success') continue;
    const point = await pointRow(site.database, row.point_key);
    try {
      await askSite(sending, { target: row, image, point });
    } catch (error) {
      signal.throwIfAborted();
      onNote?.(`${point.name}: ${asProblem(error).message}`);
    }
  }
}

/**
 * Asks the site of one target how far it is, and notes what it says; one that has ended is asked no more by workers. Gives
 * the report; undefined where its kind has none, or somebody sent again meanwhile. Throws Problem.
 */
export async function askSite(
  sending: Sending,
  { target, image, point }: { target: DistributionTargetTable; image: Asked; point: DistributionPointTable },
): Promise<SiteReport | undefined> {
  const { ports, site } = sending;
  if (target.report_json === null) return undefined;
  const report = await openPoint(sending, point).report?.(JSON.parse(target.report_json) as SiteReport);
  if (report === undefined) return undefined;
  const at = ports.clock.now().toISOString();
  return writeTransaction(site.database, async (writer) => {
    const { numUpdatedRows } = await writer
      .updateTable('distribution_target')
      .set({ report_json: JSON.stringify(report), updated: at })
      .where('point_key', '=', target.point_key)
      .where('image_id', '=', target.image_id)
      .where('state', '=', 'Success')
      .where('report_json', '=', target.report_json)
      .executeTakeFirst();
    if (numUpdatedRows !== 1n) return undefined;
    if (hasEnded(report)) await changeTarget(writer, target, { ask_at: null });
    if (reportedState(report) === 'Error' && target.delivered_version === image.source_version) {
      const content = { imageId: image.id, imageName: image.name, sourceVersion: image.source_version };
      const problem = reportedProblem(point.name, report);
      await reportFact(writer, failureFact(content, point, { problem, attempts: 1, at }));
    }
    return report;
  });
}
