/**
 * The categories of a site that nobody chose any for: what images of Windows 10, Windows 11 and the servers from 2016 on
 * need, with dynamic updates and .NET, which is filed under its Windows. Found by name among what the servers told; what
 * was not told yet is known by its GUID.
 */
import { knownClassifications } from '../../updates/classify.ts';
import { knownProducts } from '../../updates/product.ts';
import { matchesWildcard } from '../../wildcard.ts';
import type { Category } from '../source.ts';

/** Names of products, in lower case. */
const products = [
  'windows 11',
  'windows 11, version *',
  'windows 10',
  'windows 10, version * and later',
  'windows 10 ltsb',
  'windows server 2016',
  'windows server 2019',
  'windows server 2022',
  'windows server 2025',
  'windows server, version *',
  'microsoft server operating system*',
  'windows 1? *gdr-du*',
  'windows *dynamic update*',
];
const classifications = ['security updates', 'updates', 'update rollups', 'critical updates', 'service packs'];

/** Nobody saw a server tell the ids of these, so none is asked for them before it tells. */
const unconfirmed = ['Upgrades', 'Drivers'];

/** Categories as Microsoft names them, for the time before the first sync. What a server tells goes before. */
export const seedCategories: readonly Category[] = [
  ...seeds('company', null, { '56309036-4c77-4dd9-951a-99ee9c246a94': 'Microsoft' }),
  ...seeds('family', '56309036-4c77-4dd9-951a-99ee9c246a94', { '6964aab4-c5b5-43bd-a17d-ffb4346a8e1d': 'Windows' }),
  ...seeds('product', '6964aab4-c5b5-43bd-a17d-ffb4346a8e1d', knownProducts),
  ...seeds('classification', null, knownClassifications).filter(({ name }) => !unconfirmed.includes(name)),
];

function seeds(kind: Category['kind'], parent: string | null, names: Readonly<Record<string, string>>): Category[] {
  return Object.entries(names).map(([id, name]) => ({ id, kind, name, parent }));
}

/** What the servers told, and what else is known from the beginning. */
export function withSeeds(told: readonly Category[]): Category[] {
  const ids = new Set(told.map(({ id }) => id));
  return [...told, ...seedCategories.filter(({ id }) => !ids.has(id))];
}

/** Is this category one of the usual ones? Languages are not: all are usual. */
export function isUsual({ kind, name }: Category): boolean {
  const text = name.toLowerCase();
  if (kind === 'classification') return classifications.includes(text);
  return kind === 'product' && products.some((pattern) => matchesWildcard(text, pattern));
}

/**
 * What to ask a server for: of the chosen categories, or of the usual ones where nobody chose (null), the products and
 * classifications that this server has. A server that told no products at all is asked for those known by their GUID, and
 * a chosen GUID that nobody knows counts as a product.
 */
export function subscribed(
  chosen: readonly string[] | null,
  told: readonly Category[],
): { products: string[]; classifications: string[]; languages: string[] } {
  const hasTold = told.some(({ kind }) => kind === 'product');
  const known = hasTold ? told : withSeeds(told);
  const ids = new Set(chosen ?? []);
  const wanted = known.filter((each) => (chosen === null ? isUsual(each) : ids.has(each.id)));
  const idsOf = (kind: Category['kind']): string[] => wanted.filter((each) => each.kind === kind).map(({ id }) => id);
  for (const { id } of known) ids.delete(id);
  const unknown = hasTold ? [] : [...ids].filter((id) => id.length === guidLength);
  return {
    products: [...idsOf('product'), ...unknown].sort(),
    classifications: idsOf('classification').sort(),
    languages: idsOf('language').sort(),
  };
}

/** Languages have shorter tags. */
const guidLength = 36;
