import type { UpgradePackageListRequest, UpgradePackageListResult } from '../../contract/generated/types.ts';
import { upgradePackageList as validate } from '../../contract/generated/validators/upgrade-package.list.js';
import { listUpgradePackages } from '../../images/upgrade-packages/packages.ts';
import type { Operation } from '../operation.ts';

export const upgradePackageList: Operation<UpgradePackageListRequest, UpgradePackageListResult> = {
  name: 'upgrade-package.list',
  validate,
  async run({ name, id, limit, after }, { site }) {
    const { database } = await site();
    return { result: await listUpgradePackages(database, { name, id, limit: limit ?? 500, after }) };
  },
};
