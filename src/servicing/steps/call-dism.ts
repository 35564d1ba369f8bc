import type { PlanStep } from '../../contract/generated/types.ts';
import { DismError } from '../../dism/dism-error.ts';
import { type LogSummary, logSummary } from '../../dism/log.ts';
import type { CallOptions } from '../../dism/types.ts';
import { dismProblem, meaningBeside } from '../dism-problem.ts';
import type { Work } from './step.ts';

/**
 * Makes a further attempt safe, whatever the failed one left behind, and says whether it may be made. What is half done
 * is another thing for every command, so every step says it for itself.
 */
export type MakeReady = (failed: DismError) => Promise<boolean> | boolean;

/**
 * Calls DISM for a step: own log file, own scratch folder, progress of the run; a run that is cancelled gives the
 * tool a while to end by itself. What the
 * code table says to try again is called again after its waits, if `makeReady` allows it. Throws Problem.
 */
export async function callDism<T>(
  step: PlanStep,
  work: Work,
  call: (options: Required<Pick<CallOptions, 'logPath' | 'scratchDir'>> & CallOptions) => Promise<T>,
  makeReady: MakeReady,
): Promise<T> {
  const options = {
    logPath: work.folder.dismLog(step.id),
    scratchDir: work.folder.scratch,
    signal: work.toolSignal,
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
      const pause = error.waits[attempt];
      if (pause === undefined || !(await isReady(work, error, makeReady)))
        throw dismProblem(error, work.runId, summed(work, error));
      work.log.write(`${step.kind} is tried again in ${pause / 1000} s`, 'Warning');
      await work.ports.clock.pause(pause, work.signal);
    }
  }
}

/** The lines of the tool's log that say why; undefined where there is no log to read. The log of the run gets the first. */
function summed({ ports, log }: Work, { logPath, code }: DismError): LogSummary | undefined {
  if (logPath === undefined || ports.files.facts(logPath)?.kind !== 'file') return undefined;
  try {
    const summary = logSummary(ports.files.tail(logPath, LONGEST_LOG), code);
    if (summary.firstError !== '') log.write(`The first error in ${logPath}: ${summary.firstError}`, 'Error');
    return summary;
  } catch {
    // A log that cannot be read must not hide the failure that it is about.
    return undefined;
  }
}

/** A cumulative update writes some 50 MB at the level of details; what failed stands at the end. */
const LONGEST_LOG = 64 * 1024 * 1024;

/** A tool that cannot be asked what it left cannot be called again either; the first failure is the one to tell. */
async function isReady({ log }: Work, failed: DismError, makeReady: MakeReady): Promise<boolean> {
  try {
    return await makeReady(failed);
  } catch (error) {
    if (!(error instanceof DismError)) throw error;
    log.write(`What the call left could not be seen: ${error.message}`, 'Error');
    return false;
  }
}
