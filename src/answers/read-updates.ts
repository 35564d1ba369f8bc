import { sql } from 'kysely';
import { lookupOf } from '../catalog/store/lookup.ts';
import { isExpiredAt, isSupersededAt } from '../catalog/store/supersedence-at.ts';
import type { CatalogLineTable, CatalogUpdateTable } from '../catalog/store/tables.ts';
import type { Database } from '../site/database.ts';
import { type DerivedUpdate, derive } from '../updates/derive.ts';
import { type Architecture, replacingKinds, type UpdateKind } from '../updates/kinds.ts';
import type { UpdateDocument, UpdateFile } from '../updates/update.ts';
import { latestOfLine } from './latest-of-line.ts';

/** An update as it is shown: its document, what follows from it, and what is known here. */
export interface ShownUpdate extends Omit<UpdateDocument, 'architecture' | 'kind'> {
  uniqueId: string;
  title: string;
  articleId: string | null;
  classification: string | null;
  products: string[];
  datePosted: string | null;
  files: UpdateFile[];
  kind: UpdateKind;
  family: string | null;
  release: string | null;
  releases: string[];
  architecture: Architecture | null;
  /** YYYY-MM of the title. */
  month: string | null;
  revision: string | null;
  isOfflineServiceable: boolean;
  offlineReason: string;
  /** What of it was not understood, so that it competes nowhere. */
  notUnderstood: string[];
  /** Whether it is the one that its own line gives under the default policy. */
  isLatest: boolean;
  isContentProvisioned: boolean;
  isSuperseded: boolean;
  isExpired: boolean;
  isHidden: boolean;
  isDeclined: boolean;
  note: string | null;
  source: string;
}

type Row = Pick<
  CatalogUpdateTable,
  'id' | 'unique_id' | 'article_id' | 'document' | 'hidden' | 'declined_here' | 'note' | 'source'
> & { provisioned: number; superseded: number; expired: number };

/**
 * Documents of these updates in the order of the ids; ids that the catalog does not have are left out. With `asOf` they
 * say nothing that was not known then. `newest` is what the lines choose under the default policy, where the caller knows it already.
 */
export async function readUpdates(
  database: Database,
  uniqueIds: readonly string[],
  { asOf, newest: known }: { asOf?: string | undefined; newest?: ReadonlySet<string> | undefined } = {},
): Promise<ShownUpdate[]> {
  if (uniqueIds.length === 0) return [];
  const found = await sql<Row>`SELECT u.id, u.unique_id, u.article_id, u.document, u.hidden, u.declined_here, u.note,
      u.source, EXISTS (SELECT 1 FROM content c WHERE c.unique_id = u.unique_id AND c.companion = 0 AND c.verification <> 'unverified') AS provisioned,
      ${isSupersededAt(asOf)} AS superseded, ${isExpiredAt(asOf)} AS expired
    FROM catalog_update u WHERE u.unique_id IN (SELECT value FROM json_each(${JSON.stringify(uniqueIds)}))`.execute(
    database,
  );
  const newest = known ?? (await newestOfTheirLines(database, found.rows, asOf));
  const table = await lookupOf(database, found.rows);
  const shown = new Map(
    found.rows.map((row) => {
      const update = JSON.parse(row.document) as UpdateDocument;
      return [
        row.unique_id,
        show({ update, row, derived: derive(update, table), isLatest: newest.has(row.unique_id) }),
      ];
    }),
  );
  return uniqueIds.flatMap((id) => shown.get(id) ?? []);
}

function show(facts: { update: UpdateDocument; row: Row; derived: DerivedUpdate; isLatest: boolean }): ShownUpdate {
  const { update, row, derived } = facts;
  const { family, release, releases, kind, architecture, month, revision, isOfflineServiceable } = derived;
  return {
    ...update,
    articleId: derived.articleId,
    ...{ family, release, releases, kind, architecture, month, revision },
    isOfflineServiceable,
    offlineReason: derived.reason,
    notUnderstood: derived.notUnderstood,
    isLatest: facts.isLatest,
    isContentProvisioned: row.provisioned === 1,
    isSuperseded: row.superseded === 1,
    isExpired: row.expired === 1,
    isHidden: row.hidden === 1,
    isDeclined: update.isDeclined === true || row.declined_here === 1,
    note: row.note,
    source: row.source,
  };
}

/** Which of these updates their lines choose under the default policy. */
async function newestOfTheirLines(
  database: Database,
  rows: readonly Row[],
  asOf: string | undefined,
): Promise<ReadonlySet<string>> {
  const ids = JSON.stringify(rows.map((row) => row.id));
  const lines = await sql<CatalogLineTable>`SELECT DISTINCT l.* FROM catalog_line l
    JOIN catalog_member m ON m.line_id = l.line_id
    WHERE m.exact = 1 AND l.kind IN (SELECT value FROM json_each(${JSON.stringify(replacingKinds)})) AND m.update_id IN (SELECT value FROM json_each(${ids}))`.execute(
    database,
  );
  const newest = new Set<string>();
  for (const line of lines.rows) {
    const { lines: choices } = await latestOfLine(database, line, asOf === undefined ? {} : { asOf });
    for (const choice of choices) if (choice.chosen !== null) newest.add(choice.chosen);
  }
  return newest;
}
