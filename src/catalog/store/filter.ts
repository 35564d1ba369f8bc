import { type RawBuilder, sql } from 'kysely';
import { articlePattern, isAboutTitle } from '../../updates/filter-predicate.ts';
import type { FlagField, ListField, NumberField, Term, TextField } from '../../updates/filter-terms.ts';
import { literalsOf } from '../../wildcard.ts';
import { isExpiredAt, isSupersededAt } from './supersedence-at.ts';

type Condition = RawBuilder<boolean>;

/**
 * The terms of a filter as conditions on `catalog_update` as `u`; `asOf` is the time that flags are of. User text is always
 * a parameter. Titles pass that may match: `passesTitle` decides them.
 */
export function conditionsOf(terms: readonly Term[], asOf?: string): Condition[] {
  return terms.flatMap((term) => conditionOf(term, asOf));
}

/** What must hold for every title that the terms let pass, on `title_key` of this table. */
export function titleConditions(terms: readonly Term[], table: 'u' | 'k'): Condition[] {
  return terms.filter(isAboutTitle).flatMap(({ is, patterns }) => (is === 'like' ? mayBeLike(patterns, table) : []));
}

function conditionOf(term: Term, asOf: string | undefined): Condition[] {
  if (isAboutTitle(term)) return titleConditions([term], 'u');
  switch (term.is) {
    case 'oneOf':
      return [isOneOf(texts[term.field], term.values)];
    case 'noneOf':
      return [sql`NOT ${isOneOf(texts[term.field], term.values)}`];
    case 'hasOneOf':
      return [lists[term.field](term.values, term.orNone === true)];
    case 'like':
      return [isArticle(term.patterns)];
    case 'atLeast':
      return [sql`${numbers[term.field]} >= ${term.value}`];
    case 'atMost':
      return [sql`${numbers[term.field]} <= ${term.value}`];
    case 'flag':
      return [flags[term.field](term.value, asOf)];
    case 'ofSystem':
      return [isOfSystem(term)];
    case 'any':
      // What an update does not say would make of an OR neither true nor false.
      return [sql`(${sql.join(conditionsOf(term.of, asOf).map(isTrue), sql` OR `)})`];
  }
}

const isTrue = (condition: Condition): Condition => sql`ifnull(${condition}, 0)`;

const texts: Record<TextField, RawBuilder<unknown>> = {
  uniqueId: sql`u.unique_id`,
  articleId: sql`u.article_id`,
  classification: sql`u.classification COLLATE NOCASE`,
  severity: sql`ifnull(nullif(lower(u.document ->> 'severity'), 'unspecified'), 'none')`,
  kind: sql`u.kind`,
  architecture: sql`u.architecture`,
};

const lists: Record<ListField, (values: readonly string[], orNone: boolean) => Condition> = {
  products: (values) => sql`EXISTS (SELECT 1 FROM catalog_product p
    WHERE p.update_id = u.id AND ${isOneOf(sql`p.product_key`, values)})`,
  languages: (
    values,
    orNone,
  ) => sql`((${Number(orNone)} AND ifnull(json_array_length(u.document, '$.languages'), 0) = 0)
    OR EXISTS (SELECT 1 FROM json_each(u.document, '$.languages') l WHERE ${isOneOf(sql`lower(l.value)`, values)}))`,
  dotNet: (values, orNone) => {
    const has = values.map((value) => sql`instr(' ' || u.dot_net || ' ', ${` ${value} `}) > 0`);
    return sql`((${Number(orNone)} AND u.dot_net = '') OR ${sql.join(has, sql` OR `)})`;
  },
};

const numbers: Record<NumberField, RawBuilder<unknown>> = {
  // NULL where there are no files, or one of unknown size.
  size: sql`(SELECT CASE WHEN count(*) = count(f.size) THEN sum(f.size) END FROM catalog_file f WHERE f.update_id = u.id)`,
  posted: sql`u.posted`,
};

const flags: Record<FlagField, (value: boolean, asOf: string | undefined) => Condition> = {
  provisioned: (value) => {
    const stored = sql`(SELECT unique_id FROM content WHERE companion = 0)`;
    return value ? sql`u.unique_id IN ${stored}` : sql`u.unique_id NOT IN ${stored}`;
  },
  hidden: (value) => (value ? sql`(u.hidden = 1 OR u.declined_here = 1)` : sql`(u.hidden = 0 AND u.declined_here = 0)`),
  superseded: (value, asOf) => sql`(${isSupersededAt(asOf)}) = ${Number(value)}`,
  expired: (value, asOf) => sql`(${isExpiredAt(asOf)}) = ${Number(value)}`,
};

/** A pattern of digits, `*` and `?` means the same to GLOB as to a person. */
function isArticle(articles: readonly string[]): Condition {
  const exact = isOneOf(
    texts.articleId,
    articles.filter((article) => !/[*?]/.test(article)),
  );
  const patterns = articles.filter((article) => /[*?]/.test(article) && articlePattern.test(article));
  if (patterns.length === 0) return exact;
  const any = patterns.map((pattern) => sql<boolean>`u.article_id GLOB ${pattern}`);
  return sql`(${exact} OR ${sql.join(any, sql` OR `)})`;
}

/** The system of the update itself, or of one of its own lines. */
function isOfSystem({ families, releases }: Extract<Term, { is: 'ofSystem' }>): Condition {
  const on = (table: 'u' | 'l'): Condition => {
    const parts = [
      ...(families.length === 0 ? [] : [isOneOf(sql`${sql.ref(`${table}.family`)} COLLATE NOCASE`, families)]),
      ...(releases.length === 0 ? [] : [isOneOf(sql.ref(`${table}.release`), releases)]),
    ];
    return sql`(${sql.join(parts, sql` AND `)})`;
  };
  return sql`(${on('u')} OR EXISTS (SELECT 1 FROM catalog_member m JOIN catalog_line l ON l.line_id = m.line_id
    WHERE m.update_id = u.id AND m.exact = 1 AND ${on('l')}))`;
}

/** Parts of a pattern that are looked for by the database; the longest ones tell most. */
const mostLiterals = 6;

function mayBeLike(patterns: readonly string[], table: 'u' | 'k'): Condition[] {
  const key = sql.ref(`${table}.title_key`);
  const parts = patterns.map((pattern) => {
    const literals = literalsOf(pattern).slice(0, mostLiterals);
    const has = literals.map((literal) => sql<boolean>`instr(${key}, ${literal}) > 0`);
    // Without `*` a title has as many characters as the pattern; SQLite counts those of two units as one.
    return pattern.includes('*') ? has : [...has, sql<boolean>`length(${key}) <= ${pattern.length}`];
  });
  if (parts.length === 1) return parts[0] ?? [];
  // A pattern that asks nothing of the database lets every title pass.
  if (parts.some((part) => part.length === 0)) return [];
  return [
    sql`(${sql.join(
      parts.map((part) => sql`(${sql.join(part, sql` AND `)})`),
      sql` OR `,
    )})`,
  ];
}

/** One value is compared as it is, so that an index serves it. */
function isOneOf(column: RawBuilder<unknown>, values: readonly string[]): Condition {
  const [only] = values;
  if (only !== undefined && values.length === 1) return sql`(${column} = ${only})`;
  return sql`(${column} IN (SELECT value FROM json_each(${JSON.stringify(values)})))`;
}
