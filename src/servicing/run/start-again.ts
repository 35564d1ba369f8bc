import { writeTransaction } from '../../site/database.ts';
import { imageLock } from '../../site/locks.ts';
import type { Engine } from './engine.ts';
import type { RunRow } from './run-store.ts';

/**
 * Puts a run that was interrupted back among those that wait: the next worker takes it. Its lock is given back. `attempt`
 * is how many attempts count so far. `goesOn`: its work folder is kept, and with it what was finished.
 */
export async function startAgain(
  { site }: Engine,
  run: RunRow,
  { attempt, goesOn }: { attempt: number; goesOn: boolean },
): Promise<void> {
  await writeTransaction(site.database, async (writer) => {
    await writer
      .updateTable('run')
      .set({
        status: 'Pending',
        attempt,
        phase: 'Waiting for a worker',
        results_json: '[]',
        errors_json: '[]',
        proof_json: null,
        stall_json: null,
        ...(goesOn ? {} : { percent: 0, work_folder: null, checkpoint_json: null }),
      })
      .where('run_id', '=', run.run_id)
      .execute();
    await writer
      .deleteFrom('lock')
      .where('name', '=', imageLock(run.image_id))
      .where('run_id', '=', run.run_id)
      .execute();
  });
}
