import { type RawBuilder, sql } from 'kysely';
import { classificationName } from '../classify.ts';
import { type Architecture, isPreviewKind, type UpdateKind } from '../kinds.ts';
import { productKey } from '../product.ts';
import { normaliseRelease } from '../release-name.ts';
import { longestLiteral } from './wildcard.ts';

/** Members of `update.list` that narrow the list. Text compares without regard to case. */
export interface UpdateFilter {
  /** Wildcards `*` and `?` on the whole title. */
  name?: string;
  /** One or any of several; "KB" before the digits is taken off. */
  articleId?: string | string[];
  uniqueId?: string | string[];
  /** Name or GUID; any of several. */
  product?: string | string[];
  family?: string;
  release?: string;
  architecture?: Architecture;
  kind?: UpdateKind;
  classification?: string;
  /** RFC 3339. */
  postedAfter?: string;
  postedBefore?: string;
  superseded?: boolean;
  expired?: boolean;
  /** True: only hidden and declined ones. Left out or false: only the others. */
  hidden?: boolean;
  /** RFC 3339: the catalog as of that time. */
  asOf?: string;
}

type Condition = RawBuilder<boolean>;

/** Conditions on `catalog_update` as `u` that are not about its lines. User text is always a parameter. */
export function updateConditions(filter: UpdateFilter): Condition[] {
  const conditions: Condition[] = [];
  const add = (condition: Condition): unknown => conditions.push(condition);
  const literal = filter.name === undefined ? '' : longestLiteral(filter.name.toLowerCase());
  if (literal !== '') add(sql`instr(u.title_key, ${literal}) > 0`);
  if (filter.articleId !== undefined) {
    add(
      isOneOf(
        'article_id',
        [filter.articleId].flat().map((article) => article.replace(/^KB/i, '')),
      ),
    );
  }
  if (filter.uniqueId !== undefined) {
    add(
      isOneOf(
        'unique_id',
        [filter.uniqueId].flat().map((id) => id.toLowerCase()),
      ),
    );
  }
  if (filter.product !== undefined) {
    add(sql`EXISTS (SELECT 1 FROM catalog_product p
      WHERE p.update_id = u.id AND p.product_key IN (SELECT value FROM json_each(${productKeysOf(filter.product)})))`);
  }
  if (filter.classification !== undefined) {
    const name = classificationName(filter.classification);
    add(sql`(u.classification = ${filter.classification} COLLATE NOCASE OR u.classification = ${name} COLLATE NOCASE)`);
  }
  if (filter.postedAfter !== undefined) add(sql`u.posted >= ${Date.parse(filter.postedAfter)}`);
  if (filter.postedBefore !== undefined) add(sql`u.posted <= ${Date.parse(filter.postedBefore)}`);
  return conditions;
}

/** A JSON list, for json_each. */
function productKeysOf(products: string | string[]): string {
  return JSON.stringify([products].flat().map((product) => productKey(product)));
}

function isOneOf(column: string, values: string[]): Condition {
  const [only] = values;
  if (only !== undefined && values.length === 1) return sql`u.${sql.ref(column)} = ${only}`;
  return sql`u.${sql.ref(column)} IN (SELECT value FROM json_each(${JSON.stringify(values)}))`;
}

/** Conditions on what a source says of its updates now. */
export function stateConditions(filter: UpdateFilter): Condition[] {
  const conditions: Condition[] = [];
  if (filter.superseded !== undefined) {
    const superseded = sql`(u.is_superseded = 1 OR EXISTS (SELECT 1 FROM catalog_edge e WHERE e.older = u.unique_id))`;
    conditions.push(filter.superseded ? sql`${superseded}` : sql`NOT ${superseded}`);
  }
  if (filter.expired !== undefined) conditions.push(sql`u.is_expired = ${Number(filter.expired)}`);
  return conditions;
}

/** Hidden and declined updates are shown only when they are asked for. */
export function visibility(filter: UpdateFilter): Condition {
  return filter.hidden === true
    ? sql`(u.hidden = 1 OR u.declined_here = 1)`
    : sql`(u.hidden = 0 AND u.declined_here = 0)`;
}

/** Conditions on what an update is and is for, met by the update itself or by one of its own lines. */
export function kindConditions(filter: UpdateFilter): Condition[] {
  const { family, architecture, kind } = filter;
  const release = releaseName(filter.release);
  const conditions: Condition[] = [];
  if (kind !== undefined) conditions.push(sql`u.kind = ${kind}`);
  if (architecture !== undefined) conditions.push(sql`u.architecture = ${architecture}`);
  if (family === undefined && release === undefined) return conditions;
  const on = (table: string): Condition => {
    const column = (name: string) => sql.ref(`${table}.${name}`);
    const parts = [sql<boolean>`1 = 1`];
    if (family !== undefined) parts.push(sql`${column('family')} = ${family} COLLATE NOCASE`);
    if (release !== undefined) parts.push(sql`${column('release')} = ${release}`);
    return sql`(${sql.join(parts, sql` AND `)})`;
  };
  conditions.push(sql`(${on('u')} OR EXISTS (SELECT 1 FROM catalog_member m JOIN catalog_line l ON l.line_id = m.line_id
    WHERE m.update_id = u.id AND m.exact = 1 AND ${on('l')}))`);
  return conditions;
}

export function releaseName(release: string | undefined): string | undefined {
  return release === undefined ? undefined : (normaliseRelease(release) ?? release);
}

/** Whether the question is about previews alone. */
export function asksForPreviews(filter: UpdateFilter): boolean {
  return filter.kind !== undefined && isPreviewKind(filter.kind);
}
