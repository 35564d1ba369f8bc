import type { SiteReport } from '../../contract/generated/types.ts';
import { asProblem } from '../../errors.ts';
import type { ImageTable } from '../../images/tables.ts';
import { reportFact } from '../../notification/report-fact.ts';
import { writeTransaction } from '../../site/database.ts';
import { failureFact } from './failure-fact.ts';
import { openPoint, type Sending } from './send.ts';
import { reportedProblem, reportedState } from './site-report.ts';
import { changeTarget, pointRow, targetRows } from './targets.ts';

/**
 * Asks sites how far their distribution points are with an image: those that were not done when they were asked last, or
 * all of them. One that does not answer leaves what it said last, and is noted. Throws the reason of the signal.
 */
export async function refreshReports(
  sending: Sending,
  image: Pick<ImageTable, 'id' | 'name' | 'source_version'>,
  { keys, all }: { keys: ReadonlySet<string> | undefined; all: boolean },
): Promise<void> {
  const { ports, site, signal, onNote } = sending;
  for (const row of await targetRows(site.database, image.id)) {
    if (row.report_json === null || row.state !== 'Success' || keys?.has(row.point_key) === false) continue;
    const before = JSON.parse(row.report_json) as SiteReport;
    if (!all && reportedState(before) === 'Success') continue;
    const point = await pointRow(site.database, row.point_key);
    try {
      const report = await openPoint(sending, point).report?.(before);
      if (report === undefined) continue;
      const at = ports.clock.now().toISOString();
      await writeTransaction(site.database, async (writer) => {
        await changeTarget(writer, row, { report_json: JSON.stringify(report), updated: at });
        if (reportedState(report) !== 'Error' || row.delivered_version !== image.source_version) return;
        const content = { imageId: image.id, imageName: image.name, sourceVersion: image.source_version };
        const problem = reportedProblem(point.name, report);
        await reportFact(writer, failureFact(content, point, { problem, attempts: 1, at }));
      });
    } catch (error) {
      signal.throwIfAborted();
      onNote?.(`${point.name}: ${asProblem(error).message}`);
    }
  }
}
