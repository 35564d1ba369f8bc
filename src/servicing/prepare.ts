import type { Selectable } from 'kysely';
import type { Skipped } from '../contract/generated/types.ts';
import { Problem } from '../errors.ts';
import { findImage } from '../images/library/find-image.ts';
import type { ImageTable } from '../images/tables.ts';
import { gatherPlanInput } from './gather/gather.ts';
import { type OrderRequest, orderFrom } from './order.ts';
import { planServicing, refusalText, type ServicingPlan } from './plan/plan.ts';
import { resolveUpdates } from './resolve-updates.ts';
import type { Engine } from './run/engine.ts';
import type { Order } from './run/run-store.ts';

export interface Prepared {
  image: Selectable<ImageTable>;
  order: Order;
  plan: ServicingPlan;
}

interface Options {
  signal: AbortSignal;
  dryRun: boolean;
}

/**
 * What a run would do now: the image is found, the updates are resolved, the plan is made. Updates that the image cannot
 * take stand in `plan.skipped` and leave the order. Throws Problem ImgNothingApplicable when updates were named and none
 * is left.
 */
export async function prepare(
  engine: Engine,
  request: OrderRequest & { image: string },
  options: Options,
): Promise<Prepared> {
  const image = await findImage(engine.site.database, request.image);
  const { order, plans } = await prepareAll(engine, { ...request, images: [image] }, options);
  return { image, order, plan: (plans[0] as PlanOfImage).plan };
}

export interface PlanOfImage {
  image: ImageTable;
  plan: ServicingPlan;
}

export interface PreparedImages {
  order: Order;
  /** Of images that can be planned for now. */
  plans: PlanOfImage[];
  /** What no image can take. */
  skipped: Skipped[];
}

/**
 * As `prepare`, for several images; an update that one of them takes stays. `later`: the run is not now, so that what
 * stands in its way now (an empty catalog, pending work) is a warning.
 */
export async function prepareAll(
  engine: Engine,
  request: OrderRequest & { images: readonly ImageTable[]; later?: boolean },
  options: Options,
): Promise<PreparedImages> {
  const { images, later = false } = request;
  const warn = (message: string): void => engine.emit({ level: 'warning', type: 'plan.warning', message });
  const asked = orderFrom(request);
  const order = { ...asked, updates: await resolveUpdates(engine, asked.updates, options) };
  const plans: PlanOfImage[] = [];
  for (const image of images) {
    try {
      plans.push({ image, plan: planServicing(await gatherPlanInput(engine, image, order)) });
    } catch (error) {
      if (!later || !(error instanceof Problem) || error.id !== 'ImgCatalogEmpty') throw error;
      warn(`${image.name}: nothing would be chosen now; the run asks again. ${error.message}`);
    }
  }
  const skipped = skippedByAll(plans);
  const updates = order.updates.filter((uniqueId) => !skipped.some((each) => each.uniqueId === uniqueId));
  if (order.updates.length > 0 && updates.length === 0) {
    const [first] = skipped;
    throw new Problem('ImgNothingApplicable', {
      detail: `None of the updates can go into ${images.map(({ name }) => name).join(', ')}. ${first === undefined ? '' : `${first.title}: ${first.reason}`}`,
    });
  }
  for (const { plan } of plans) {
    if (!options.dryRun && !later) assertPossible(plan, order);
    for (const message of plan.warnings) warn(message);
  }
  for (const { title, reason, uniqueId, reasonCode } of skipped) {
    const data = { uniqueId, reasonCode };
    engine.emit({ level: 'warning', type: 'update.skipped', message: `Left out: ${title}: ${reason}`, data });
  }
  return { order: { ...order, updates }, plans, skipped };
}

function skippedByAll(plans: readonly PlanOfImage[]): Skipped[] {
  const [first, ...others] = plans;
  return (first?.plan.skipped ?? []).filter(({ uniqueId }) =>
    others.every(({ plan }) => plan.skipped.some((each) => each.uniqueId === uniqueId)),
  );
}

/**
 * What is known to fail ends a run before it begins: a clean-up that would be refused, unless it may be skipped; boot managers
 * that boot.wim does not have. Throws Problem ImgCleanupPending, ImgBootFilesMissing.
 */
export function assertPossible(
  { cleanupRefused, bootFilesRefusal }: ServicingPlan,
  { cleanupWhenPending = 'fail' }: Order,
): void {
  if (bootFilesRefusal !== null) throw new Problem('ImgBootFilesMissing', { detail: bootFilesRefusal });
  if (cleanupRefused.length === 0 || cleanupWhenPending === 'skip') return;
  throw new Problem('ImgCleanupPending', { detail: cleanupRefused.map(refusalText).join(' ') });
}
