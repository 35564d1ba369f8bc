import { setTimeout as delay } from 'node:timers/promises';

/** The time, as the engine believes it. Everything that asks for "now" or waits asks this. */
export interface Clock {
  now(): Date;
  /** Waits so many milliseconds; ends at once, with an AbortError, when the signal fires. */
  pause(milliseconds: number, signal?: AbortSignal): Promise<void>;
  /** Time zone of this computer, as IANA names it. */
  timeZone(): string;
}

export const systemClock: Clock = {
  now: () => new Date(),
  pause: (milliseconds, signal) => delay(milliseconds, undefined, signal === undefined ? {} : { signal }),
  timeZone: () => Intl.DateTimeFormat().resolvedOptions().timeZone,
};

/**
 * A clock that was set: it starts at `start` and goes on from there with the machine's own pace. Rehearsals and tests
 * use it to live through a month without waiting for it.
 */
export function clockSetTo(start: Date): Clock {
  const offset = start.getTime() - Date.now();
  return { ...systemClock, now: () => new Date(Date.now() + offset) };
}
