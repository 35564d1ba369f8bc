import type { Assignment } from '../assign.ts';
import type { BootFilesPlan } from '../boot-files.ts';
import type { BootImagePlan } from '../boot-image.ts';
import type { PlanInput } from '../input.ts';
import type { RecoveryImage } from '../recovery.ts';
import type { SetupPlan } from '../setup.ts';

/** A step before it has its place in the order. */
export interface Draft {
  kind: string;
  index?: number;
  /** Number of the recovery image that it works on. */
  recovery?: number;
  /** It works on boot.wim of the media. */
  bootImage?: true;
  target: string;
  reason: string;
  uniqueId?: string;
  articleId?: string;
  /** Language or feature on demand that it puts in. */
  language?: string;
  capability?: string;
  /** Optional feature that it enables. */
  feature?: string;
  /** Kind of the update that it puts in. */
  updateKind?: string;
}

/** What every section is made from. */
export interface PlanFacts {
  input: PlanInput;
  /** Indexes that get something, in order. */
  assignments: readonly Assignment[];
  /** Recovery images that are serviced. */
  recovery: readonly RecoveryImage[];
  /** boot.wim of the media, where something goes into it. */
  boot: BootImagePlan | null;
  /** Files of Setup on the media, where they are renewed. */
  setup: SetupPlan | null;
  /** Boot files of the media, where they change. */
  bootFiles: BootFilesPlan | null;
  /** Indexes that are cleaned up. */
  cleanups: ReadonlySet<number>;
}

/** One part of a plan: its steps in their order, none where it has nothing to do. Pure. */
export type Section = (facts: PlanFacts) => Draft[];
