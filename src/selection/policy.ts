/** What may be chosen. Everything is optional in requests; `defaultPolicy` fills the rest. */
export interface Policy {
  /** Previews: off by default. */
  preview: 'include' | 'exclude';
  /** Out-of-band releases: on by default, because the newest revision holds the most fixes. */
  outOfBand: 'include' | 'prefer-regular' | 'exclude';
  /** How many steps back from the newest; 1 is the one before it. */
  previous: number;
}

export const defaultPolicy: Policy = { preview: 'exclude', outOfBand: 'include', previous: 0 };
