/** The facts that a plan is made from. Whoever calls gathers them: from the library, the catalog and the content. */
export interface PlanInput {
  image: PlanImage;
  updates: PlanUpdate[];
  /** What somebody should know before the run: what is missing, what was not understood. */
  warnings?: string[];
  options: PlanOptions;
}

export interface PlanImage {
  name: string;
  path: string;
  /** Bytes of the file. */
  size: number;
  /** The file carries the emulator's mark. */
  rehearsal: boolean;
  indexes: PlanIndex[];
}

export interface PlanIndex {
  index: number;
  name: string;
  revision: string | null;
  totalBytes: number;
  /** Work that waits for the first start: while there is any, DISM refuses a clean-up. */
  pending?: readonly string[];
  /** The recovery image inside; null where there is none that can be read. */
  recovery?: PlanRecovery | null;
}

export interface PlanRecovery {
  sha1: string;
  /** Bytes. */
  size: number;
  revision: string | null;
  /** How many indexes it has. */
  indexes: number;
}

export interface PlanUpdate {
  uniqueId: string;
  articleId: string;
  title: string;
  kind: string;
  /** YYYY-MM of its title: tells two updates apart that have no revision of Windows. */
  month?: string | null;
  /** What within its kind it is for, such as versions of .NET: updates for different things do not compete. */
  variant?: string;
  /** Name and version of its package, where it was read; what it is proved by. */
  package?: PlanPackage | null;
  /** Bytes of the package file; 0 when there is no content yet. */
  size: number;
  /** What the update is for each index of the image; chosen ones have only the indexes that they were chosen for. */
  applicability: PlanApplicability[];
  /** Records of the checkpoints that must lie beside it: its own where they are among its files. */
  checkpoints?: readonly { uniqueId: string; articleId: string }[];
}

export interface PlanPackage {
  name: string;
  version: string;
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
  /** What becomes of a clean-up that DISM would refuse because of pending work. */
  cleanupWhenPending?: 'fail' | 'skip';
  /** Empty = all. */
  indexes: number[];
}
