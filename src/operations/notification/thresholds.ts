import type { Thresholds } from '../../notification/store.ts';

/** The thresholds that a request names, without those that it leaves out. */
export function thresholdsIn({ imageAge, supportEnds, syncAge, overdue }: Partial<Thresholds>): Partial<Thresholds> {
  const named = Object.entries({ imageAge, supportEnds, syncAge, overdue }).filter(([, value]) => value !== undefined);
  return Object.fromEntries(named);
}
