import type { UpdateResult } from '../../contract/generated/types.ts';
import { type Assignment, beatenReason } from './assign.ts';
import type { PlanUpdate } from './input.ts';

/**
 * What is known before a run of the updates that do not go in, per index that is serviced: there already, or nothing
 * for it. An update that goes into another index of the same file is not told to be unsupported in this one: files with
 * several editions are the rule.
 */
export function leftOutResults(assignments: Assignment[], updates: PlanUpdate[]): UpdateResult[] {
  const somewhere = new Set(assignments.flatMap((each) => each.updates.map(({ uniqueId }) => uniqueId)));
  return assignments.flatMap(({ index, updates: taken }) =>
    updates
      .filter(({ uniqueId }) => !taken.some((each) => each.uniqueId === uniqueId || goesAlong(each, uniqueId)))
      .filter(({ applicability }) => applicability.some((each) => each.index === index))
      .map((update) => resultIn(update, index))
      .filter(({ uniqueId, result }) => result === 'AlreadyInstalled' || !somewhere.has(uniqueId)),
  );
}

/** Its outcome is that of the update that takes it along. */
function goesAlong({ checkpoints = [] }: Assignment['updates'][number], uniqueId: string): boolean {
  return checkpoints.some((each) => each.uniqueId === uniqueId);
}

function resultIn({ uniqueId, articleId, title, kind, applicability }: PlanUpdate, index: number): UpdateResult {
  const facts = applicability.find((each) => each.index === index);
  const beaten = facts?.status === 'Applicable';
  return {
    ...{ uniqueId, articleId, title, kind, index },
    result: facts?.status === 'Present' ? 'AlreadyInstalled' : 'NotSupported',
    errorCode: null,
    message: beaten ? beatenReason : (facts?.reason ?? ''),
  };
}
