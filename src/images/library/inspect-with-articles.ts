import { articleOf } from '../../catalog/store/releases.ts';
import type { NewDigest } from '../../formats/bytes.ts';
import type { Database } from '../../site/database.ts';
import { type InspectOptions, inspectImage } from '../inspect.ts';
import type { ArticleOf, ImageInspection, ImageLine } from '../types.ts';
import type { OpenImage } from './open-image.ts';

/** A question for the KB of a cumulative update. */
interface Asked {
  line: ImageLine;
  /** "build.revision" */
  revision: string;
}

/** What a caller wants to know beside the facts that are always there. */
export interface WantedParts {
  index?: number | undefined;
  features?: boolean | undefined;
  /** Given: the recovery image of each index too. */
  winre?: { newDigest: NewDigest } | undefined;
}

/** The same as options of `inspectImage`. */
export function partsOf({ index, features, winre }: WantedParts): Pick<InspectOptions, 'index' | 'features' | 'winre'> {
  return {
    ...(index === undefined ? {} : { index }),
    ...(features === true ? { features } : {}),
    ...(winre === undefined ? {} : { winre }),
  };
}

/**
 * What is in an image file, with its packages. The KB of a cumulative update, which no image holds, comes from the
 * release table or the catalog; without a database it stays null. Throws FormatError.
 */
export async function inspectWithArticles(
  { wim, source, path }: OpenImage,
  { database, ...wanted }: WantedParts & { database: Database | null },
): Promise<ImageInspection> {
  const asked = new Map<string, Asked>();
  // The inspection cannot wait for the database: it notes each question in place of the answer.
  const note: ArticleOf = (line, revision) => {
    const key = `${line.family} ${line.release} ${line.architecture} ${revision}`;
    asked.set(key, { line, revision });
    return key;
  };
  const inspection = inspectImage(wim, {
    path,
    size: source.size,
    packages: true,
    articleOf: note,
    ...partsOf(wanted),
  });
  const answers = new Map<string, string | null>();
  for (const [key, question] of asked) answers.set(key, database === null ? null : await answer(database, question));
  for (const { packages = [] } of inspection.indexes) {
    for (const one of packages) one.articleId = answers.get(one.articleId ?? '') ?? unasked(one.articleId, asked);
  }
  return inspection;
}

async function answer(database: Database, { line, revision: text }: Asked): Promise<string | null> {
  const [build, revision] = text.split('.').map(Number);
  if (line.family === null || build === undefined || revision === undefined) return null;
  return articleOf(database, { family: line.family, release: line.release, build, revision });
}

/** A KB that the image itself holds. */
function unasked(articleId: string | null, asked: ReadonlyMap<string, Asked>): string | null {
  return articleId !== null && asked.has(articleId) ? null : articleId;
}
