import type { UpgradePackageRemoveRequest, UpgradePackageRemoveResult } from '../../contract/generated/types.ts';
import { upgradePackageRemove as validate } from '../../contract/generated/validators/upgrade-package.remove.js';
import { removeImage } from '../../images/library/remove-image.ts';
import { findUpgradePackage, upgradePackageDocument } from '../../images/upgrade-packages/packages.ts';
import { libraryOf } from '../image/library-of.ts';
import type { Operation } from '../operation.ts';

export const upgradePackageRemove: Operation<UpgradePackageRemoveRequest, UpgradePackageRemoveResult> = {
  name: 'upgrade-package.remove',
  validate,
  async run({ upgradePackage }, context) {
    const library = await libraryOf(context, `Removing ${upgradePackage}`);
    const found = await findUpgradePackage(library.database, upgradePackage);
    const document = await upgradePackageDocument(library.database, found);
    await removeImage(library, found.row.id, { content: false });
    return { result: { upgradePackage: document, applied: !context.dryRun } };
  },
};
