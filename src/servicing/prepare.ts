import type { Selectable } from 'kysely';
import { Problem } from '../errors.ts';
import { findImage } from '../images/library/find-image.ts';
import type { ImageTable } from '../images/tables.ts';
import { gatherPlanInput } from './gather.ts';
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

/**
 * What a schedule or a run would do now: the image is found, the updates are resolved, the plan is made. Updates that
 * the image cannot take stand in `plan.skipped` and leave the order. Throws Problem ImgNothingApplicable when updates
 * were named and none is left.
 */
export async function prepare(
  engine: Engine,
  request: OrderRequest & { image: string },
  options: { signal: AbortSignal; dryRun: boolean },
): Promise<Prepared> {
  const image = await findImage(engine.site.database, request.image);
  const asked = orderFrom(request);
  const order = { ...asked, updates: await resolveUpdates(engine, asked.updates, options) };
  const plan = planServicing(await gatherPlanInput(engine, image, order));
  const skipped = new Set(plan.skipped.map(({ uniqueId }) => uniqueId));
  const updates = order.updates.filter((uniqueId) => !skipped.has(uniqueId));
  if (order.updates.length > 0 && updates.length === 0) {
    const first = plan.skipped[0];
    throw new Problem('ImgNothingApplicable', {
      detail: `None of the updates can go into ${image.name}. ${first === undefined ? '' : `${first.title}: ${first.reason}`}`,
    });
  }
  if (!options.dryRun) assertCleanupPossible(plan, order);
  for (const message of plan.warnings) engine.emit({ level: 'warning', type: 'plan.warning', message });
  for (const { title, reason, uniqueId, reasonCode } of plan.skipped) {
    const data = { uniqueId, reasonCode };
    engine.emit({ level: 'warning', type: 'update.skipped', message: `Left out: ${title}: ${reason}`, data });
  }
  return { image, order: { ...order, updates }, plan };
}

/** A clean-up that would be refused ends a run before it begins, unless it may be skipped. Throws Problem ImgCleanupPending. */
export function assertCleanupPossible({ cleanupRefused }: ServicingPlan, { cleanupWhenPending = 'fail' }: Order): void {
  if (cleanupRefused.length === 0 || cleanupWhenPending === 'skip') return;
  throw new Problem('ImgCleanupPending', { detail: cleanupRefused.map(refusalText).join(' ') });
}
