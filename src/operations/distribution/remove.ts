import type { DistributionRemoveRequest, DistributionRemoveResult } from '../../contract/generated/types.ts';
import { distributionRemove as validate } from '../../contract/generated/validators/distribution.remove.js';
import { pointDocument, pointRow, removePoint } from '../../distribution/points/targets.ts';
import type { Operation } from '../operation.ts';

export const distributionRemove: Operation<DistributionRemoveRequest, DistributionRemoveResult> = {
  name: 'distribution.remove',
  validate,
  async run({ name }, { site, dryRun }) {
    const { database } = await site();
    const row = await pointRow(database, name);
    const point = await pointDocument(database, row);
    if (!dryRun) await removePoint(database, row.name_key);
    return { result: { point, applied: !dryRun, warnings: [] } };
  },
};
