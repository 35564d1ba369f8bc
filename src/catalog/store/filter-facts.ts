import { sql } from 'kysely';
import type { Database } from '../../site/database.ts';
import type { FilterFacts } from '../../updates/filter-predicate.ts';
import { folded } from '../../updates/filter-terms.ts';
import { isExpiredAt, isSupersededAt } from './supersedence-at.ts';

interface FactsRow {
  unique_id: string;
  article_id: string | null;
  title_key: string;
  classification: string | null;
  kind: string;
  architecture: string | null;
  dot_net: string;
  posted: number | null;
  document: string;
  family: string | null;
  release: string | null;
  hidden: number;
  declined_here: number;
  superseded: number;
  expired: number;
  provisioned: number;
  /** JSON lists. */
  products: string;
  sizes: string;
  systems: string;
}

/** What filters are about, of these updates, by id; flags are of the time `asOf`. */
export async function readFilterFacts(
  database: Database,
  uniqueIds: readonly string[],
  asOf?: string,
): Promise<Map<string, FilterFacts>> {
  const { rows } = await sql<FactsRow>`SELECT u.unique_id, u.article_id, u.title_key, u.classification, u.kind,
      u.architecture, u.dot_net, u.posted, u.document, u.family, u.release, u.hidden, u.declined_here,
      (${isSupersededAt(asOf)}) AS superseded, (${isExpiredAt(asOf)}) AS expired,
      EXISTS (SELECT 1 FROM content c WHERE c.unique_id = u.unique_id AND c.companion = 0) AS provisioned,
      (SELECT json_group_array(p.product_key) FROM catalog_product p WHERE p.update_id = u.id) AS products,
      (SELECT json_group_array(f.size) FROM catalog_file f WHERE f.update_id = u.id) AS sizes,
      (SELECT json_group_array(json_array(l.family, l.release)) FROM catalog_member m
        JOIN catalog_line l ON l.line_id = m.line_id WHERE m.update_id = u.id AND m.exact = 1) AS systems
    FROM catalog_update u WHERE u.unique_id IN (SELECT value FROM json_each(${JSON.stringify(uniqueIds)}))`.execute(
    database,
  );
  return new Map(rows.map((row) => [row.unique_id, factsOf(row)]));
}

function factsOf(row: FactsRow): FilterFacts {
  const { severity, languages = [] }: { severity?: string | null; languages?: string[] | null } = JSON.parse(
    row.document,
  );
  const said = folded(severity ?? 'none');
  const systems: [string, string][] = JSON.parse(row.systems);
  return {
    uniqueId: row.unique_id,
    articleId: row.article_id,
    title: row.title_key,
    classification: row.classification && folded(row.classification),
    severity: said === 'unspecified' ? 'none' : said,
    kind: row.kind,
    architecture: row.architecture,
    products: JSON.parse(row.products),
    languages: (languages ?? []).map(folded),
    dotNet: row.dot_net === '' ? [] : row.dot_net.split(' '),
    size: wholeSize(JSON.parse(row.sizes)),
    posted: row.posted,
    provisioned: row.provisioned === 1,
    hidden: row.hidden === 1 || row.declined_here === 1,
    superseded: row.superseded === 1,
    expired: row.expired === 1,
    systems: [[row.family, row.release] as const, ...systems].map(([family, release]) => ({
      ...{ family: family && folded(family), release },
    })),
  };
}

/** Where there are no files, or one of unknown size, nobody can say it. */
function wholeSize(sizes: readonly (number | null)[]): number | null {
  const known = sizes.filter((size) => size !== null);
  return sizes.length === 0 || known.length < sizes.length ? null : known.reduce((sum, size) => sum + size, 0);
}
