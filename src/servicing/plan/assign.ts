import type { Skipped } from '../../contract/generated/types.ts';
import { addsTo, isDueAgain, reasonAgain } from './due-again.ts';
import type { PlanAdditions, PlanApplicability, PlanIndex, PlanInput, PlanPackage, PlanUpdate } from './input.ts';
import { stageOf, stages } from './stage.ts';

/** What one index gets, in the order of application. */
export interface Assignment {
  index: number;
  name: string;
  /** Revision before. */
  revision: string | null;
  updates: AssignedUpdate[];
  /** Languages and features that go in before the cumulative update. */
  additions?: PlanAdditions;
}

export interface AssignedUpdate {
  uniqueId: string;
  articleId: string;
  title: string;
  kind: string;
  revision: string | null;
  /** Name and version of its package, where it was read. */
  package?: PlanPackage | null;
  size: number;
  reason: string;
  /** Records whose packages lie beside it, named by nobody. */
  checkpoints?: readonly { uniqueId: string; articleId: string }[];
}

/**
 * Decides which update goes into which index, and says of each other one why not. All updates that a plan puts in are
 * cumulative, so of several of one kind that fit an index only the newest goes in.
 */
export function assign({ image, updates, options }: PlanInput): {
  assignments: Assignment[];
  alreadyThere: Skipped[];
  skipped: Skipped[];
} {
  const wanted = image.indexes.filter(({ index }) => options.indexes.length === 0 || options.indexes.includes(index));
  const assignments = wanted.map((index) => assignTo(index, updates));
  const taken = new Set(assignments.flatMap((each) => each.updates.map((update) => update.uniqueId)));
  const alreadyThere: Skipped[] = [];
  const skipped: Skipped[] = [];
  for (const update of updates.filter((each) => !taken.has(each.uniqueId))) {
    const facts = update.applicability.filter(({ index }) => wanted.some((each) => each.index === index));
    const present = facts.find(({ status }) => status === 'Present');
    const target = checkpointTarget(update, assignments);
    if (target !== undefined) {
      alreadyThere.push(leftOut(update, 'GoesAlong', `It goes in with KB${target.articleId}, which builds on it.`));
    } else if (facts.some(({ status }) => status === 'Applicable')) {
      skipped.push(leftOut(update, 'SupersededByListed', beatenReason));
    } else if (present !== undefined) {
      alreadyThere.push(leftOut(update, present.reasonCode, present.reason));
    } else {
      const first = facts[0];
      skipped.push(
        leftOut(update, first?.reasonCode ?? 'NoIndex', first?.reason ?? 'No index of the image is wanted.'),
      );
    }
  }
  return { assignments, alreadyThere, skipped };
}

/** What one index gets of these updates. */
export function assignTo(into: AssignedIndex, updates: readonly PlanUpdate[]): Assignment {
  const { index, name, revision, additions } = into;
  const fitting = updates.filter((update) => {
    const facts = factsOf(update, index);
    return facts?.status === 'Applicable' || (facts !== undefined && isDueAgain(update, facts, into));
  });
  const newest = newestOfEach(fitting, index).map((update) => assigned(update, into));
  return {
    ...{ index, name, revision, updates: newest.sort((a, b) => placeOf(a) - placeOf(b)) },
    ...(additions === undefined ? {} : { additions }),
  };
}

type AssignedIndex = Pick<PlanIndex, 'index' | 'name' | 'revision' | 'additions' | 'behind'>;

/** Why the older one of two updates of a list stays out. */
export const beatenReason = 'A newer update of the list takes its place.';

/** Of updates that compete, the newest: by revision where both have one, else by month. */
function newestOfEach(updates: readonly PlanUpdate[], index: number): PlanUpdate[] {
  const best = new Map<string, PlanUpdate>();
  for (const update of updates) {
    const key = `${stageOf(update.kind)} ${update.variant ?? ''}`;
    const other = best.get(key);
    if (other === undefined || !isOlder(update, other, index)) best.set(key, update);
  }
  return [...best.values()];
}

function isOlder(update: PlanUpdate, other: PlanUpdate, index: number): boolean {
  const revisions = [factsOf(update, index)?.revision ?? null, factsOf(other, index)?.revision ?? null] as const;
  const [own, others] = [update.month ?? '', other.month ?? ''];
  // Of a month of its own nobody needs the revision: a title without one is no older for that.
  const isByMonth = revisions.includes(null) && own !== '' && others !== '' && own !== others;
  const ahead = isByMonth ? 0 : byRevision(...revisions);
  return ahead === 0 ? own < others : ahead < 0;
}

function placeOf({ kind }: Pick<PlanUpdate, 'kind'>): number {
  return [...stages, undefined].indexOf(stageOf(kind));
}

/** The assigned update that needs this one as its checkpoint, and takes it along. */
export function checkpointTarget(
  { uniqueId }: Pick<PlanUpdate, 'uniqueId'>,
  assignments: readonly Assignment[],
): AssignedUpdate | undefined {
  return assignments
    .flatMap(({ updates }) => updates)
    .find(({ checkpoints = [] }) => checkpoints.some((each) => each.uniqueId === uniqueId));
}

function assigned(update: PlanUpdate, into: AssignedIndex): AssignedUpdate {
  const { uniqueId, articleId, title, kind, size } = update;
  const facts = factsOf(update, into.index);
  const revision = facts?.revision ?? null;
  const reason = facts?.status === 'Applicable' ? facts.reason : reasonAgain(into);
  const own = facts?.checkpoints ?? [];
  // What lies there as it was released needs every step between, whatever the image is past.
  const checkpoints = addsTo(into) ? (update.allCheckpoints ?? own) : own;
  return { uniqueId, articleId, title, kind, revision, package: update.package ?? null, size, reason, checkpoints };
}

function leftOut({ uniqueId, title }: PlanUpdate, reasonCode: string, reason: string): Skipped {
  return { uniqueId, title, reasonCode, reason };
}

function factsOf(update: PlanUpdate, index: number): PlanApplicability | undefined {
  return update.applicability.find((each) => each.index === index);
}

/** Orders by build, then revision; what has no revision comes first: it never wins over one that has it. */
function byRevision(a: string | null, b: string | null): number {
  const [buildA, revisionA] = numbers(a);
  const [buildB, revisionB] = numbers(b);
  return buildA - buildB || revisionA - revisionB;
}

function numbers(revision: string | null): [number, number] {
  const [build = -1, ubr = -1] = (revision ?? '').split('.').map(Number);
  return [Number.isNaN(build) ? -1 : build, Number.isNaN(ubr) ? -1 : ubr];
}
