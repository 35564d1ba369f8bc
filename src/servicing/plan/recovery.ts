import { type AssignedUpdate, type Assignment, assignTo } from './assign.ts';
import type { PlanInput, PlanRecovery } from './input.ts';
import { stageOf } from './stage.ts';

/** A recovery image that is serviced: one file, wherever it lies. */
export interface RecoveryImage extends PlanRecovery {
  /** From 1, in the order of the run. */
  number: number;
  /** Indexes that get the result, each with what it has now. */
  into: number[];
  /** Where its servicing stack comes from: an update of that alone, or a cumulative update, of which nothing else goes in. */
  stackFrom: AssignedUpdate | undefined;
  updates: AssignedUpdate[];
}

/**
 * The recovery images that a run services. Files that are the same are serviced once: two servicings of one file differ in
 * bytes, and each would be stored apart.
 */
export function recoveryImages(input: PlanInput, assignments: readonly Assignment[]): RecoveryImage[] {
  const found = new Map<string, RecoveryImage>();
  for (const { index, updates } of assignments) {
    const own = updates.filter(({ kind }) => stageOf(kind) === 'recovery');
    const recovery = input.image.indexes.find((each) => each.index === index)?.recovery;
    if (own.length === 0 || recovery == null) continue;
    const key = [recovery.sha1, ...own.map(({ uniqueId }) => uniqueId)].join(' ');
    const stackFrom = stackFor(input, index, recovery);
    const known = found.get(key);
    if (known === undefined) {
      found.set(key, { ...recovery, number: found.size + 1, into: [index], stackFrom, updates: own });
    } else {
      known.into.push(index);
      known.stackFrom ??= stackFrom;
    }
  }
  return [...found.values()];
}

/** The update that brings the servicing stack, also where Windows itself has it: the recovery image inside may be older. */
function stackFor({ updates }: PlanInput, index: number, recovery: PlanRecovery): AssignedUpdate | undefined {
  const stage = recovery.isStackApart === true ? 'stack' : 'cumulative';
  const known = updates
    .filter(({ kind }) => stageOf(kind) === stage)
    .map((update) => ({
      ...update,
      applicability: update.applicability
        .filter(({ status }) => status !== 'NotSupported')
        .map((each) => ({ ...each, status: 'Applicable' as const, checkpoints: [] })),
    }));
  return assignTo({ index, name: '', revision: null }, known).updates[0];
}
