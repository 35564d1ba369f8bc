import type { Ports } from '../../ports/index.ts';

/** How often the same request is sent at most, the first time included. */
export const mostAttempts = 10;
const firstPause = 1000;
const longestPause = 120_000;
/** A server that wants to be left alone for longer than this is left alone. */
export const longestRetryAfter = 15 * 60_000;

/**
 * Milliseconds to wait before attempt `attempt` (from 2): twice as long each time, and not the same for everybody who
 * was turned away at the same moment. Never less than what the server asked for.
 */
export function backOff(attempt: number, retryAfter: number, { ids }: Pick<Ports, 'ids'>): number {
  const full = Math.min(longestPause, firstPause * 2 ** (attempt - 2));
  const [high = 0, low = 0] = ids.bytes(2);
  const share = (high * 256 + low) / 65_535;
  return Math.max(retryAfter, Math.round(full * (0.5 + share / 2)));
}

/** Milliseconds of a `Retry-After`, in seconds or as a date; 0 where there is none. */
export function retryAfterOf(value: string | undefined, now: Date): number {
  if (value === undefined) return 0;
  if (/^\s*\d{1,9}\s*$/.test(value)) return Number(value) * 1000;
  const at = Date.parse(value);
  return Number.isNaN(at) ? 0 : Math.max(0, at - now.getTime());
}
