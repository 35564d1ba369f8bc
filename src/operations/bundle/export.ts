import { exportBundle } from '../../bundle/export.ts';
import { emptyInventory, readInventory, writeInventory } from '../../bundle/inventory.ts';
import type { BundleExportRequest, BundleExportResult } from '../../contract/generated/types.ts';
import { bundleExport as validate } from '../../contract/generated/validators/bundle.export.js';
import type { Operation } from '../operation.ts';
import { absolutePath } from '../paths.ts';
import { moment } from '../update/moment.ts';
import { wantedUpdates } from '../update/wanted-updates.ts';

export const bundleExport: Operation<BundleExportRequest, BundleExportResult> = {
  name: 'bundle.export',
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
