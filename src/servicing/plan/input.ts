import type { Skipped } from '../../contract/generated/types.ts';
import type { Stage } from './stage.ts';

/** The facts that a plan is made from. Whoever calls gathers them: from the library, the catalog and the content. */
export interface PlanInput {
  image: PlanImage;
  /** boot.wim of the media, where it is wanted. */
  boot?: PlanBootImage | null;
  /** The media, where its Setup is wanted. */
  setup?: PlanSetup | null;
  /** Boot files of the media, where boot.wim or its boot managers are wanted. */
  bootFiles?: PlanBootFiles | null;
  updates: PlanUpdate[];
  /** What would go in if somebody asked for it, for people. */
  notAsked?: Skipped[];
  /** What somebody should know before the run: what is missing, what was not understood. */
  warnings?: string[];
  options: PlanOptions;
  /** Names of the distribution points that it is sent to after publishing. */
  distributionPoints?: readonly string[];
  /** Steps that this site finished before, newest first; none: times come from the field. */
  history?: readonly StepTiming[];
}

/** How long a step took, once. */
export interface StepTiming {
  kind: string;
  /** Of a step that put in an update: when it went in. */
  stage: Stage | undefined;
  seconds: number;
  /** What it handled. */
  bytes: number;
  sameImage: boolean;
}

/** boot.wim of media. */
export interface PlanBootImage {
  path: string;
  /** Bytes. */
  size: number;
  /** As it was registered. */
  sha256: string;
  indexes: PlanIndex[];
}

/** Media whose files of Setup are renewed; absolute paths. */
export interface PlanSetup {
  folder: string;
  bootImage: string | null;
}

/** Boot files of media; absolute paths. */
export interface PlanBootFiles {
  folder: string;
  bootImage: string;
  /** Somebody asks for boot managers of 2023. */
  isAsked: boolean;
  /** The media starts from one already. */
  is2023: boolean;
  /** With boot.wim as it is the media would get other ones. */
  isDue: boolean;
  /** Why boot.wim as it is cannot give them; null where it can. */
  refusal: string | null;
}

export interface PlanImage {
  name: string;
  path: string;
  /** Bytes of the file. */
  size: number;
  /** The file carries the emulator's mark. */
  rehearsal: boolean;
  /** Every index is a Windows PE that is registered for its own sake. */
  isBootImage?: boolean;
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
  /** Languages and features that it gets. */
  additions?: PlanAdditions;
  /** Packages that came after its cumulative update and wait for it. */
  behind?: readonly string[];
}

/** Languages and features on demand of one index. */
export interface PlanAdditions {
  languages: PlanLanguage[];
  /** Whole names, in the order in which they go in. */
  capabilities: string[];
  /** Optional features that are enabled, behind the clean-up. */
  features?: string[];
  /** Languages, capabilities and features that were asked for and that it has. */
  there: string[];
}

export interface PlanLanguage {
  language: string;
  /** Number of the source that holds its pack. */
  source: number;
  /** Of the pack, below the source, separated by '/'. */
  file: string;
  /** Bytes. */
  size: number;
}

/** A folder or a disc with languages and features on demand. */
export interface PlanFeatureSource {
  /** From 1. */
  number: number;
  path: string;
  /** An ISO image: what is needed of it is taken out first. */
  isDisc: boolean;
  /** Folders in it that DISM looks for capabilities in, separated by '/'; '' is the source itself. */
  folders: string[];
  /** Of a disc: what is taken out. */
  files: { path: string; size: number }[];
}

export interface PlanRecovery {
  sha1: string;
  /** Bytes. */
  size: number;
  revision: string | null;
  /** How many indexes it has. */
  indexes: number;
  /** Its release gets the servicing stack as an update of its own. */
  isStackApart?: boolean;
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
  /** It is for the files of Setup on the media, and goes into no index. */
  setup?: PlanApplicability;
  /** What it is for each index of boot.wim. */
  bootApplicability?: PlanApplicability[];
  /** Records of all checkpoints below it, also those that the image is past: languages and features need them again. */
  allCheckpoints?: readonly { uniqueId: string; articleId: string }[];
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
  /** Checkpoints above the revision of this very index, which must lie beside it: records, its own where they are its files. */
  checkpoints?: readonly { uniqueId: string; articleId: string }[];
}

/** Applicable: goes in. Present: it, or something newer, is there. NotSupported: another line or kind. */
export type Applicability = 'Applicable' | 'Present' | 'NotSupported';

export interface PlanOptions {
  removeSupersededUpdates: boolean;
  /** What becomes of a clean-up that DISM would refuse because of pending work. */
  cleanupWhenPending?: 'fail' | 'skip';
  /** A file with several indexes is not cleaned up, as Configuration Manager has it. */
  strict?: boolean;
  /** Empty = all. */
  indexes: number[];
  /** Where languages and features come from. */
  featureSources?: readonly PlanFeatureSource[];
  /** Folder with the payload of optional features. */
  featureSource?: string | null;
  /** Drivers that every wanted index gets. */
  drivers?: PlanDrivers | null;
}

/** Drivers below a folder, as paths of their .inf files. */
export interface PlanDrivers {
  folder: string;
  forceUnsigned: boolean;
  /** With a catalog file beside them. */
  signed: string[];
  unsigned: string[];
  /** All files below the folder. */
  bytes: number;
}

/** The .inf files that are put in. */
export function wantedDrivers({ signed, unsigned, forceUnsigned }: PlanDrivers): string[] {
  return forceUnsigned ? [...signed, ...unsigned].sort() : signed;
}
