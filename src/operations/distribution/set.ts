import type { DistributionSetRequest, DistributionSetResult } from '../../contract/generated/types.ts';
import { distributionSet as validate } from '../../contract/generated/validators.js';
import { openPoint } from '../../distribution/points/send.ts';
import { settledPointSettings } from '../../distribution/points/settings.ts';
import { assertFreePoint, changePoint, pointDocument, pointKey, pointRow } from '../../distribution/points/targets.ts';
import type { Operation } from '../operation.ts';
import { absolutePath } from '../paths.ts';

export const distributionSet: Operation<DistributionSetRequest, DistributionSetResult> = {
  name: 'distribution.set',
  positional: 'name',
  validate,
  async run({ name, newName, path, settings, groups, enabled }, { site, ports, signal, dryRun }) {
    const opened = await site();
    const { database } = opened;
    const known = await pointRow(database, name);
    const wish = { settings, path: path === undefined ? undefined : absolutePath(path) };
    const settled = settledPointSettings(ports, known.type, wish, JSON.parse(known.settings_json));
    if (newName !== undefined && pointKey(newName) !== known.name_key) await assertFreePoint(database, newName);
    const row = {
      ...known,
      name: newName ?? known.name,
      name_key: pointKey(newName ?? known.name),
      settings_json: JSON.stringify(settled),
      groups_json: groups === undefined ? known.groups_json : JSON.stringify(groups),
      enabled: enabled === undefined ? known.enabled : Number(enabled),
      modified: ports.clock.now().toISOString(),
    };
    if (!dryRun) {
      // A place that is named is made ready: also one that was emptied on purpose.
      const places = [path, settings?.['path'], settings?.['bucket'], settings?.['prefix'], settings?.['endpoint']];
      if (places.some((place) => place !== undefined)) await openPoint({ ports, site: opened, signal }, row).prepare();
      await changePoint(database, known.name_key, row);
    }
    const point = await pointDocument(database, row);
    return { result: { point, applied: !dryRun, warnings: [] } };
  },
};
