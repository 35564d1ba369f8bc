import type { Run } from '../../contract/generated/types.ts';
import { Problem } from '../../errors.ts';
import type { Engine } from '../../servicing/run/engine.ts';
import { type Following, followRun, followRuns } from '../../servicing/run/follow.ts';
import { storedProblem } from '../../servicing/run/stored-problem.ts';

/**
 * Follows a run and answers as a waiting command does: a run that Failed ends with its first problem,
 * one that was Canceled with ImgCanceled, both naming the run; SucceededWithErrors is partial.
 */
export async function waitForRun(
  engine: Engine,
  runId: string,
  options: Following,
): Promise<{ run: Run; partial: boolean }> {
  const run = await followRun(engine, runId, options);
  if (run.status === 'Canceled') {
    throw new Problem('ImgCanceled', { detail: `The run ${runId} was cancelled.`, instance: runId });
  }
  if (run.status === 'Failed') {
    const [first] = run.errors;
    throw first === undefined
      ? new Problem('ImgUnexpected', { detail: 'The run failed.', instance: runId })
      : storedProblem({ ...first, instance: runId });
  }
  return { run, partial: run.status === 'SucceededWithErrors' };
}

/**
 * As `waitForRun`, for several runs, followed at the same time: when all failed, with the problem of the first; else
 * partial.
 */
export async function waitForRuns(
  engine: Engine,
  runIds: readonly string[],
  options: Following,
): Promise<{ runs: Run[]; partial: boolean }> {
  const [only, ...others] = runIds;
  if (only !== undefined && others.length === 0) {
    const { run, partial } = await waitForRun(engine, only, options);
    return { runs: [run], partial };
  }
  const runs = await followRuns(engine, runIds, options);
  const bad = runs.filter(({ status }) => status === 'Failed' || status === 'Canceled');
  if (bad.length === runs.length && only !== undefined) await waitForRun(engine, only, options);
  return { runs, partial: runs.some(({ status }) => status !== 'Succeeded') };
}

/** One run as it is, several with the first of them beside. */
export function documentsOf(runs: readonly Run[]): { run: Run; runs?: Run[] } {
  const [run] = runs as [Run];
  return runs.length === 1 ? { run } : { run, runs: [...runs] };
}
