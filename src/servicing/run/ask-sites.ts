import type { SiteReport } from '../../contract/generated/types.ts';
import { type DueAsk, dueAsks, nextAsk, unfinishedProblem } from '../../distribution/points/ask-again.ts';
import { failureFact } from '../../distribution/points/failure-fact.ts';
import { askSite } from '../../distribution/points/refresh-reports.ts';
import { asProblem } from '../../errors.ts';
import { reportFact } from '../../notification/report-fact.ts';
import { writeTransaction } from '../../site/database.ts';
import { whileHolding } from '../../site/locks.ts';
import type { Engine } from './engine.ts';

/**
 * Asks the sites whose time has come how far their distribution points are, and notes when each is asked next: later and
 * later, until it has ended or was asked for three days. Gives whether any was asked; one that does not answer is asked
 * again like one that has not ended. Throws the reason of the signal.
 */
export async function askDueSites(engine: Engine, signal: AbortSignal): Promise<boolean> {
  const { ports, site } = engine;
  const { database } = site;
  let hasAsked = false;
  for (const { target } of await dueAsks(database, ports.clock.now())) {
    await whileHolding({ database, ports }, `asking:${target.image_id}:${target.point_key}`, {
      async work() {
        // Looked at again under the lock: another worker may have been here, or somebody may have sent.
        const due = (await dueAsks(database, ports.clock.now())).find(
          (each) => each.target.point_key === target.point_key && each.target.image_id === target.image_id,
        );
        if (due === undefined) return;
        hasAsked = true;
        await askDue(engine, due, signal);
      },
      refused: () => undefined,
    });
  }
  return hasAsked;
}

async function askDue(engine: Engine, due: DueAsk, signal: AbortSignal): Promise<void> {
  const { ports, site, emit } = engine;
  const { target, image, point } = due;
  const onNote = (message: string): void => emit({ level: 'warning', type: 'distribution.note', message });
  await askSite({ ports, site, signal, onNote }, due).catch((error: unknown) => {
    signal.throwIfAborted();
    onNote(`${point.name}: ${asProblem(error).message}`);
  });
  const now = ports.clock.now();
  const asks = target.asks + 1;
  const ask_at = nextAsk(asks, now);
  await writeTransaction(site.database, async (writer) => {
    const { numUpdatedRows } = await writer
      .updateTable('distribution_target')
      .set({ asks, ask_at })
      .where('point_key', '=', target.point_key)
      .where('image_id', '=', target.image_id)
      // Null where it has ended: that is kept.
      .where('ask_at', '=', target.ask_at)
      .executeTakeFirst();
    if (numUpdatedRows !== 1n || ask_at !== null || target.delivered_version !== image.source_version) return;
    const { report_json } = await writer
      .selectFrom('distribution_target')
      .select('report_json')
      .where('point_key', '=', target.point_key)
      .where('image_id', '=', target.image_id)
      .executeTakeFirstOrThrow();
    const problem = unfinishedProblem(point.name, JSON.parse(report_json ?? '') as SiteReport);
    onNote(problem.message);
    const content = { imageId: image.id, imageName: image.name, sourceVersion: image.source_version };
    await reportFact(writer, failureFact(content, point, { problem, attempts: asks, at: now.toISOString() }));
  });
}
