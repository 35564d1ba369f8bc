import type { UpgradePackageAddRequest, UpgradePackageAddResult } from '../../contract/generated/types.ts';
import { upgradePackageAdd as validate } from '../../contract/generated/validators.js';
import { keepIndex } from '../../distribution/publishing/keep-index.ts';
import { retentionOf } from '../../distribution/publishing/publishing.ts';
import { whileLocked } from '../../images/library/busy.ts';
import { findImage } from '../../images/library/find-image.ts';
import type { Library } from '../../images/library/library.ts';
import { removeImage } from '../../images/library/remove-image.ts';
import { type AddedUpgradePackage, addUpgradePackage } from '../../images/upgrade-packages/add.ts';
import { upgradePackageDocument } from '../../images/upgrade-packages/packages.ts';
import { libraryOf, transferOf } from '../image/library-of.ts';
import { warnAbout } from '../image/warn-about.ts';
import type { Context, Operation } from '../operation.ts';
import { absolutePath } from '../paths.ts';

export const upgradePackageAdd: Operation<UpgradePackageAddRequest, UpgradePackageAddResult> = {
  name: 'upgrade-package.add',
  positional: 'path',
  validate,
  async run({ path, name, version, description, acceptEula, index, to }, context) {
    const source = absolutePath(path);
    const library = await libraryOf(context, `Reading ${source}`);
    const wanted = {
      path: source,
      name,
      version: version ?? '',
      description: description ?? '',
      acceptEula: acceptEula === true,
      index,
      to: to === undefined ? undefined : absolutePath(to),
    };
    const added = await addUpgradePackage(library, wanted, transferOf(context, `Taking out ${source}`));
    const row = index === undefined || !added.isWhole ? added.row : await reduced(context, library, added, index);
    warnAbout(context, row);
    const upgradePackage = await upgradePackageDocument(library.database, { ...added, row });
    return { result: { upgradePackage, applied: !context.dryRun } };
  },
};

/** Keeps one index in the file; when that fails the package is not registered, and its file is as it was. */
async function reduced(
  context: Context,
  library: Library,
  { row }: AddedUpgradePackage,
  index: number,
): Promise<AddedUpgradePackage['row']> {
  const retention = retentionOf(await (await context.site()).settings());
  const extracting = { ...library, transfer: transferOf(context, `Extracting index ${index} from ${row.path}`) };
  try {
    await whileLocked(library, row, () => keepIndex(extracting, row, { index, retention }));
  } catch (error) {
    const unpublished = (await findImage(library.database, row.id)).source_version === row.source_version;
    if (unpublished) await removeImage(library, row.id, { content: false });
    throw error;
  }
  return findImage(library.database, row.id);
}
