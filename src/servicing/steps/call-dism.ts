import type { PlanStep } from '../../contract/generated/types.ts';
import { DismError } from '../../dism/dism-error.ts';
import type { CallOptions } from '../../dism/types.ts';
import { dismProblem, meaningBeside } from '../dism-problem.ts';
import type { Work } from './step.ts';

/** Milliseconds to wait before each further attempt at a call that failed for something that passes. */
const pauses: readonly number[] = [2_000, 5_000, 10_000];
/** The servicing host crashed: once more, never often. */
const hostCrashed = 1726;
/** What an unmount means by it is that it did its work; see `unmount.ts`. */
const partlyUnmounted = 0xc1420117;

/**
 * Calls DISM for a step: own log file, own scratch folder, progress and cancellation of the run. What fails for a reason
 * that passes (class R) is called again after a pause, unless `once` says that the call cannot be repeated. Throws Problem.
 */
export async function callDism<T>(
  step: PlanStep,
  work: Work,
  call: (options: Required<Pick<CallOptions, 'logPath' | 'scratchDir'>> & CallOptions) => Promise<T>,
  { once = false }: { once?: boolean } = {},
): Promise<T> {
  const options = {
    logPath: work.folder.dismLog(step.id),
    scratchDir: work.folder.scratch,
    signal: work.signal,
    onProgress: work.progress,
    onStarted: work.toolStarted,
  };
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await call(options);
    } catch (error) {
      if (!(error instanceof DismError)) throw error;
      const words = meaningBeside(error, error.message);
      const beside = words === '' ? '' : ` (${words})`;
      work.log.write(`${step.kind} returned code ${error.hex}: ${error.message}${beside}`, 'Error');
      const pause = once ? undefined : pauseBefore(error, attempt);
      if (pause === undefined) throw dismProblem(error, work.runId);
      work.log.write(`${step.kind} is tried again in ${pause / 1000} s`, 'Warning');
      await work.ports.clock.pause(pause, work.signal);
    }
  }
}

/** How long to wait before the next attempt; undefined when there shall be none. */
function pauseBefore({ reason, class: reaction, code }: DismError, attempt: number): number | undefined {
  if (reason !== 'failed' || reaction !== 'R' || code === partlyUnmounted) return undefined;
  return code === hostCrashed && attempt > 0 ? undefined : pauses[attempt];
}
