/**
 * What a filter asks of an update, as data. It is said here once and carried out twice: by the database
 * (`catalog/store/filter.ts`), which looks through many, and in memory (`filter-predicate.ts`), which decides one. Titles
 * are the only part that the database cannot decide alone: it passes all that match and perhaps more.
 * To add a member: its line in `members`, a field in both executors; a test compares them.
 */
import { endOfTime } from './as-of.ts';
import { classificationName } from './classify.ts';
import { listOf, releaseNames, type UpdateFilter } from './filter.ts';
import { productKey, productName } from './product.ts';

/** What an update has at most one of. */
export type TextField = 'uniqueId' | 'articleId' | 'classification' | 'severity' | 'kind' | 'architecture';
/** What it may have several of. */
export type ListField = 'products' | 'languages' | 'dotNet';
export type NumberField = 'size' | 'posted';
export type FlagField = 'provisioned' | 'hidden' | 'superseded' | 'expired';

/** One thing that must hold. Values are in the spelling of the field; what an update does not say fits no value. */
export type Term =
  | { is: 'oneOf'; field: TextField; values: readonly string[] }
  | { is: 'noneOf'; field: 'uniqueId'; values: readonly string[] }
  /** `orNone`: an update that names none fits every one. */
  | { is: 'hasOneOf'; field: ListField; values: readonly string[]; orNone?: true }
  | { is: 'like'; field: 'articleId'; patterns: readonly string[] }
  | { is: 'like' | 'unlike'; field: 'title'; patterns: readonly string[] }
  | { is: 'atLeast' | 'atMost'; field: NumberField; value: number }
  | { is: 'flag'; field: FlagField; value: boolean }
  /** Of one system, its own or that of a line that it names; an empty list asks nothing. */
  | { is: 'ofSystem'; families: readonly string[]; releases: readonly string[] }
  | { is: 'any'; of: readonly Term[] };

type Member = keyof UpdateFilter;

/** Members that leave updates out whatever is asked of them; lines have reasons of their own for the rest. */
export const narrowing = [
  ...(['name', 'title', 'articleId', 'uniqueId', 'product', 'classification', 'category', 'severity'] as const),
  ...(['language', 'dotNet', 'minimumSize', 'maximumSize', 'provisioned', 'postedAfter', 'postedBefore'] as const),
] satisfies readonly Member[];

/** The terms of these members of a filter, of all by default. */
export function termsOf(filter: UpdateFilter, of: readonly Member[] = everyMember): Term[] {
  return of.flatMap((member) => members[member](filter));
}

/** Letters of ASCII in lower case: what the database compares without regard to case. */
export function folded(text: string): string {
  return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

const members: Record<Member, (filter: UpdateFilter) => Term[]> = {
  uniqueId: ({ uniqueId }) => oneOf('uniqueId', uniqueId, (id) => [id.toLowerCase()]),
  among: ({ among }) => (among === undefined ? [] : [{ is: 'oneOf', field: 'uniqueId', values: among }]),
  except: ({ except }) => (except === undefined ? [] : [{ is: 'noneOf', field: 'uniqueId', values: except }]),
  articleId: ({ articleId }) =>
    articleId === undefined
      ? []
      : [{ is: 'like', field: 'articleId', patterns: listOf(articleId).map((article) => article.replace(/^KB/i, '')) }],
  name: ({ name }) => (name === undefined ? [] : [{ is: 'like', field: 'title', patterns: [name.toLowerCase()] }]),
  title({ title = [] }) {
    const patterns = title.map((pattern) => pattern.toLowerCase());
    const wanted = patterns.filter((pattern) => !pattern.startsWith('-'));
    const excluded = patterns.filter((pattern) => pattern.startsWith('-')).map((pattern) => pattern.slice(1));
    return [
      ...(wanted.length === 0 ? [] : [{ is: 'like', field: 'title', patterns: wanted } as const]),
      ...(excluded.length === 0 ? [] : [{ is: 'unlike', field: 'title', patterns: excluded } as const]),
    ];
  },
  product: ({ product }) => (product === undefined ? [] : [ofProduct(product)]),
  classification: ({ classification }) => (classification === undefined ? [] : [ofClassification(classification)]),
  category: ({ category }) =>
    category === undefined ? [] : [{ is: 'any', of: [ofProduct(category), ofClassification(category)] }],
  severity: ({ severity }) => oneOf('severity', severity, (value) => [folded(value)]),
  language: ({ language }) =>
    language === undefined ? [] : [{ is: 'hasOneOf', field: 'languages', values: language.map(folded), orNone: true }],
  dotNet: ({ dotNet }) =>
    dotNet === undefined ? [] : [{ is: 'hasOneOf', field: 'dotNet', values: [dotNet], orNone: true }],
  minimumSize: ({ minimumSize }) => limit('atLeast', 'size', minimumSize),
  maximumSize: ({ maximumSize }) => limit('atMost', 'size', maximumSize),
  postedAfter: ({ postedAfter }) => limit('atLeast', 'posted', postedAfter && Date.parse(postedAfter)),
  postedBefore: ({ postedBefore }) => limit('atMost', 'posted', postedBefore && Date.parse(postedBefore)),
  asOf: ({ asOf }) => limit('atMost', 'posted', asOf && endOfTime(asOf)),
  provisioned: ({ provisioned }) => flag('provisioned', provisioned),
  superseded: ({ superseded }) => flag('superseded', superseded),
  expired: ({ expired }) => flag('expired', expired),
  // Hidden and declined updates are shown only when they are asked for.
  hidden: ({ hidden = false }) => flag('hidden', hidden),
  kind: ({ kind }) => oneOf('kind', kind),
  architecture: ({ architecture }) => oneOf('architecture', architecture),
  family: (filter) => ofSystem(filter),
  // Family and release are about one system: together they are one term.
  release: (filter) => (listOf(filter.family).length > 0 ? [] : ofSystem(filter)),
};

const everyMember = Object.keys(members) as Member[];

function oneOf(
  field: TextField,
  values: string | string[] | undefined,
  spelled: (value: string) => string[] = (value) => [value],
): Term[] {
  return values === undefined ? [] : [{ is: 'oneOf', field, values: listOf(values).flatMap(spelled) }];
}

/** A name finds the updates that have its GUID, and a GUID those that have its name. */
function ofProduct(product: string | string[]): Term {
  const values = listOf(product).flatMap((each) => [productKey(each), productKey(productName(each))]);
  return { is: 'hasOneOf', field: 'products', values: [...new Set(values)] };
}

function ofClassification(names: string | string[]): Term {
  const values = listOf(names).flatMap((name) => [folded(name), folded(classificationName(name))]);
  return { is: 'oneOf', field: 'classification', values: [...new Set(values)] };
}

function limit(is: 'atLeast' | 'atMost', field: NumberField, value: number | '' | undefined): Term[] {
  return value === undefined || value === '' ? [] : [{ is, field, value }];
}

function flag(field: FlagField, value: boolean | undefined): Term[] {
  return value === undefined ? [] : [{ is: 'flag', field, value }];
}

function ofSystem(filter: UpdateFilter): Term[] {
  const families = listOf(filter.family).map(folded);
  const releases = releaseNames(filter.release);
  return families.length + releases.length === 0 ? [] : [{ is: 'ofSystem', families, releases }];
}
