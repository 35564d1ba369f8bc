import type { UpdateResult } from '../../contract/generated/types.ts';
import type { Assignment } from './assign.ts';
import type { PlanUpdate } from './input.ts';

/**
 * What is known before a run of the updates that do not go in, per index that is serviced: there already, or nothing
 * for it. Every update of the order has a result in every index in the end.
 */
export function leftOutResults(assignments: Assignment[], updates: PlanUpdate[]): UpdateResult[] {
  return assignments.flatMap(({ index, updates: taken }) =>
    updates
      .filter(({ uniqueId }) => !taken.some((each) => each.uniqueId === uniqueId))
      .map(({ uniqueId, articleId, title, applicability }) => {
        const facts = applicability.find((each) => each.index === index);
        const beaten = facts?.status === 'Applicable';
        return {
          ...{ uniqueId, articleId, title, index },
          result: facts?.status === 'Present' ? 'AlreadyInstalled' : 'NotSupported',
          errorCode: null,
          message: beaten ? 'A newer cumulative update of the list holds it.' : (facts?.reason ?? ''),
        };
      }),
  );
}
