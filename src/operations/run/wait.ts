import type { RunWaitRequest, RunWaitResult } from '../../contract/generated/types.ts';
import { runWait as validate } from '../../contract/generated/validators.js';
import { engineOf } from '../engine-of.ts';
import type { Operation } from '../operation.ts';
import { waitForRun } from './wait-for-run.ts';

export const runWait: Operation<RunWaitRequest, RunWaitResult> = {
  name: 'run.wait',
  positional: 'runId',
  validate,
  async run({ runId, timeout }, context) {
    const { run, partial } = await waitForRun(await engineOf(context), runId, { timeout, signal: context.signal });
    return { result: { run }, partial };
  },
};
