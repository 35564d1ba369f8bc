import type { Selectable } from 'kysely';
import type { WantedCheckpoint } from '../../content/verified.ts';
import type { PlanStep, Proof, Published, UpdateResult } from '../../contract/generated/types.ts';
import type { Dism } from '../../dism/types.ts';
import type { NewMediaFile } from '../../distribution/publishing/media-set.ts';
import type { Problem } from '../../errors.ts';
import type { ImageTable } from '../../images/tables.ts';
import type { Ports } from '../../ports/index.ts';
import type { ServicingLog } from '../../report/servicing-log.ts';
import type { Database } from '../../site/database.ts';
import type { Settings } from '../../site/settings.ts';
import type { Site } from '../../site/site.ts';
import type { ServicingPlan } from '../plan/plan.ts';
import type { Intent } from '../run/intent.ts';
import type { WorkFolder } from '../run/work-folder.ts';
import type { InstalledUpdate } from './installed-update.ts';

/** A package file that a step may use: its digest was compared a moment ago. */
export interface VerifiedContent {
  path: string;
  standIn: boolean;
}

/** Everything that the steps of one run share. Steps change `outcome`, nothing else. */
export interface Work {
  runId: string;
  ports: Ports;
  site: Site;
  database: Database;
  settings: Settings;
  dism: Dism;
  image: Selectable<ImageTable>;
  plan: ServicingPlan;
  continueOnError: boolean;
  folder: WorkFolder;
  log: ServicingLog;
  signal: AbortSignal;
  /** Fires later than `signal` when the run is cancelled: a tool that is at work may come to its end by itself. */
  toolSignal: AbortSignal;
  /** Gives the package file of an update, verified now. Throws Problem ImgContentMissing, ImgContentTampered. */
  content(uniqueId: string): Promise<VerifiedContent>;
  /** Package files of these checkpoints of an update that are here, verified now. */
  checkpoints(uniqueId: string, needed: readonly WantedCheckpoint[]): Promise<string[]>;
  /** Remembers the tool on disk, so that recovery can end it when this process is gone. */
  toolStarted(pid: number, startTime: string): void;
  /** Percent of the step at hand. */
  progress(percent: number): void;
  /** Called before the step changes a file of the work folder for good, as its last act; it is on the disk then. */
  begins(intent: Intent): Promise<void>;
  warn(message: string): void;
  outcome: Outcome;
}

/** A language or a feature on demand that went in, or a feature that was enabled. */
export interface Addition {
  kind: 'language' | 'capability' | 'feature';
  name: string;
}

export interface Outcome {
  results: UpdateResult[];
  /** Failures that the run went on after. */
  problems: Problem[];
  /** What somebody should know although nothing failed. */
  warnings: string[];
  /** Why the rule chooses nothing this time. */
  nothingNew?: string;
  /** Index -> what the tool said that it installed there, in order; verify proves it. */
  installed: Map<number, InstalledUpdate[]>;
  /** Number of a recovery image -> what went into it; only with something of its own it is saved. */
  recovery: Map<number, InstalledUpdate[]>;
  /** Index -> languages and features that the tool said that it installed there, by name. */
  additions: Map<number, Addition[]>;
  /** boot.wim of the media: what went into each of its indexes; nothing of it is kept once it is given up. */
  boot: { installed: Map<number, InstalledUpdate[]>; isGivenUp: boolean };
  /** Files of Setup for the media, by their folded path, and the KBs that brought them. */
  setup: { files: Map<string, NewMediaFile & { file: string }>; updates: string[] };
  /** Boot files for the media, by their folded path. */
  bootFiles: Map<string, NewMediaFile & { file: string }>;
  /** Files of the media that take the places of others when the run publishes. */
  media: NewMediaFile[];
  /** Index -> .inf files that the tool said that it installed there. */
  drivers: Map<number, string[]>;
  /** The finished file, after verify. */
  finished:
    | { sha256: string; size: number; inspectionJson: string; rehearsal: boolean; revision: string | null }
    | undefined;
  proof: Proof | undefined;
  published: Published | undefined;
}

/** Indexes in which anything was put in: only they are saved. */
export function changedIndexes({ installed, additions, drivers }: Outcome): Set<number> {
  return new Set([...installed.keys(), ...additions.keys(), ...drivers.keys()]);
}

/**
 * One kind of step. To add one: a file here with this shape, a line in `index.ts`, its place in `plan/sections/`.
 * `weight` is its share of the run's progress, in minutes as DISM takes them on an edition of usual size.
 */
export interface Step {
  kind: string;
  weight: number;
  /** Throws Problem: the run then stops, the mounts are discarded, the registered image is as it was. */
  run(step: PlanStep, work: Work): Promise<void>;
}
