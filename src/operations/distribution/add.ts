import type { DistributionAddRequest, DistributionAddResult } from '../../contract/generated/types.ts';
import { distributionAdd as validate } from '../../contract/generated/validators/distribution.add.js';
import { pointKind } from '../../distribution/points/kinds.ts';
import { openPoint } from '../../distribution/points/send.ts';
import { settledPointSettings } from '../../distribution/points/settings.ts';
import { addPoint, assertFreePoint, newPointRow, pointDocument } from '../../distribution/points/targets.ts';
import type { Operation } from '../operation.ts';
import { absolutePath } from '../paths.ts';

export const distributionAdd: Operation<DistributionAddRequest, DistributionAddResult> = {
  name: 'distribution.add',
  validate,
  async run({ name, type, path, settings, groups = [], enabled = true }, { site, ports, signal, dryRun }) {
    const { type: kind } = pointKind(type);
    const wish = { settings, path: path === undefined ? undefined : absolutePath(path) };
    const settled = settledPointSettings(ports, kind, wish);
    const opened = await site();
    const { database } = opened;
    const row = newPointRow({ name, type: kind, settings: settled, groups, enabled }, ports.clock.now().toISOString());
    await assertFreePoint(database, name);
    if (!dryRun) {
      await openPoint({ ports, site: opened, signal }, row).prepare();
      await addPoint(database, row);
    }
    return { result: { point: await pointDocument(database, row), applied: !dryRun, warnings: [] } };
  },
};
