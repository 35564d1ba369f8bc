import { type RawBuilder, sql } from 'kysely';
import { classificationName } from '../../updates/classify.ts';
import type { UpdateFilter } from '../../updates/filter.ts';
import { listOf, releaseNames } from '../../updates/filter.ts';
import { productKey } from '../../updates/product.ts';
import { literalsOf } from '../../wildcard.ts';
import { isExpiredAt, isSupersededAt } from './supersedence-at.ts';

type Condition = RawBuilder<boolean>;

/** Conditions on `catalog_update` as `u` that are not about its lines. User text is always a parameter. */
export function updateConditions(filter: UpdateFilter): Condition[] {
  const conditions: Condition[] = [];
  const add = (condition: Condition): unknown => conditions.push(condition);
  conditions.push(...titleConditions(filter, 'u'));
  if (filter.articleId !== undefined) {
    add(articleCondition([filter.articleId].flat().map((article) => article.replace(/^KB/i, ''))));
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
    add(productCondition(filter.product));
  }
  if (filter.classification !== undefined) add(classificationCondition(filter.classification));
  if (filter.category !== undefined) {
    add(sql`(${productCondition(filter.category)} OR ${classificationCondition(filter.category)})`);
  }
  if (filter.severity !== undefined) {
    const severity = sql`ifnull(nullif(lower(u.document ->> 'severity'), 'unspecified'), 'none')`;
    add(sql`${severity} IN (SELECT value FROM json_each(${lowered(listOf(filter.severity))}))`);
  }
  if (filter.language !== undefined) {
    add(sql`(ifnull(json_array_length(u.document, '$.languages'), 0) = 0 OR EXISTS (
      SELECT 1 FROM json_each(u.document, '$.languages') l
      WHERE lower(l.value) IN (SELECT value FROM json_each(${lowered(filter.language)}))))`);
  }
  if (filter.dotNet !== undefined) {
    add(sql`(u.dot_net = '' OR instr(' ' || u.dot_net || ' ', ${` ${filter.dotNet} `}) > 0)`);
  }
  if (filter.minimumSize !== undefined) add(sql`${contentSize} >= ${filter.minimumSize}`);
  if (filter.maximumSize !== undefined) add(sql`${contentSize} <= ${filter.maximumSize}`);
  if (filter.provisioned !== undefined) {
    const stored = sql`(SELECT unique_id FROM content WHERE companion = 0)`;
    add(filter.provisioned ? sql`u.unique_id IN ${stored}` : sql`u.unique_id NOT IN ${stored}`);
  }
  if (filter.postedAfter !== undefined) add(sql`u.posted >= ${Date.parse(filter.postedAfter)}`);
  if (filter.postedBefore !== undefined) add(sql`u.posted <= ${Date.parse(filter.postedBefore)}`);
  return conditions;
}

/** NULL where there are no files, or one of unknown size. */
const contentSize = sql`(SELECT CASE WHEN count(*) = count(f.size) THEN sum(f.size) END FROM catalog_file f
  WHERE f.update_id = u.id)`;

function productCondition(products: string | string[]): Condition {
  return sql`EXISTS (SELECT 1 FROM catalog_product p
    WHERE p.update_id = u.id AND p.product_key IN (SELECT value FROM json_each(${productKeysOf(products)})))`;
}

function classificationCondition(classifications: string | string[]): Condition {
  const names = listOf(classifications).flatMap((name) => [name, classificationName(name)]);
  // Without a classification an update fits none; NULL would spoil an OR.
  return sql`ifnull(${isOneOf('classification', names, { anyCase: true })}, 0)`;
}

/** Articles are digits: a pattern of digits, `*` and `?` means the same to GLOB as to a person; another one fits none. */
function articleCondition(articles: readonly string[]): Condition {
  const patterns = articles.filter((article) => /^[\d*?]{1,50}$/.test(article) && /[*?]/.test(article));
  const exact = isOneOf(
    'article_id',
    articles.filter((article) => !/[*?]/.test(article)),
  );
  if (patterns.length === 0) return exact;
  const any = patterns.map((pattern) => sql<boolean>`u.article_id GLOB ${pattern}`);
  return sql`(${exact} OR ${sql.join(any, sql` OR `)})`;
}

/**
 * What must hold for every title that the wildcards match, on `title_key` of this table; never more than they ask for,
 * so `matchesTitle` decides.
 */
export function titleConditions({ name, title = [] }: UpdateFilter, table: 'u' | 'k'): Condition[] {
  const key = sql.ref(`${table}.title_key`);
  const has = (literal: string): Condition => sql`instr(${key}, ${literal}) > 0`;
  const conditions: Condition[] = [];
  if (name !== undefined) {
    conditions.push(...literalsOf(name.toLowerCase()).slice(0, mostLiterals).map(has));
    // Without `*` a title has as many characters as the pattern; SQLite counts those of two units as one.
    if (!name.includes('*')) conditions.push(sql`length(${key}) <= ${name.toLowerCase().length}`);
  }
  const wanted = title
    .filter((pattern) => !pattern.startsWith('-'))
    .map((pattern) => literalsOf(pattern.toLowerCase())[0]);
  const longest = wanted.filter((literal) => literal !== undefined);
  if (longest.length > 0 && longest.length === wanted.length) {
    conditions.push(sql`(${sql.join(longest.map(has), sql` OR `)})`);
  }
  return conditions;
}

/** Parts of a pattern that are looked for by the database; the longest ones tell most. */
const mostLiterals = 6;

/** A JSON list, for json_each. */
function productKeysOf(products: string | string[]): string {
  return JSON.stringify([products].flat().map((product) => productKey(product)));
}

function isOneOf(
  column: string,
  values: readonly string[],
  { table = 'u', anyCase = false }: { table?: string; anyCase?: boolean } = {},
): Condition {
  const name = sql.ref(`${table}.${column}`);
  const collation = anyCase ? sql` COLLATE NOCASE` : sql``;
  const [only] = values;
  if (only !== undefined && values.length === 1) return sql`${name} = ${only}${collation}`;
  return sql`${name}${collation} IN (SELECT value FROM json_each(${JSON.stringify(values)}))`;
}

function lowered(values: readonly string[]): string {
  return JSON.stringify(values.map((value) => value.toLowerCase()));
}

/** Conditions on what is said of updates, now or at the time of the question. */
export function stateConditions({ superseded, expired, asOf }: UpdateFilter): Condition[] {
  const conditions: Condition[] = [];
  if (superseded !== undefined) conditions.push(sql`(${isSupersededAt(asOf)}) = ${Number(superseded)}`);
  if (expired !== undefined) conditions.push(sql`(${isExpiredAt(asOf)}) = ${Number(expired)}`);
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
  const families = listOf(filter.family);
  const releases = releaseNames(filter.release);
  const conditions: Condition[] = [];
  if (filter.kind !== undefined) conditions.push(isOneOf('kind', listOf(filter.kind)));
  if (filter.architecture !== undefined) conditions.push(isOneOf('architecture', listOf(filter.architecture)));
  if (families.length === 0 && releases.length === 0) return conditions;
  const on = (table: string): Condition => {
    const parts = [sql<boolean>`1 = 1`];
    if (families.length > 0) parts.push(isOneOf('family', families, { table, anyCase: true }));
    if (releases.length > 0) parts.push(isOneOf('release', releases, { table }));
    return sql`(${sql.join(parts, sql` AND `)})`;
  };
  conditions.push(sql`(${on('u')} OR EXISTS (SELECT 1 FROM catalog_member m JOIN catalog_line l ON l.line_id = m.line_id
    WHERE m.update_id = u.id AND m.exact = 1 AND ${on('l')}))`);
  return conditions;
}
