import type { RunWaitRequest, RunWaitResult } from '../../contract/generated/types.ts';
import { runWait as validate } from '../../contract/generated/validators.js';
import { engineOf } from '../engine-of.ts';
import type { Operation } from '../operation.ts';
import { documentsOf, waitForRuns } from './wait-for-run.ts';

export const runWait: Operation<RunWaitRequest, RunWaitResult> = {
  name: 'run.wait',
  positional: 'runId',
  validate,
  async run({ runId, runIds = [], timeout }, context) {
    const ids = [...new Set([runId, ...runIds])];
    const { runs, partial } = await waitForRuns(await engineOf(context), ids, { timeout, signal: context.signal });
    return { result: documentsOf(runs), partial };
  },
};
