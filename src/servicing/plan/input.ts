/** The facts that a plan is made from. Whoever calls gathers them: from the library, the catalog and the content. */
export interface PlanInput {
  image: PlanImage;
  updates: PlanUpdate[];
  options: PlanOptions;
}

export interface PlanImage {
  name: string;
  path: string;
  /** Bytes of the file. */
  size: number;
  /** The file carries the emulator's mark. */
  rehearsal: boolean;
  indexes: { index: number; name: string; revision: string | null; totalBytes: number }[];
}

export interface PlanUpdate {
  uniqueId: string;
  articleId: string;
  title: string;
  kind: string;
  /** Bytes of the package file; 0 when there is no content yet. */
  size: number;
  /** What the update is for each index of the image. */
  applicability: PlanApplicability[];
}

export interface PlanApplicability {
  index: number;
  status: Applicability;
  reasonCode: string;
  reason: string;
  /** build.revision that the update brings to this index; null when nobody says. */
  revision: string | null;
}

/** Applicable: goes in. Present: it, or something newer, is there. NotSupported: another line or kind. */
export type Applicability = 'Applicable' | 'Present' | 'NotSupported';

export interface PlanOptions {
  removeSupersededUpdates: boolean;
  /** Empty = all. */
  indexes: number[];
}
