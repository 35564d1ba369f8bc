import type { UpgradePackageSetRequest, UpgradePackageSetResult } from '../../contract/generated/types.ts';
import { upgradePackageSet as validate } from '../../contract/generated/validators/upgrade-package.set.js';
import { setUpgradePackage, upgradePackageDocument } from '../../images/upgrade-packages/packages.ts';
import { libraryOf } from '../image/library-of.ts';
import type { Operation } from '../operation.ts';
import { absolutePath } from '../paths.ts';

export const upgradePackageSet: Operation<UpgradePackageSetRequest, UpgradePackageSetResult> = {
  name: 'upgrade-package.set',
  validate,
  async run({ upgradePackage, path, ...changes }, context) {
    const folder = path === undefined ? undefined : absolutePath(path);
    const library = await libraryOf(context, `Reading ${folder ?? upgradePackage}`);
    const set = await setUpgradePackage(library, upgradePackage, { ...changes, path: folder });
    const document = await upgradePackageDocument(library.database, set);
    return { result: { upgradePackage: document, applied: !context.dryRun } };
  },
};
