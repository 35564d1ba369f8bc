import { packagesBehind } from '../../images/behind.ts';
import type { ImageTable } from '../../images/tables.ts';
import { hasSeparateServicingStack } from '../../updates/known-releases.ts';
import type { findAdditions } from '../additions/find.ts';
import type { PlanImage, PlanRecovery } from '../plan/input.ts';
import type { IndexInFile } from './indexes.ts';

/** The image as a plan sees it. `since`: when our runs last put a cumulative update into an index. */
export function planImage(
  image: ImageTable,
  indexes: readonly IndexInFile[],
  known: {
    isBootImage: boolean;
    since: ReadonlyMap<number, string>;
    additions: ReturnType<typeof findAdditions>['byIndex'];
  },
): PlanImage {
  const { isBootImage, since, additions } = known;
  return {
    name: image.name,
    path: image.path,
    size: image.size,
    rehearsal: image.rehearsal === 1,
    ...(isBootImage ? { isBootImage } : {}),
    indexes: indexes.map((each) => {
      const { index, name, revision, totalBytes, pending = [] } = each;
      const own = additions.get(index);
      return {
        ...{ index, name, revision, totalBytes, pending, recovery: recoveryOf(each) },
        ...(own === undefined ? {} : { additions: own }),
        ...(isBootImage ? {} : { behind: packagesBehind(each.packages ?? [], since.get(index)) }),
      };
    }),
  };
}

function recoveryOf({ winre, release }: IndexInFile): PlanRecovery | null {
  const [first] = winre?.indexes ?? [];
  if (winre == null || first === undefined) return null;
  const isStackApart = hasSeparateServicingStack(release ?? '');
  return { sha1: winre.sha1, size: winre.size, revision: first.revision, indexes: winre.indexes.length, isStackApart };
}
