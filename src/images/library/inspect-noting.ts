import { filedFamily } from '../../catalog/store/filed-family.ts';
import { articleOf } from '../../catalog/store/releases.ts';
import type { NewDigest } from '../../formats/bytes.ts';
import type { Database } from '../../site/database.ts';
import { inspectImage } from '../inspect.ts';
import type { ArticleOf, ImageInspection, ImageLine } from '../types.ts';
import type { OpenImage } from './open-image.ts';

/** What a caller wants to know beside the facts that are always there. Plain data, so that a thread can be asked. */
export interface NotingParts {
  index?: number | undefined;
  packages?: boolean | undefined;
  features?: boolean | undefined;
  winre?: boolean | undefined;
}

/** A question for the KB of a cumulative update. */
export interface Asked {
  line: ImageLine;
  /** "build.revision" */
  revision: string;
}

/** An inspection in which a question stands in place of each KB that the image does not hold. */
export interface NotedInspection {
  inspection: ImageInspection;
  /** By what stands in its place. */
  asked: Map<string, Asked>;
}

/** What is in an image file. Reading cannot wait for the database: it notes what to ask there. Throws FormatError. */
export function inspectNoting(
  { wim, size, path, iso }: OpenImage,
  { index, packages = false, features = false, winre = false }: NotingParts,
  newDigest: NewDigest,
): NotedInspection {
  const asked = new Map<string, Asked>();
  const note: ArticleOf = (line, revision) => {
    const key = `${line.family} ${line.release} ${line.architecture} ${revision}`;
    asked.set(key, { line, revision });
    return key;
  };
  const inspection = inspectImage(wim, {
    path,
    size,
    packages,
    features,
    articleOf: note,
    ...(index === undefined ? {} : { index }),
    ...(winre ? { winre: { newDigest } } : {}),
  });
  return { inspection: iso === undefined ? inspection : { ...inspection, iso }, asked };
}

/**
 * Puts the KBs in the place of the questions, and the catalog's name of each system in the place of the image's own.
 * KBs come from the release table or the catalog; without a database they stay null.
 */
export async function withArticles(
  { inspection, asked }: NotedInspection,
  database: Database | null,
): Promise<ImageInspection> {
  if (database !== null) for (const index of inspection.indexes) index.family = await filedFamily(database, index);
  const answers = new Map<string, string | null>();
  for (const [key, question] of asked) answers.set(key, database === null ? null : await answer(database, question));
  for (const { packages = [] } of inspection.indexes) {
    for (const one of packages) one.articleId = answers.get(one.articleId ?? '') ?? unasked(one.articleId, asked);
  }
  return inspection;
}

async function answer(database: Database, { line, revision: text }: Asked): Promise<string | null> {
  const [build, revision] = text.split('.').map(Number);
  const family = await filedFamily(database, line);
  if (family === null || build === undefined || revision === undefined) return null;
  return articleOf(database, { family, release: line.release, build, revision });
}

/** A KB that the image itself holds. */
function unasked(articleId: string | null, asked: ReadonlyMap<string, Asked>): string | null {
  return articleId !== null && asked.has(articleId) ? null : articleId;
}
