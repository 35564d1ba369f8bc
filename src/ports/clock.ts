/** The time, as the engine believes it. Everything that asks for "now" asks this. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

/**
 * A clock that was set: it starts at `start` and goes on from there with the machine's own pace. Rehearsals and tests
 * use it to live through a month without waiting for it.
 */
export function clockSetTo(start: Date): Clock {
  const offset = start.getTime() - Date.now();
  return { now: () => new Date(Date.now() + offset) };
}
