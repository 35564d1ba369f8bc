import type { PlanStep } from '../../contract/generated/types.ts';
import { DismError } from '../../dism/dism-error.ts';
import type { CallOptions } from '../../dism/types.ts';
import { dismProblem } from '../dism-problem.ts';
import type { Work } from './step.ts';

/** Calls DISM for a step: own log file, own scratch folder, progress and cancellation of the run. Throws Problem. */
export async function callDism<T>(
  step: PlanStep,
  work: Work,
  call: (options: Required<Pick<CallOptions, 'logPath' | 'scratchDir'>> & CallOptions) => Promise<T>,
): Promise<T> {
  const options = {
    logPath: work.folder.dismLog(step.id),
    scratchDir: work.folder.scratch,
    signal: work.signal,
    onProgress: work.progress,
    onStarted: work.toolStarted,
  };
  try {
    return await call(options);
  } catch (error) {
    if (!(error instanceof DismError)) throw error;
    work.log.write(`${step.kind} returned code ${error.hex}: ${error.message}`, 'Error');
    throw dismProblem(error, work.runId);
  }
}
