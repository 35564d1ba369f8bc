import { sendImage } from '../../distribution/points/send.ts';
import { wantedPoints } from '../../distribution/points/targets.ts';
import { Problem } from '../../errors.ts';
import { storedProblem } from '../run/stored-problem.ts';
import type { Step } from './step.ts';

/**
 * Sends the published file to the distribution points that the image goes to. The image is published already: what
 * happens at a distribution point is told with the run, which then ends with errors, and a worker tries again later.
 */
export const distribute: Step = {
  kind: 'distribute',
  weight: 3,
  async run(_step, { ports, site, database, image, outcome, log, signal, progress, warn }) {
    if (outcome.published === undefined) return;
    const current = await database.selectFrom('image').selectAll().where('id', '=', image.id).executeTakeFirstOrThrow();
    const points = await wantedPoints(database, image.id);
    const shares = new Map<string, number>();
    const note = (message: string): void => {
      warn(message);
      log.write(message, 'Warning');
    };
    const onProgress = (point: string, done: number, total: number): void => {
      shares.set(point, done / Math.max(1, total));
      progress(([...shares.values()].reduce((sum, share) => sum + share, 0) / points.length) * 100);
    };
    try {
      const { targets } = await sendImage({ ports, site, signal, onNote: note, onProgress }, current, points);
      for (const { point, state, deliveredVersion, lastError, warnings, siteReport } of targets) {
        outcome.warnings.push(...warnings.map((warning) => `${point}: ${warning}`));
        if (state === 'Success') log.write(`Sent source version ${deliveredVersion} to ${point}`);
        if (state === 'InProgress' && siteReport !== null) {
          log.write(
            `${point} was told of source version ${deliveredVersion}: ${siteReport.packageId} ${siteReport.awaitedVersion}`,
          );
        }
        if (state !== 'Error' || lastError === null) continue;
        const { id, facts } = storedProblem(lastError);
        outcome.problems.push(new Problem(id, { ...facts, detail: `${point}: ${facts.detail}` }));
      }
    } catch (error) {
      if (signal.aborted) {
        outcome.warnings.push(
          'The sending to the distribution points was interrupted; their status tells what is where.',
        );
      }
      throw error;
    }
  },
};
