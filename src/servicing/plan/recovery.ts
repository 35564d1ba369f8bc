import type { AssignedUpdate, Assignment } from './assign.ts';
import type { PlanInput, PlanRecovery } from './input.ts';
import { stageOf } from './stage.ts';

/** A recovery image that is serviced: one file, wherever it lies. */
export interface RecoveryImage extends PlanRecovery {
  /** From 1, in the order of the run. */
  number: number;
  /** Indexes that get the result, each with what it has now. */
  into: number[];
  /** The cumulative update whose servicing stack the recovery image needs; nothing else of it goes in. */
  stackFrom: AssignedUpdate | undefined;
  updates: AssignedUpdate[];
}

/**
 * The recovery images that a run services. Files that are the same are serviced once: two servicings of one file differ in
 * bytes, and each would be stored apart.
 */
export function recoveryImages({ image }: PlanInput, assignments: readonly Assignment[]): RecoveryImage[] {
  const found = new Map<string, RecoveryImage>();
  for (const { index, updates } of assignments) {
    const own = updates.filter(({ kind }) => stageOf(kind) === 'recovery');
    const recovery = image.indexes.find((each) => each.index === index)?.recovery;
    if (own.length === 0 || recovery == null) continue;
    const key = [recovery.sha1, ...own.map(({ uniqueId }) => uniqueId)].join(' ');
    const known = found.get(key);
    if (known !== undefined) known.into.push(index);
    else {
      const stackFrom = updates.find(({ kind }) => stageOf(kind) === 'cumulative');
      found.set(key, { ...recovery, number: found.size + 1, into: [index], stackFrom, updates: own });
    }
  }
  return [...found.values()];
}
