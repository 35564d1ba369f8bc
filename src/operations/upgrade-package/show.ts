import type { UpgradePackageShowRequest, UpgradePackageShowResult } from '../../contract/generated/types.ts';
import { upgradePackageShow as validate } from '../../contract/generated/validators/upgrade-package.show.js';
import { findUpgradePackage, upgradePackageDocument } from '../../images/upgrade-packages/packages.ts';
import type { Operation } from '../operation.ts';

export const upgradePackageShow: Operation<UpgradePackageShowRequest, UpgradePackageShowResult> = {
  name: 'upgrade-package.show',
  validate,
  async run({ upgradePackage }, { site }) {
    const { database } = await site();
    const found = await findUpgradePackage(database, upgradePackage);
    return { result: { upgradePackage: await upgradePackageDocument(database, found) } };
  },
};
