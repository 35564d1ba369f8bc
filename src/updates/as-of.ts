/** The time that `asOf` means in milliseconds: an instant, or the last moment of a day. */
export function endOfTime(asOf: string): number {
  return Date.parse(/^\d{4}-\d\d-\d\d$/.test(asOf) ? `${asOf}T23:59:59.999Z` : asOf);
}
