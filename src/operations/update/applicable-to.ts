import { verdictsOn } from '../../answers/verdicts.ts';
import { inspectWithArticles } from '../../images/library/inspect-with-articles.ts';
import type { ImageIndex } from '../../images/types.ts';
import type { ImageFacts } from '../../selection/facts.ts';
import type { Database } from '../../site/database.ts';
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
    inspectWithArticles(image, { index, database, winre: { newDigest: context.ports.newDigest } }),
  );
  return indexes;
}

/** Those of the updates that at least one of the indexes needs, or that only trying can tell. */
export async function neededBy(
  database: Database,
  images: readonly ImageFacts[],
  uniqueIds: string[],
): Promise<Set<string>> {
  const verdicts = await verdictsOn(database, images, uniqueIds);
  return new Set(uniqueIds.filter((uniqueId) => verdicts.get(uniqueId)?.some(({ isOffered }) => isOffered) === true));
}

/** Why an update that a line chose goes into none of the indexes; undefined when it does go into one. */
export async function reasonAgainst(
  database: Database,
  images: readonly ImageFacts[],
  uniqueId: string,
): Promise<string | undefined> {
  const answers = (await verdictsOn(database, images, [uniqueId])).get(uniqueId);
  if (answers === undefined) return undefined;
  if (answers.length === 0) return 'no image is registered';
  return answers.some(({ isOffered }) => isOffered) ? undefined : answers[0]?.reason;
}
