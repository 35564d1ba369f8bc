import { Problem } from '../../errors.ts';
import { openImageFile } from '../../images/library/open-image.ts';
import { storedInspection } from '../../images/library/stored-inspection.ts';
import type { ImageTable } from '../../images/tables.ts';
import type { ImageIndex } from '../../images/types.ts';
import { supportEnd } from '../../selection/support.ts';
import { gatherPlanInput } from '../gather/gather.ts';
import { noOrder } from '../order.ts';
import { planServicing } from '../plan/plan.ts';
import type { Engine } from '../run/engine.ts';
import type { AdviceFacts, PlanFacts } from './facts.ts';

const day = 86_400_000;

/** Folders of applications that come with an image and that Windows updates leave alone. */
const knownApplications: readonly (readonly [name: string, folder: string])[] = [
  ['Microsoft 365 Apps', '\\Program Files\\Microsoft Office\\root'],
];

/** What the site knows about servicing this image. Throws Problem of the file; what cannot be planned is a fact. */
export async function adviceFacts(engine: Engine, image: ImageTable): Promise<AdviceFacts> {
  const { ports, site } = engine;
  const { indexes } = storedInspection(image);
  const now = ports.clock.now().getTime();
  return {
    ...{ name: image.name, size: image.size, now },
    indexes: indexes.map(({ index, name, lastResetBase = null, pending = [] }) => ({
      index,
      name,
      lastResetBase,
      pending,
    })),
    ...(await planFacts(engine, image)),
    support: supportOf(indexes, now),
    applications: applicationsIn(engine, image),
    lastRun: await lastRun(engine, image),
    distributionPoints: await site.database
      .selectFrom('distribution_target')
      .select('point_key')
      .where('image_id', '=', image.id)
      .where('delivered_version', 'is not', null)
      .execute()
      .then(({ length }) => length),
  };
}

/** What a run with the latest update would do now. */
async function planFacts(engine: Engine, image: ImageTable): Promise<Pick<AdviceFacts, 'plan' | 'refusal'>> {
  try {
    const input = await gatherPlanInput(engine, image, { ...noOrder, latest: true });
    const { steps, assignments, alreadyThere } = planServicing(input);
    const updates = new Map<string, PlanFacts['updates'][number]>();
    for (const { uniqueId, articleId, kind, size } of assignments.flatMap((each) => each.updates)) {
      updates.set(uniqueId, { uniqueId, articleId, kind, size });
    }
    const plan = {
      updates: [...updates.values()],
      alreadyThere: alreadyThere.length,
      steps: steps.map(({ index, seconds = 0, estimatedFrom }) => ({
        ...{ index, seconds, isMeasured: estimatedFrom === 'history' },
      })),
    };
    return { plan, refusal: null };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return { plan: null, refusal: error.message };
  }
}

function supportOf(indexes: readonly ImageIndex[], now: number): AdviceFacts['support'] {
  const ends = indexes.flatMap(({ family, release, edition }) => {
    const end = family === null || release === null ? null : supportEnd({ family, release, edition });
    return end === null ? [] : [end];
  });
  // As long as one edition in it gets updates, the file is worth servicing.
  const last = ends.sort((a, b) => (a.ends < b.ends ? 1 : -1))[0];
  if (last === undefined) return null;
  const daysLeft = Math.floor((Date.parse(`${last.ends}T23:59:59.999Z`) - now) / day);
  return { name: last.name, ends: last.ends, daysLeft };
}

function applicationsIn({ ports }: Engine, { path }: ImageTable): string[] {
  const image = openImageFile(ports, path);
  try {
    return knownApplications.flatMap(([name, folder]) =>
      image.wim.images.some((_, at) => image.wim.tree(at + 1).find(folder) !== undefined) ? [name] : [],
    );
  } finally {
    image.close();
  }
}

async function lastRun({ site }: Engine, { id }: ImageTable): Promise<AdviceFacts['lastRun']> {
  const run = await site.database
    .selectFrom('run')
    .select(['started', 'completed'])
    .where('image_id', '=', id)
    .where('published_json', 'is not', null)
    .where('completed', 'is not', null)
    .orderBy('run_id', 'desc')
    .executeTakeFirst();
  if (run?.started == null || run.completed === null) return null;
  const seconds = Math.ceil((Date.parse(run.completed) - Date.parse(run.started)) / 1000);
  return { seconds, completed: run.completed };
}
