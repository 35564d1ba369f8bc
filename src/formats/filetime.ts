/** FILETIME: 100 ns ticks since 1601-01-01 UTC, the time stamp of WIM files, hives and packages. */

const ticksPerMillisecond = 10_000n;
const unixEpochMilliseconds = 11_644_473_600_000n;
/** The first millisecond of the year 10000: RFC 3339 has four digits for the year. */
const endOfTime = 253_402_300_800_000n;

/** RFC 3339 in UTC; null for 0 (never) and for a time that RFC 3339 cannot write. */
export function filetimeToRfc3339(ticks: bigint): string | null {
  const milliseconds = ticks / ticksPerMillisecond - unixEpochMilliseconds;
  return ticks <= 0n || milliseconds >= endOfTime ? null : new Date(Number(milliseconds)).toISOString();
}

/** FILETIME of a time in milliseconds since 1970. */
export function filetimeOfMilliseconds(milliseconds: number): bigint {
  return (BigInt(Math.trunc(milliseconds)) + unixEpochMilliseconds) * ticksPerMillisecond;
}
