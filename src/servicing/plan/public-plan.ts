import type { Plan } from '../../contract/generated/types.ts';
import type { ServicingPlan } from './plan.ts';

/** The plan as the contract shows it. */
export function publicPlan(plan: ServicingPlan): Plan {
  const { steps, skipped, notAsked, alreadyThere, warnings, estimates, rehearsal } = plan;
  return { steps, skipped: [...skipped, ...notAsked], alreadyThere, warnings, estimates, rehearsal };
}
