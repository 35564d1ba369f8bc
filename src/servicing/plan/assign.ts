import type { Skipped } from '../../contract/generated/types.ts';
import type { PlanApplicability, PlanInput, PlanUpdate } from './input.ts';

/** What one index gets, in the order of application. */
export interface Assignment {
  index: number;
  name: string;
  /** Revision before. */
  revision: string | null;
  updates: {
    uniqueId: string;
    articleId: string;
    title: string;
    revision: string | null;
    size: number;
    reason: string;
    /** Records whose packages lie beside it, named by nobody. */
    checkpoints?: readonly { uniqueId: string; articleId: string }[];
  }[];
}

/**
 * Decides which update goes into which index, and says of each other one why not. Updates of this version of the plan
 * are cumulative, so of several that fit one index only the highest revision goes in.
 */
export function assign({ image, updates, options }: PlanInput): {
  assignments: Assignment[];
  alreadyThere: Skipped[];
  skipped: Skipped[];
} {
  const wanted = image.indexes.filter(({ index }) => options.indexes.length === 0 || options.indexes.includes(index));
  const assignments = wanted.map(({ index, name, revision }) => {
    const best = updates
      .map((update) => ({ update, facts: factsOf(update, index) }))
      .filter(({ facts }) => facts?.status === 'Applicable')
      .sort((a, b) => byRevision(a.facts?.revision ?? null, b.facts?.revision ?? null))
      .at(-1);
    return { index, name, revision, updates: best === undefined ? [] : [assigned(best.update, index)] };
  });
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
      skipped.push(leftOut(update, 'SupersededByListed', 'A newer cumulative update of the list holds it.'));
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

/** The assigned update that needs this one as its checkpoint, and takes it along. */
export function checkpointTarget(
  { uniqueId }: Pick<PlanUpdate, 'uniqueId'>,
  assignments: readonly Assignment[],
): Assignment['updates'][number] | undefined {
  return assignments
    .flatMap(({ updates }) => updates)
    .find(({ checkpoints = [] }) => checkpoints.some((each) => each.uniqueId === uniqueId));
}

function assigned(update: PlanUpdate, index: number): Assignment['updates'][number] {
  const { uniqueId, articleId, title, size, checkpoints = [] } = update;
  const { reason = '', revision = null } = factsOf(update, index) ?? {};
  return { uniqueId, articleId, title, revision, size, reason, checkpoints };
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
