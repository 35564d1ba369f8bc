import type { RunShowRequest, RunShowResult } from '../../contract/generated/types.ts';
import { runShow as validate } from '../../contract/generated/validators/run.show.js';
import { findRun, runDocument } from '../../servicing/run/run-store.ts';
import type { Operation } from '../operation.ts';

export const runShow: Operation<RunShowRequest, RunShowResult> = {
  name: 'run.show',
  validate,
  async run({ runId }, { site }) {
    const { database } = await site();
    return { result: { run: await runDocument(database, await findRun(database, runId)) } };
  },
};
