import { exportBundle } from '../../bundle/export.ts';
import { emptyInventory, readInventory, writeInventory } from '../../bundle/inventory.ts';
import type { BundleExportRequest, BundleExportResult } from '../../contract/generated/types.ts';
import { bundleExport as validate } from '../../contract/generated/validators.js';
import { Problem } from '../../errors.ts';
import { questionOfRule, rolesOfRule } from '../../rules/question.ts';
import { findRule } from '../../rules/rules.ts';
import { indexesOfImage, registeredImages } from '../image/registered-indexes.ts';
import type { Context, Operation } from '../operation.ts';
import { absolutePath } from '../paths.ts';
import { moment } from '../update/moment.ts';
import { recommendationFor } from '../update/recommendation.ts';
import { meantUpdates } from './meant-updates.ts';

export const bundleExport: Operation<BundleExportRequest, BundleExportResult> = {
  name: 'bundle.export',
  positional: 'to',
  validate,
  async run(request, context) {
    const { ports, site, signal, dryRun, emit } = context;
    const opened = await site();
    const other = request.for === undefined ? undefined : absolutePath(request.for);
    const inventory = request.inventory === undefined ? null : absolutePath(request.inventory);
    const exported = await exportBundle(
      { ports, site: opened },
      {
        to: absolutePath(request.to),
        uniqueIds: await wantedUpdates(request, context),
        since: moment(request.since, '/since'),
        content: request.content ?? true,
        inventory: other === undefined ? emptyInventory : readInventory(ports.files, other),
        dryRun,
        signal,
        onProgress: (message, done, total) =>
          emit({ level: 'info', type: 'bundle.progress', message, data: { done, total } }),
      },
    );
    if (inventory !== null && !dryRun) {
      await writeInventory({ site: opened, files: ports.files }, inventory, ports.clock.now().toISOString());
    }
    return { result: { ...exported, inventory, applied: !dryRun }, partial: exported.errors.length > 0 };
  },
};

/** What the filters of a request choose together; undefined: everything. */
async function wantedUpdates(
  { update, image, rule }: BundleExportRequest,
  context: Context,
): Promise<string[] | undefined> {
  if (update === undefined && image === undefined && rule === undefined) return undefined;
  const { database } = await context.site();
  const named = update === undefined ? [] : await meantUpdates(database, update);
  const chosen = image === undefined && rule === undefined ? [] : await chosenUpdates({ image, rule }, context);
  const all = [...new Set([...named, ...chosen])];
  if (all.length > 0) return all;
  throw new Problem('ImgUpdateNotFound', {
    detail: `${rule === undefined ? `The image ${image}` : `The rule ${rule}`} needs no update of this catalog, so the bundle would be empty.`,
  });
}

async function chosenUpdates(
  { image, rule: name }: { image: string | undefined; rule: string | undefined },
  context: Context,
): Promise<string[]> {
  const { database } = await context.site();
  const now = context.ports.clock.now().toISOString();
  const rule = name === undefined ? undefined : await findRule(database, name);
  const question = { ...(rule === undefined ? {} : questionOfRule(rule, now)), now };
  const roles = rule === undefined ? undefined : rolesOfRule(rule);
  const chosen: string[] = [];
  for (const row of await registeredImages(context, image)) {
    context.signal.throwIfAborted();
    const { indexes } = await indexesOfImage(row, context);
    const { updates } = await recommendationFor(database, { indexes, question, roles });
    chosen.push(...updates.map(({ uniqueId }) => uniqueId));
  }
  return chosen;
}
