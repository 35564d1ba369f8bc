/** How fast content may come. The limit is a pure function of the time of day; the throttle waits by the clock it is given. */
import type { Clock } from '../../ports/clock.ts';

export interface BandwidthSetting {
  /** Bytes per second; 0 = no limit. */
  bandwidthLimit: number;
  /** When the limit holds: "08:00-18:00" by the clock of this machine; '' = all day. It may lead over midnight. */
  bandwidthWindow: string;
}

/** Bytes per second at a minute of the day (0 to 1439); undefined = no limit. */
export function limitAt({ bandwidthLimit, bandwidthWindow }: BandwidthSetting, minute: number): number | undefined {
  if (bandwidthLimit <= 0) return undefined;
  const window = minutesOf(bandwidthWindow);
  if (window === undefined) return bandwidthLimit;
  const { start, end } = window;
  const inside = start < end ? minute >= start && minute < end : minute >= start || minute < end;
  return inside ? bandwidthLimit : undefined;
}

/** Start and end in minutes of the day; undefined when it is no window. A window from a time to itself is all day. */
export function minutesOf(window: string): { start: number; end: number } | undefined {
  const parts = /^([01]\d|2[0-3]):([0-5]\d)-([01]\d|2[0-3]):([0-5]\d)$/.exec(window);
  if (parts === null) return undefined;
  const [startHour = 0, startMinute = 0, endHour = 0, endMinute = 0] = parts.slice(1).map(Number);
  return { start: startHour * 60 + startMinute, end: endHour * 60 + endMinute };
}

/** Shared by all downloads of a process: together they keep to the limit. */
export interface Throttle {
  /** Waits until so many more bytes may have come. */
  take(bytes: number, signal?: AbortSignal): Promise<void>;
}

export function throttle(clock: Clock, setting: BandwidthSetting): Throttle {
  let free = 0;
  return {
    async take(bytes, signal) {
      if (setting.bandwidthLimit <= 0) return;
      const now = clock.now();
      const limit = limitAt(setting, now.getHours() * 60 + now.getMinutes());
      if (limit === undefined) return;
      free = Math.max(free, now.getTime()) + (bytes / limit) * 1000;
      const wait = free - now.getTime();
      // Timers are not finer than some milliseconds: what is left is waited for with the next piece.
      if (wait >= 10) await clock.pause(wait, signal);
    },
  };
}
