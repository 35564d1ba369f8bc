/** A KB that is treated apart, for a reason and a time. */
export interface Exception {
  /** Digits, without "KB". */
  articleId: string;
  reason: string;
  /** Last day (YYYY-MM-DD) or moment (RFC 3339) on which it holds; null without end. */
  until: string | null;
}

/** What may be chosen. Everything is optional in requests; `defaultPolicy` fills the rest. */
export interface Policy {
  /** Previews: off by default. */
  preview: 'include' | 'exclude';
  /** Out-of-band releases: on by default, because the newest revision holds the most fixes. */
  outOfBand: 'include' | 'prefer-regular' | 'exclude';
  /** How many steps back from the newest; 1 is the one before it. */
  previous: number;
  /** Days that an update must have been public before it may be chosen. */
  deferralDays: number;
  /** Never chosen while they hold. */
  holds: readonly Exception[];
  /** Chosen in every line that has them, whatever else is newer. They outrank channel, deferral and `previous`. */
  pins: readonly Exception[];
  /** Warns about a choice that is older than this; null: never. */
  maximumAgeDays: number | null;
}

export const defaultPolicy: Policy = {
  preview: 'exclude',
  outOfBand: 'include',
  previous: 0,
  deferralDays: 0,
  holds: [],
  pins: [],
  maximumAgeDays: null,
};

/** The exception for a KB that holds at a time (milliseconds; null = any time). */
export function activeException(
  exceptions: readonly Exception[],
  articleId: string | null,
  at: number | null,
): Exception | undefined {
  if (articleId === null || exceptions.length === 0) return undefined;
  return exceptions.find((each) => each.articleId === articleId && (at === null || at <= endOf(each)));
}

function endOf({ until }: Exception): number {
  if (until === null) return Number.POSITIVE_INFINITY;
  return Date.parse(/^\d{4}-\d\d-\d\d$/.test(until) ? `${until}T23:59:59.999Z` : until);
}
