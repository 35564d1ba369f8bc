import { sql } from 'kysely';
import type { Derived } from '../catalog/store/read-derived.ts';
import type { ImageFacts } from '../selection/facts.ts';
import type { NeededCheckpoint } from '../selection/recommend.ts';
import type { Database } from '../site/database.ts';
import { articleOfFile } from '../updates/file-names.ts';
import { baseBuild, knownCheckpoints } from '../updates/known-releases.ts';

/**
 * Checkpoints of a cumulative update, oldest first: those of the table below it, and those that its own files name. Of
 * each the record in the image's line, or the update itself where the checkpoint lies among its files.
 */
export async function checkpointsOf(
  database: Database,
  target: Derived | undefined,
  image: ImageFacts,
): Promise<NeededCheckpoint[]> {
  const member = target?.lines.find(({ line }) => line.family === image.family && line.release === image.release);
  if (target === undefined || member === undefined) return [];
  const { build, revision } = member;
  const found = new Map<string, NeededCheckpoint>();
  for (const row of knownCheckpoints) {
    const isBelow =
      build !== null && revision !== null && baseBuild(build) === baseBuild(row.build) && revision > row.revision;
    if (isBelow) found.set(row.articleId, { ...row, uniqueId: null, file: null });
  }
  for (const { name } of target.update.files) {
    const articleId = /\.msu$/i.test(name) ? articleOfFile(name) : null;
    if (articleId === null || articleId === target.articleId) continue;
    const known = found.get(articleId) ?? { articleId, build: null, revision: null, uniqueId: null, file: null };
    found.set(articleId, { ...known, file: { uniqueId: target.update.uniqueId, name } });
  }
  const records = await recordsOf(database, [...found.keys()], image);
  return [...found.values()]
    .map((checkpoint) => ({ ...checkpoint, ...records.get(checkpoint.articleId) }))
    .sort((a, b) => (a.revision ?? 0) - (b.revision ?? 0));
}

/**
 * The records of these KBs in the image's line of cumulative updates, else in that of a release with the same packages: the
 * checkpoints of 25H2 are those of 24H2.
 */
async function recordsOf(
  database: Database,
  articleIds: readonly string[],
  image: ImageFacts,
): Promise<Map<string, Partial<NeededCheckpoint>>> {
  if (articleIds.length === 0) return new Map();
  const base = image.build === null ? null : baseBuild(image.build);
  const { rows } = await sql<{ article_id: string; unique_id: string; build: number | null; revision: number | null }>`
    SELECT u.article_id, u.unique_id, m.build, m.revision FROM catalog_update u
      JOIN catalog_member m ON m.update_id = u.id JOIN catalog_line l ON l.line_id = m.line_id
    WHERE u.article_id IN (SELECT value FROM json_each(${JSON.stringify(articleIds)})) AND l.family = ${image.family}
      AND (l.release IN (${image.release}, '') OR m.base_build = ${base}) AND l.architecture = ${image.architecture} AND l.kind = 'CumulativeUpdate'
      AND u.hidden = 0 AND u.declined_here = 0
    ORDER BY l.release IN (${image.release}, ''), m.exact, u.posted, u.unique_id`.execute(database);
  return new Map(
    rows.map(({ article_id, unique_id, build, revision }) => [
      article_id,
      { uniqueId: unique_id, ...(build === null || revision === null ? {} : { build, revision }) },
    ]),
  );
}
