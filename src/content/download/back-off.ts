/** How long to wait before an address is asked again. Pure: time and chance are passed in. Milliseconds. */

const first = 1_000;
const longest = 60_000;
/** A server that asks for more patience is left alone; the next save asks it again. */
export const longestWait = 15 * 60_000;

/**
 * Doubles with each attempt in a row that failed, up to a minute; of it between half and all, so that many clients that
 * were cut at once do not come back at once. `chance` is at least 0 and less than 1.
 */
export function backOff(failures: number, chance: number): number {
  if (failures <= 0) return Math.round(first * (0.125 + chance * 0.125));
  const whole = Math.min(longest, first * 2 ** Math.min(failures - 1, 16));
  return Math.round(whole * (0.5 + chance / 2));
}

/** What a Retry-After header asks for: seconds or a date. Undefined when it says nothing that can be read. */
export function retryAfter(header: string | undefined, now: Date): number | undefined {
  if (header === undefined) return undefined;
  const text = header.trim();
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1000;
  const at = Date.parse(text);
  return /[a-z]{3}/i.test(text) && !Number.isNaN(at) ? Math.max(0, at - now.getTime()) : undefined;
}
