import type { ImageIndex, Proof } from '../../contract/generated/types.ts';
import type { RecoveryImage } from '../plan/recovery.ts';
import type { InstalledUpdate } from '../steps/installed-update.ts';
import { provePackage } from './proof.ts';

type RecoveryProof = NonNullable<Proof['recovery']>;

const MB = 1024 * 1024;
/** What Setup wants on the recovery partition beside the file, and what updates of recovery images want free. */
const besideOfSetup = 52 * MB;
const freeOfUpdates = 250 * MB;

/**
 * Compares the recovery images that were read back with what should have gone into them. Indexes that held the same file
 * must hold the same file again: else it would be stored twice.
 */
export function proveRecovery(
  images: readonly RecoveryImage[],
  installed: ReadonlyMap<number, readonly InstalledUpdate[]>,
  after: readonly ImageIndex[],
): RecoveryProof {
  return images.flatMap((image) => {
    const updates = installed.get(image.number);
    if (updates === undefined) return [];
    const found = image.into.map((index) => ({
      index,
      winre: after.find((each) => each.index === index)?.winre ?? null,
    }));
    const [first] = found;
    return found.map(({ index, winre }) => {
      const [inside] = winre?.indexes ?? [];
      const proved = updates.map((each) => provePackage(each, inside));
      return {
        ...{ index, before: image.revision, after: typeof inside?.revision === 'string' ? inside.revision : null },
        ...{ sha1Before: image.sha1, sha1After: winre?.sha1 ?? null },
        ...{ sizeBefore: image.size, sizeAfter: winre?.size ?? null },
        updates: proved.map(({ articleId, identity, state }) => ({ articleId, identity, state })),
        missing: [
          ...(winre === null ? ['The index has no recovery image.'] : []),
          ...(winre?.sha1 === image.sha1 ? ['The recovery image is the one from before.'] : []),
          ...(winre?.sha1 === first?.winre?.sha1 ? [] : [`It is not the file that index ${first?.index} has.`]),
          ...proved.flatMap((each) => each.missing),
        ],
        warnings: sizeWarnings(image.size, winre?.size ?? 0),
      };
    });
  });
}

/** Empty where the file did not grow: it then fits where the one before did. */
function sizeWarnings(before: number, after: number): string[] {
  if (after <= before) return [];
  const inMB = (bytes: number): number => Math.ceil(bytes / MB);
  return [
    `The recovery image grew by ${inMB(after - before)} MB to ${inMB(after)} MB: Setup needs ${inMB(after + besideOfSetup)} MB for it on a recovery partition, and updates of it want ${inMB(freeOfUpdates)} MB free there.`,
  ];
}
