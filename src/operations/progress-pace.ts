import type { Ports } from '../ports/index.ts';

/** Events of progress are at least so many milliseconds apart. */
const interval = 200;

/**
 * Says of each step whether it is told: one in 200 ms, and the last one always. Nothing is told of a `total` of 0; where it
 * is not known, it is infinite.
 */
export function progressPace({ clock }: Pick<Ports, 'clock'>): (done: number, total: number) => boolean {
  let last = Number.NEGATIVE_INFINITY;
  return (done, total) => {
    const now = clock.now().getTime();
    if (total === 0 || (now - last < interval && done < total)) return false;
    last = now;
    return true;
  };
}
