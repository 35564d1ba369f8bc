import { importBundle } from '../../bundle/import.ts';
import { writeInventory } from '../../bundle/inventory.ts';
import type { BundleImportRequest, BundleImportResult } from '../../contract/generated/types.ts';
import { bundleImport as validate } from '../../contract/generated/validators/bundle.import.js';
import { withSmallYoungSpace } from '../../ports/memory.ts';
import type { Operation } from '../operation.ts';
import { absolutePath } from '../paths.ts';

export const bundleImport: Operation<BundleImportRequest, BundleImportResult> = {
  name: 'bundle.import',
  validate,
  async run({ path, trust = [], content = true, ...request }, { ports, site, signal, dryRun, emit }) {
    const opened = await site();
    const inventory = request.inventory === undefined ? null : absolutePath(request.inventory);
    const asked = { path: absolutePath(path), trust, content, dryRun, signal, tell: emit };
    const imported = await withSmallYoungSpace(() => importBundle({ ports, site: opened }, asked));
    if (inventory !== null && !dryRun) {
      await writeInventory({ site: opened, files: ports.files }, inventory, ports.clock.now().toISOString());
    }
    const partial = imported.errors.length > 0 || imported.sync.failed > 0;
    return { result: { ...imported, inventory, applied: !dryRun }, partial };
  },
};
