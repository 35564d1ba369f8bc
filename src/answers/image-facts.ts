/** The facts of one index that a verdict rests on: what its inspection says, and what the catalog knows of its packages. */
import { sql } from 'kysely';
import type { ImageIndex } from '../images/types.ts';
import type { ImageFacts } from '../selection/facts.ts';
import { compareGeneration } from '../selection/order.ts';
import type { Database } from '../site/database.ts';
import { shippedDotNet } from '../updates/dot-net.ts';
import type { UpdateKind } from '../updates/kinds.ts';
import { baseBuild } from '../updates/known-releases.ts';

/** Those members of an inspected index that are asked for; packages where they were read. */
export type InspectedIndex = Pick<ImageIndex, 'family' | 'release' | 'architecture' | 'build' | 'ubr'> &
  Partial<Pick<ImageIndex, 'dotNet' | 'edition' | 'installationType' | 'packages' | 'winre' | 'pending'>>;

/** States in which a package is part of the image, or was until a newer one replaced it. */
const inEffect = ['Installed', 'Install Pending', 'Superseded'];

/** The facts of several indexes, in their order. */
export async function factsOfIndexes(database: Database, indexes: readonly InspectedIndex[]): Promise<ImageFacts[]> {
  const found: ImageFacts[] = [];
  for (const index of indexes) found.push(await imageFacts(database, index));
  return found;
}

export async function imageFacts(database: Database, index: InspectedIndex): Promise<ImageFacts> {
  const {
    family,
    release,
    architecture,
    build,
    ubr,
    dotNet = null,
    edition = null,
    installationType = null,
    packages = [],
    winre,
  } = index;
  const recovery = winre === undefined ? {} : { recovery: winre === null ? null : winre.indexes.flatMap(packagesOf) };
  return {
    ...{ family, release, architecture, build, ubr, packages, edition, installationType },
    dotNet: dotNet ?? (build === null ? null : shippedDotNet(build)),
    month: await monthOf(database, index),
    newest: await newestInstalled(database, index),
    ...recovery,
  };
}

function packagesOf({ packages }: ImageIndex): NonNullable<ImageIndex['packages']> {
  return packages ?? [];
}

/** Month of the cumulative update that an image is at, from the release table, else from the catalog. */
async function monthOf(database: Database, { family, build, ubr }: InspectedIndex): Promise<string | null> {
  if (family === null || build === null || ubr === null) return null;
  const { rows } = await sql<{ month: string }>`SELECT substr(date, 1, 7) AS month FROM release_row
      WHERE family = ${family} AND revision = ${ubr} AND build = ${build}
    UNION ALL SELECT m.month FROM catalog_line l JOIN catalog_member m ON m.line_id = l.line_id
      WHERE l.family = ${family} AND l.kind = 'CumulativeUpdate' AND m.base_build = ${baseBuild(build)}
        AND m.revision = ${ubr} AND m.month <> ''
    LIMIT 1`.execute(database);
  return rows[0]?.month ?? null;
}

interface InstalledMember {
  kind: string;
  article_id: string;
  build: number | null;
  revision: number | null;
  month: string | null;
}

/** What the catalog knows of the KBs that are installed: the newest of each line of the image. */
async function newestInstalled(database: Database, index: InspectedIndex): Promise<NonNullable<ImageFacts['newest']>> {
  const { family, release, architecture, packages = [], winre } = index;
  const all = [...packages, ...(winre?.indexes ?? []).flatMap(packagesOf)];
  const articles = all.filter(({ state }) => inEffect.includes(state)).flatMap(({ articleId }) => articleId ?? []);
  const newest = new Map<
    UpdateKind,
    { articleId: string; month: string | null } & Pick<InstalledMember, 'build' | 'revision'> & { datePosted: null }
  >();
  if (articles.length === 0 || family === null || release === null || architecture === null) return newest;
  const { rows } = await sql<InstalledMember>`SELECT l.kind, u.article_id, m.build, m.revision, u.month
    FROM catalog_update u JOIN catalog_member m ON m.update_id = u.id JOIN catalog_line l ON l.line_id = m.line_id
    WHERE u.article_id IN (SELECT value FROM json_each(${JSON.stringify([...new Set(articles)])}))
      AND l.family = ${family} AND l.release IN (${release}, '') AND l.architecture = ${architecture}`.execute(
    database,
  );
  for (const { kind, article_id: articleId, build, revision, month } of rows) {
    const one = { articleId, build, revision, month: month === '' ? null : month, datePosted: null };
    const known = newest.get(kind as UpdateKind);
    if (known === undefined || compareGeneration(one, known) > 0) newest.set(kind as UpdateKind, one);
  }
  return newest;
}
