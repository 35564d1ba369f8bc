import { type Assignment, assignTo } from './assign.ts';
import type { PlanBootImage, PlanInput } from './input.ts';
import { stageOf } from './stage.ts';

/** boot.wim of media, as a run services it: all of its indexes, or the file stays as it is. */
export interface BootImagePlan extends PlanBootImage {
  /** Indexes that get something, in order. */
  assignments: Assignment[];
}

/**
 * What goes into boot.wim of the media; null where nothing does. Of the updates of a run its indexes get the servicing
 * stack and the cumulative update, each measured against the index's own revision.
 */
export function bootImagePlan({ boot = null, updates }: PlanInput): BootImagePlan | null {
  if (boot === null) return null;
  const own = updates
    .filter(({ kind }) => ['stack', 'cumulative'].includes(stageOf(kind) ?? ''))
    .map((update) => ({ ...update, applicability: update.bootApplicability ?? [] }));
  const assignments = boot.indexes
    .map((index) => assignTo(index, own))
    .filter(({ updates: taken }) => taken.length > 0);
  return assignments.length === 0 ? null : { ...boot, assignments };
}
