/** What advice on an image rests on: facts of the site, nothing else. */
export interface AdviceFacts {
  name: string;
  /** Bytes of the file. */
  size: number;
  indexes: readonly IndexFacts[];
  /** What a run would do now; null where it cannot be planned, with `refusal`. */
  plan: PlanFacts | null;
  /** Why no run can be planned. */
  refusal: string | null;
  /** When the release of an index gets its last update, the latest of all; null where nobody knows. */
  support: { name: string; ends: string; daysLeft: number } | null;
  /** Applications inside that no package of Windows updates. */
  applications: readonly string[];
  /** The last run that published this image. */
  lastRun: { seconds: number; completed: string } | null;
  /** Distribution points that have the image. */
  distributionPoints: number;
  /** Milliseconds since 1970. */
  now: number;
}

export interface IndexFacts {
  index: number;
  name: string;
  /** When superseded updates were last removed for good; null: never. */
  lastResetBase: string | null;
  /** Work that is pending, which a clean-up with ResetBase is refused for. */
  pending: readonly string[];
}

export interface PlanFacts {
  updates: readonly { uniqueId: string; articleId: string; kind: string; size: number }[];
  /** Updates that every index has already. */
  alreadyThere: number;
  /** Steps with their time; those of no index are about the whole file. */
  steps: readonly { index?: number | undefined; seconds: number; isMeasured: boolean }[];
}
