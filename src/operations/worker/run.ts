import type { WorkerRunRequest, WorkerRunResult } from '../../contract/generated/types.ts';
import { workerRun as validate } from '../../contract/generated/validators/worker.run.js';
import { asProblem } from '../../errors.ts';
import { servicingLog } from '../../report/servicing-log.ts';
import { work } from '../../servicing/run/worker.ts';
import { engineOf } from '../engine-of.ts';
import type { Operation } from '../operation.ts';

export const workerRun: Operation<WorkerRunRequest, WorkerRunResult> = {
  name: 'worker.run',
  validate,
  async run({ once = false }, context) {
    const engine = await engineOf(context);
    const log = servicingLog(engine.ports, [engine.site.logFolder]);
    log.write(`Worker ${engine.ports.self.pid} started`);
    try {
      const worked = await work(engine, { once, signal: context.signal });
      log.write(`Worker ${engine.ports.self.pid} ended after ${worked.ran.length} run(s)`);
      return { result: { ...worked } };
    } catch (error) {
      const { id, message } = asProblem(error);
      log.write(`Worker ${engine.ports.self.pid} ended: ${id}: ${message}`, 'Error');
      throw error;
    }
  },
};
