import type { DistributionShowRequest, DistributionShowResult } from '../../contract/generated/types.ts';
import { distributionShow as validate } from '../../contract/generated/validators/distribution.show.js';
import { openPoint } from '../../distribution/points/send.ts';
import { pointDocument, pointRow } from '../../distribution/points/targets.ts';
import type { Operation } from '../operation.ts';

export const distributionShow: Operation<DistributionShowRequest, DistributionShowResult> = {
  name: 'distribution.show',
  validate,
  async run({ name, test = false }, { site, ports, signal }) {
    const opened = await site();
    const row = await pointRow(opened.database, name);
    const checks = test ? await openPoint({ ports, site: opened, signal }, row).test() : [];
    const point = await pointDocument(opened.database, row);
    return { result: { point, checks }, partial: checks.some(({ ok }) => !ok) };
  },
};
