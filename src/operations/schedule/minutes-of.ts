import type { PlanOfImage } from '../../servicing/prepare.ts';

/** How long the plans of all images take, one after the other; null when nothing would be done now. */
export function minutesOf(plans: readonly PlanOfImage[]): number | null {
  const seconds = plans.reduce((sum, { plan }) => sum + plan.estimates.seconds, 0);
  return seconds === 0 ? null : Math.ceil(seconds / 60);
}
