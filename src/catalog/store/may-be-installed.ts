import { sql } from 'kysely';
import type { Database } from '../../site/database.ts';
import { baseBuild } from '../../updates/known-releases.ts';

/** What an image tells of what is installed in it. */
export interface InstalledIn {
  family: string | null;
  release: string | null;
  architecture: string | null;
  build: number | null;
  ubr: number | null;
  packages: readonly { articleId: string | null }[];
  recovery?: readonly { articleId: string | null }[] | null;
}

/**
 * Every update that may be installed in one of these images, found by index instead of by reading the catalog: those of
 * the KBs in it, of its revision, and those whose packages were read here. Whether one is, a verdict tells.
 */
export async function mayBeInstalled(database: Database, images: readonly InstalledIn[]): Promise<string[]> {
  const packages = images.flatMap(({ packages: own, recovery }) => [...own, ...(recovery ?? [])]);
  const articles = JSON.stringify([...new Set(packages.flatMap(({ articleId }) => articleId ?? []))]);
  const found = await sql<{ id: string }>`SELECT unique_id AS id FROM catalog_update
      WHERE article_id IN (SELECT value FROM json_each(${articles}))
    UNION SELECT unique_id FROM catalog_learned`.execute(database);
  const ids = new Set(found.rows.map(({ id }) => id));
  for (const { family, build, ubr } of images) {
    if (family === null || build === null || ubr === null) continue;
    const same = await sql<{ id: string }>`SELECT u.unique_id AS id FROM catalog_line l
      JOIN catalog_member m ON m.line_id = l.line_id AND m.base_build = ${baseBuild(build)} AND m.revision = ${ubr}
      JOIN catalog_update u ON u.id = m.update_id WHERE l.family = ${family}`.execute(database);
    for (const { id } of same.rows) ids.add(id);
  }
  // An update of .NET may be there as the package for the version that the image has, which is another KB.
  const systems = JSON.stringify(images.map(({ family, release, architecture }) => [family, release, architecture]));
  const dotNet = await sql<{ id: string }>`SELECT u.unique_id AS id FROM json_each(${systems}) s
    JOIN catalog_line l ON l.family = s.value ->> 0 AND l.release = s.value ->> 1 AND l.architecture = s.value ->> 2
      AND l.kind = 'DotNetCumulativeUpdate'
    JOIN catalog_member m ON m.line_id = l.line_id JOIN catalog_update u ON u.id = m.update_id`.execute(database);
  for (const { id } of dotNet.rows) ids.add(id);
  return [...ids];
}
