import { type AssignedUpdate, assignTo } from './assign.ts';
import type { PlanInput, PlanSetup } from './input.ts';

/** How the files of Setup on media are renewed. */
export interface SetupPlan extends PlanSetup {
  /** The dynamic update that is expanded over sources; none where the catalog has none. */
  updates: AssignedUpdate[];
}

/**
 * What becomes of Setup; null where nobody asks, or there is nothing to do it with. Without an update its programs are still
 * made those of boot.wim where that changes: Setup refuses to start where they differ.
 */
export function setupPlan({ setup = null, updates }: PlanInput, bootChanges: boolean): SetupPlan | null {
  if (setup === null) return null;
  const own = updates.flatMap((update) =>
    update.setup === undefined ? [] : [{ ...update, applicability: [{ ...update.setup, index: 1 }] }],
  );
  const { updates: taken } = assignTo({ index: 1, name: 'Setup', revision: null }, own);
  return taken.length === 0 && !bootChanges ? null : { ...setup, updates: taken };
}
