/**
 * Collects the facts that a plan is made from; nothing is written, and nothing is decided that `plan/` decides. Each
 * part has its file: the image (`indexes.ts`, `image.ts`), what a rule or the newest chooses (`chosen.ts`), what an
 * update is for an index (`updates.ts`, `verdicts.ts`, `checkpoints.ts`), and what somebody should know
 * (`missing-stacks.ts`, `notes.ts`). The first part that fails is the answer, so the order of the reads is what a
 * person hears of first. A new fact is a member of `PlanInput`, a file that reads it, and a line here.
 */

import { wantedPoints } from '../../distribution/points/targets.ts';
import type { ImageTable } from '../../images/tables.ts';
import { findAdditions } from '../additions/find.ts';
import { seeBootFiles } from '../boot-files.ts';
import { type SeenBootImage, seeBootImage, seeSetup } from '../boot-image-facts.ts';
import { findDrivers } from '../drivers.ts';
import { lastCumulative } from '../last-cumulative.ts';
import type { PlanInput, PlanSetup } from '../plan/input.ts';
import type { Engine } from '../run/engine.ts';
import type { Order } from '../run/run-store.ts';
import { stepHistory } from '../step-history.ts';
import { chosenFor } from './chosen.ts';
import { planImage } from './image.ts';
import { type SeenImage, seeIndexes } from './indexes.ts';
import { missingStacks } from './missing-stacks.ts';
import { dotNetNotAsked, noPoint, notMedia } from './notes.ts';
import { planUpdates } from './updates.ts';

/** Throws Problem for an index, update, rule or addition that is not there, and where nothing can be chosen. */
export async function gatherPlanInput(engine: Engine, image: ImageTable, order: Order): Promise<PlanInput> {
  const { database } = engine.site;
  const points = order.updateDistributionPoint ? await wantedPoints(database, image.id) : [];
  const found = await seeIndexes(engine, image, order);
  const { seen, wanted } = found;
  const additions = additionsFor(engine, found, order);
  const media = await mediaOf(engine, image, { order, seen });
  const isBootImage = image.kind === 'BootImage';
  const isChosen = order.latest || order.rule != null;
  const chosen = isChosen ? await chosenFor(engine, wanted, order, isBootImage) : undefined;
  const updates = await planUpdates(engine, { order, isBootImage, seen, chosen: chosen?.byUpdate, ...media });
  const since = await lastCumulative(database, image.id);
  return {
    image: planImage(image, found.indexes, { isBootImage, since, additions: additions.byIndex }),
    boot: media.bootImage.boot,
    setup: media.setup,
    bootFiles: await seeBootFiles(engine, image, order),
    updates,
    notAsked: await dotNetNotAsked(engine, chosen?.notAsked ?? new Set()),
    history: await stepHistory(database, image),
    distributionPoints: points.map(({ name }) => name),
    warnings: [
      ...found.warnings,
      ...media.bootImage.warnings,
      ...notMedia(image, order),
      ...(order.updateDistributionPoint && points.length === 0 ? [noPoint(image)] : []),
      ...(chosen?.warnings ?? []),
      ...(await missingStacks(engine, wanted, updates)),
    ],
    options: {
      removeSupersededUpdates: order.removeSupersededUpdates,
      cleanupWhenPending: order.cleanupWhenPending ?? 'fail',
      strict: order.strict === true,
      indexes: order.indexes,
      featureSources: additions.sources,
      featureSource: order.featureSource ?? null,
      drivers: order.driverFolder ? findDrivers(engine.ports, order.driverFolder, order.forceUnsigned === true) : null,
    },
  };
}

function additionsFor({ ports }: Engine, { wanted, has }: SeenImage, order: Order): ReturnType<typeof findAdditions> {
  const { languages = [], capabilities = [], capabilitySources = [], features = [], featureSource = null } = order;
  return findAdditions(
    ports,
    { languages, capabilities, capabilitySources, features, featureSource },
    wanted.map(({ index }) => ({ ...index, has: has.get(index.index) ?? (() => false) })),
  );
}

/** What lies around the image and goes along. */
async function mediaOf(
  engine: Engine,
  image: ImageTable,
  { order, seen }: { order: Order } & Pick<SeenImage, 'seen'>,
): Promise<{ bootImage: SeenBootImage; setup: PlanSetup | null }> {
  const isMedia = image.kind === 'UpgradePackage';
  const windows = seen.map(({ facts }) => facts);
  return {
    bootImage:
      isMedia && order.includeBootImage === true
        ? await seeBootImage(engine, image, windows)
        : { boot: null, seen: [], warnings: [] },
    setup: isMedia && order.includeSetup === true ? await seeSetup(engine, image) : null,
  };
}
