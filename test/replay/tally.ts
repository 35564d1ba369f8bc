/** The outcome of one replay: every question is in exactly one of the counts. */
export interface Tally {
  name: string;
  right: number;
  /** Each with what is needed to look into it. */
  wrong: string[];
  /** Questions to which the selection says that it cannot decide, each with its reason. */
  undecided: string[];
  /** Questions that the collection itself answers wrongly, each with the facts that show it. */
  explained: string[];
}

export function newTally(name: string): Tally {
  return { name, right: 0, wrong: [], undecided: [], explained: [] };
}
