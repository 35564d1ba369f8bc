import type { DistributionListRequest, DistributionListResult } from '../../contract/generated/types.ts';
import { distributionList as validate } from '../../contract/generated/validators/distribution.list.js';
import { groupsOf, pointDocument, pointRows } from '../../distribution/points/targets.ts';
import { matchesWildcard } from '../../wildcard.ts';
import type { Operation } from '../operation.ts';

export const distributionList: Operation<DistributionListRequest, DistributionListResult> = {
  name: 'distribution.list',
  validate,
  async run({ name = '*', group }, { site }) {
    const { database } = await site();
    const rows = (await pointRows(database)).filter(
      (row) =>
        matchesWildcard(row.name_key, name.toLowerCase()) &&
        (group === undefined || groupsOf(row).some((each) => each.toLowerCase() === group.toLowerCase())),
    );
    const points = await Promise.all(rows.map((row) => pointDocument(database, row)));
    return { result: { points, next: null } };
  },
};
