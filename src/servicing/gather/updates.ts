/** What an update is for each index, for the media and for boot.wim. */
import type { Derived } from '../../catalog/store/read-derived.ts';
import { contentOf } from '../../content/verified.ts';
import type { ImageFacts } from '../../selection/facts.ts';
import type { SeenBootImage } from '../boot-image-facts.ts';
import type { PlanApplicability, PlanSetup, PlanUpdate } from '../plan/input.ts';
import { stageOf } from '../plan/stage.ts';
import type { Engine } from '../run/engine.ts';
import type { Order } from '../run/run-store.ts';
import { type CheckpointName, checkpointsAbove, named, recordedCheckpoints } from './checkpoints.ts';
import { readDocuments } from './documents.ts';
import type { SeenIndex } from './indexes.ts';
import { applicabilityTo, setupOr, verdictOf } from './verdicts.ts';

interface Asked {
  order: Order;
  isBootImage: boolean;
  seen: readonly SeenIndex[];
  /** Unique identity of an update -> the indexes that it was chosen for; left out: the updates of the order, for all. */
  chosen: ReadonlyMap<string, ReadonlySet<number>> | undefined;
  bootImage: SeenBootImage;
  setup: PlanSetup | null;
}

/** Throws Problem ImgUpdateNotFound for an update that the catalog does not have. */
export async function planUpdates(engine: Engine, asked: Asked): Promise<PlanUpdate[]> {
  const { order, seen, chosen, bootImage, setup } = asked;
  const updates: PlanUpdate[] = [];
  for (const derived of await readDocuments(engine, chosen === undefined ? order.updates : [...chosen.keys()])) {
    const meant = chosen?.get(derived.update.uniqueId);
    const indexes = meant === undefined ? seen : seen.filter(({ index }) => meant.has(index.index));
    const update = setupOr(
      await planUpdate(engine, derived, indexes, asked),
      setup !== null && derived.kind === 'SetupDynamicUpdate',
    );
    const bootApplicability = await Promise.all(
      bootImage.seen.map((each) => bootApplicabilityOf(engine, derived, each)),
    );
    updates.push(bootImage.boot === null ? update : { ...update, bootApplicability });
  }
  return updates;
}

async function planUpdate(
  { site }: Engine,
  derived: Derived,
  indexes: readonly SeenIndex[],
  how: Pick<Asked, 'order' | 'isBootImage'>,
): Promise<PlanUpdate> {
  const { uniqueId, title } = derived.update;
  const content = await contentOf(site, uniqueId);
  const above = new Map<number, CheckpointName[]>();
  const all = new Map<string, CheckpointName>();
  for (const { index, facts } of stageOf(derived.kind) === 'cumulative' ? indexes : []) {
    const recorded = await recordedCheckpoints(site.database, derived, facts);
    for (const each of recorded) all.set(each.articleId, named(each));
    above.set(index.index, checkpointsAbove(recorded, facts).map(named));
  }
  return {
    uniqueId,
    articleId: derived.articleId ?? '',
    title,
    kind: derived.kind,
    month: derived.month,
    variant: [...derived.dotNetVersions].sort().join(' '),
    package: packageOf(derived),
    size: content?.size ?? 0,
    applicability: indexes.map((each) => {
      return { ...applicabilityTo(derived, each, how), checkpoints: above.get(each.index.index) ?? [] };
    }),
    allCheckpoints: [...all.values()],
  };
}

/**
 * What an update is for an index of boot.wim. A checkpoint at or below its own revision never lies beside the update: it
 * would go in although something newer is there, and leave a Windows PE that does not start.
 */
async function bootApplicabilityOf(
  { site }: Engine,
  derived: Derived,
  { index, facts }: { index: number; facts: ImageFacts },
): Promise<PlanApplicability> {
  const recorded = await recordedCheckpoints(site.database, derived, facts);
  return { ...verdictOf(derived, { index, facts }), checkpoints: checkpointsAbove(recorded, facts).map(named) };
}

/** What its package calls itself, where it was read. */
function packageOf({ learned }: Derived): PlanUpdate['package'] {
  const { name = null, version = null } = learned ?? {};
  return name === null || version === null ? null : { name, version };
}
