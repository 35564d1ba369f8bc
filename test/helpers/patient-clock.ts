import { systemClock } from '../../src/ports/clock.ts';
import type { Month } from './month.ts';

/** Waits of a minute are short in a month; patience with a distribution point, which is a pause that is given up, is not. */
export function keepPatience(month: Month): void {
  const short = month.ports.clock.pause;
  const pause: typeof short = (time, signal) => (time < 100_000 ? short : systemClock.pause)(time, signal);
  Object.assign(month.ports.clock, { pause });
}
