/**
 * What lets an interrupted run go on: after each step with which nothing stays mounted, the journal gets what was reached
 * and what the files of the work folder are. Before a step changes one of them for good, the journal gets what it is about
 * to do (`intent.ts`). A run goes on only with that plan, that image and those files; anything else makes it begin anew.
 */
import { join } from 'node:path';
import type { Selectable } from 'kysely';
import type { PlanStep } from '../../contract/generated/types.ts';
import { digestOf } from '../../formats/digest-of.ts';
import { FormatError } from '../../formats/format-error.ts';
import type { ImageTable } from '../../images/tables.ts';
import type { Ports } from '../../ports/index.ts';
import type { ServicingLog } from '../../report/servicing-log.ts';
import type { ServicingPlan } from '../plan/plan.ts';
import type { Outcome } from '../steps/step.ts';
import { doubtOfSave, type Intent, type SaveIntent } from './intent.ts';
import { readOutcome, writeOutcome } from './outcome-text.ts';
import type { RunRow } from './run-store.ts';
import { workFolder } from './work-folder.ts';
import { describeWorkingFiles, isPath, matchWorkingFiles, takeBackSave, type WorkingFile } from './working-files.ts';

interface Checkpoint {
  /** How many steps of the plan are finished. */
  finished: number;
  /** Digest of what was planned for which file. */
  plan: string;
  /** Text of the outcome. */
  outcome: string;
  files: WorkingFile[];
  /** What was about to happen then, and what was reached once it had. */
  begun?: { intent: Intent; finished: number; outcome: string };
}

type Parts = Pick<Ports, 'files' | 'newDigest'>;

interface Planned {
  plan: ServicingPlan;
  image: Selectable<ImageTable>;
  /** The work folder. */
  root: string;
}

/**
 * What the run can go on from after its first `finished` steps; null where something is mounted then, where nothing was
 * copied yet, and after the new file was published.
 */
export async function checkpointAfter(
  finished: number,
  { plan, image, root }: Planned,
  outcome: Outcome,
  { files, newDigest }: Parts,
): Promise<string | null> {
  if (outcome.published !== undefined || !isBoundary(plan.steps, finished)) return null;
  try {
    // A step's own folder holds packages, which its content brings again; of Setup and boot managers it holds what is published.
    const besides = new Set(plan.steps.filter(({ kind }) => !/-setup$|-boot-manager/.test(kind)).map(({ id }) => id));
    const described = await describeWorkingFiles({ files, newDigest }, root, besides);
    const checkpoint: Checkpoint = {
      finished,
      plan: identityOf({ plan, image }, newDigest),
      outcome: writeOutcome(outcome),
      files: described,
    };
    return JSON.stringify(checkpoint);
  } catch (error) {
    if (error instanceof FormatError) return null;
    throw error;
  }
}

/** Whether something was copied, and nothing is mounted, after the first `finished` steps. */
export function isBoundary(steps: readonly Pick<PlanStep, 'kind'>[], finished: number): boolean {
  const done = steps.slice(0, finished).map(({ kind }) => kind);
  const count = (wanted: string): number => done.filter((kind) => kind === wanted).length;
  return done.includes('copy') && count('mount') === count('unmount');
}

/**
 * A checkpoint with what is about to happen, which ends the step behind which `finished` steps are; null where there is no
 * checkpoint to go on from.
 */
export function withIntent(
  checkpoint: string | null,
  { intent, finished, outcome }: { intent: Intent; finished: number; outcome: Outcome },
): string | null {
  if (checkpoint === null) return null;
  const begun: Checkpoint['begun'] = { intent, finished, outcome: writeOutcome(outcome) };
  return JSON.stringify({ ...(JSON.parse(checkpoint) as Checkpoint), begun });
}

/** Where a run goes on. */
export interface Resumption {
  finished: number;
  outcome: Outcome;
  /** The step before was found to be finished, which no checkpoint says yet. */
  isFound: boolean;
}

/**
 * Sees whether a run can go on from its checkpoint: same plan, same image, same files. What a step was about to do and is
 * certain to have done is not done again. Returns in a word why not; undefined
 * where it has no checkpoint. Nothing of the run is mounted any more, and its tool was ended.
 */
export async function resume(
  run: Pick<RunRow, 'checkpoint_json'>,
  planned: Planned,
  { ports, log, signal }: { ports: Ports; log: Pick<ServicingLog, 'write'>; signal: AbortSignal },
): Promise<Resumption | string | undefined> {
  if (run.checkpoint_json === null) return undefined;
  const { plan, image, root } = planned;
  const checkpoint: Checkpoint = JSON.parse(run.checkpoint_json);
  if (checkpoint.plan !== identityOf({ plan, image }, ports.newDigest)) return 'another plan is made for it now';
  const why = await matchWorkingFiles(ports, root, checkpoint.files);
  const back: Resumption = {
    finished: checkpoint.finished,
    outcome: readOutcome(checkpoint.outcome),
    isFound: false,
  };
  if (why === undefined) return back;
  const { begun, files } = checkpoint;
  if (begun === undefined) return why;
  const { intent, finished } = begun;
  const found: Resumption = { finished, outcome: readOutcome(begun.outcome), isFound: true };
  if (intent.kind === 'replace') {
    const replaced = files.map((file) => (isPath(file.path, intent.path) ? { ...file, ...intent.becomes } : file));
    return (await matchWorkingFiles(ports, root, replaced)) === undefined ? found : why;
  }
  const others = await matchWorkingFiles(ports, root, files, intent.path);
  if (others !== undefined) return others;
  const registered = registeredFor(intent, planned);
  const doubt = await doubtOfSave(ports, { root, intent, registered, signal });
  if (doubt === undefined) return found;
  log.write(`Whether index ${intent.index} was saved is not certain, so it is done again: ${doubt}`, 'Warning');
  const before = files.find(({ path }) => isPath(path, intent.path));
  const isBack =
    before !== undefined && (await takeBackSave(ports, join(root, ...intent.path), before, { header: 'any' }));
  return isBack ? back : why;
}

/** The registered file that most contents of a saved one come from; null for a recovery image, which lay inside one. */
function registeredFor({ path }: SaveIntent, { plan, image }: Planned): string | null {
  const { image: own, boot } = workFolder('', '');
  if (isPath(path, [own])) return image.path;
  return isPath(path, [boot.image]) ? (plan.boot?.path ?? null) : null;
}

/** Reasons and estimates are for people, and come from the history too: they change with it. */
function identityOf({ plan, image }: Omit<Planned, 'root'>, newDigest: Ports['newDigest']): string {
  const {
    estimates: _e,
    warnings: _w,
    skipped: _s,
    notAsked: _n,
    alreadyThere: _a,
    leftOut: _l,
    steps,
    ...more
  } = plan;
  const planned = steps.map(({ id, kind, index, target, uniqueId }) => [id, kind, index, target, uniqueId]);
  const facts = JSON.stringify([image.id, image.sha256, planned, more], (_name, value: unknown) =>
    value instanceof Map ? [...value] : value,
  );
  return digestOf(newDigest, 'sha256', new TextEncoder().encode(facts));
}
