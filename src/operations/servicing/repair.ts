import type { ServicingRepairRequest, ServicingRepairResult } from '../../contract/generated/types.ts';
import { servicingRepair as validate } from '../../contract/generated/validators/servicing.repair.js';
import { inspectLeftovers } from '../../servicing/run/leftovers.ts';
import { cleanFolders, recover } from '../../servicing/run/recover.ts';
import { startWorker } from '../../servicing/run/start-worker.ts';
import { engineOf } from '../engine-of.ts';
import type { Operation } from '../operation.ts';

export const servicingRepair: Operation<ServicingRepairRequest, ServicingRepairResult> = {
  name: 'servicing.repair',
  validate,
  async run({ force = false }, context) {
    const engine = await engineOf(context);
    if (context.dryRun) return { result: { found: await inspectLeftovers(engine), applied: false } };
    const found = [...(await recover(engine, { force })), ...(await cleanFolders(engine))];
    if (found.some(({ kind, mended }) => kind === 'run' && mended)) await startWorker(engine);
    return { result: { found, applied: true }, partial: found.some(({ mended }) => !mended) };
  },
};
