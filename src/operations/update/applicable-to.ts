import { readDerived } from '../../catalog/store/read-derived.ts';
import { inspectWithArticles } from '../../images/library/inspect-with-articles.ts';
import type { ImageIndex } from '../../images/types.ts';
import { applicability } from '../../selection/applicability.ts';
import { targetMeant, withTarget } from '../image/target.ts';
import type { Context } from '../operation.ts';

/**
 * The indexes of what `applicableTo` names: a registered image by id or name, else a file. Throws Problem
 * ImgImageNotFound when it is neither, ImgIndexNotFound.
 */
export async function indexesMeant(
  context: Context,
  applicableTo: string,
  index: number | undefined,
): Promise<ImageIndex[]> {
  const { database } = await context.site();
  const { indexes } = await withTarget(await targetMeant(context, applicableTo), context, (image) =>
    inspectWithArticles(image, { index, database }),
  );
  return indexes;
}

/** Those of the updates that at least one of the indexes needs, or that only trying can tell. */
export async function neededBy(context: Context, indexes: ImageIndex[], uniqueIds: string[]): Promise<Set<string>> {
  const { database } = await context.site();
  const derived = await readDerived(database, uniqueIds);
  const needed = uniqueIds.filter((uniqueId) => {
    const update = derived.get(uniqueId);
    if (update === undefined) return false;
    return indexes.some((index) => applicability(update, { ...index, packages: index.packages ?? [] }).isOffered);
  });
  return new Set(needed);
}

/** Why an update that a line chose goes into none of the indexes; undefined when it does go into one. */
export async function reasonAgainst(
  context: Context,
  indexes: ImageIndex[],
  uniqueId: string,
): Promise<string | undefined> {
  const { database } = await context.site();
  const update = (await readDerived(database, [uniqueId])).get(uniqueId);
  if (update === undefined) return undefined;
  const answers = indexes.map((index) => applicability(update, { ...index, packages: index.packages ?? [] }));
  if (answers.length === 0) return 'no image is registered';
  return answers.some(({ isOffered }) => isOffered) ? undefined : answers[0]?.reason;
}
