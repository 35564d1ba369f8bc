import type { Plan } from '../../contract/generated/types.ts';
import type { ServicingPlan } from './plan.ts';

/** The plan as the contract shows it. */
export function publicPlan({ steps, skipped, alreadyThere, warnings, estimates, rehearsal }: ServicingPlan): Plan {
  return { steps, skipped, alreadyThere, warnings, estimates, rehearsal };
}
