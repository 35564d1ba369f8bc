/** Takes the steps of a plan in order, and has the journal say at each moment how far they are. */
import type { PlanStep } from '../../contract/generated/types.ts';
import { Problem, problemDocument } from '../../errors.ts';
import { writeTransaction } from '../../site/database.ts';
import type { ServicingPlan } from '../plan/plan.ts';
import { steps } from '../steps/index.ts';
import type { Work } from '../steps/step.ts';
import { checkpointAfter } from './checkpoint.ts';
import type { Engine } from './engine.ts';
import { type Journal, phaseOf } from './journal.ts';

/** The steps of a plan from a place on. */
interface Way {
  plan: ServicingPlan;
  image: Work['image'];
  /** The work folder. */
  root: string;
  from: number;
}

/** Throws what a step throws; the journal then says which one failed. */
export async function takeSteps(
  { from, ...planned }: Way,
  journal: Journal,
  work: Work,
  engine: Engine,
): Promise<void> {
  for (const [at, step] of planned.plan.steps.entries()) {
    if (at < from) continue;
    work.signal.throwIfAborted();
    const kind = steps.get(step.kind);
    if (kind === undefined) throw new Problem('ImgUnexpected', { detail: `There is no step of kind ${step.kind}.` });
    await journal.started(step);
    engine.emit({
      level: 'info',
      type: 'step.started',
      message: phaseOf(step),
      runId: work.runId,
      step: eventStep(step),
    });
    try {
      await kind.run(step, {
        ...work,
        progress: (percent) => journal.progress(step, percent),
        begins: (intent) => journal.begins(intent, { finished: at + 1, outcome: work.outcome }),
      });
    } catch (error) {
      await journal.failed(step, error instanceof Error ? error.message : String(error));
      throw error;
    }
    await saveOutcome(work);
    await journal.succeeded(step, await checkpointAfter(at + 1, planned, work.outcome, work.ports));
  }
}

/** What was reached so far outlives this process: a run whose file was published is completed from it by recovery. */
async function saveOutcome({ database, runId, outcome }: Work): Promise<void> {
  await writeTransaction(database, (writer) =>
    writer
      .updateTable('run')
      .set({
        results_json: JSON.stringify(outcome.results),
        errors_json: JSON.stringify(outcome.problems.map(problemDocument)),
        ...(outcome.proof === undefined ? {} : { proof_json: JSON.stringify(outcome.proof) }),
        ...(outcome.finished === undefined ? {} : { rehearsal: outcome.finished.rehearsal ? 1 : 0 }),
      })
      .where('run_id', '=', runId)
      .execute(),
  );
}

function eventStep({ id, kind, index }: PlanStep): { id: string; kind: string; index?: number } {
  return { id, kind, ...(index === undefined ? {} : { index }) };
}
