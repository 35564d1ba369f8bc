/**
 * The categories of a site that nobody chose any for: what images of Windows 10, Windows 11 and the servers from 2016 on
 * need, with dynamic updates and .NET, which is filed under its Windows. Found by name among what the servers told; what
 * was not told yet is known by its GUID.
 */
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

/** Categories as Microsoft names them, for the time before the first sync. What a server tells goes before. */
export const seedCategories: readonly Category[] = [
  ...seeds('company', null, { '56309036-4c77-4dd9-951a-99ee9c246a94': 'Microsoft' }),
  ...seeds('family', '56309036-4c77-4dd9-951a-99ee9c246a94', { '6964aab4-c5b5-43bd-a17d-ffb4346a8e1d': 'Windows' }),
  ...seeds('product', '6964aab4-c5b5-43bd-a17d-ffb4346a8e1d', {
    '72e7624a-5b00-45d2-b92f-e561c0a6a160': 'Windows 11',
    'b3c75dc1-155f-4be4-b015-3f1a91758e52': 'Windows 10, version 1903 and later',
    'a3c2375d-0c8a-42f9-bce0-28333e198407': 'Windows 10',
    'd2085b71-5f1f-43a9-880d-ed159016d5c6': 'Windows 10 LTSB',
    '569e8e8f-c6cd-42c8-92a3-efbb20a0f6f5': 'Windows Server 2016',
    'f702a48c-919b-45d6-9aef-ca4248d50397': 'Windows Server 2019',
    '21210d67-50bc-4254-a695-281765e10665': 'Windows Server, version 1903 and later',
    '71718f13-7324-4b0f-8f9e-2ca9dc978e53': 'Microsoft Server operating system-21H2',
    '2c7888b6-f9e9-4ee9-87af-a77705193893': 'Microsoft Server operating system-22H2',
    '607efb8d-feed-48a0-930e-14d0cf2da71f': 'Microsoft Server operating system-23H2',
    'b256987d-4693-4c87-955d-dbb9341205eb': 'Microsoft Server operating system-24H2',
    'abc45868-0c9c-4bc0-a36d-03d54113baf4': 'Windows 10 and later GDR-DU',
    'e4b04398-adbd-4b69-93b9-477322331cd3': 'Windows 10 and later Dynamic Update',
  }),
  ...seeds('classification', null, {
    '0fa1201d-4330-4fa8-8ae9-b877473b6441': 'Security Updates',
    'cd5ffd1e-e932-4e3a-bf74-18bf0b1bbd83': 'Updates',
    '28bc880e-0592-4cbf-8f95-c79b17911d5f': 'Update Rollups',
    'e6cf1350-c01b-414d-a61f-263d14d133b4': 'Critical Updates',
    '68c5b0a3-d1a6-4553-ae49-01d3a7827828': 'Service Packs',
    'b54e7d24-7add-428f-8b75-90a396fa584f': 'Feature Packs',
    'b4832bd8-e735-4761-8daf-37f882276dab': 'Tools',
    'e0789628-ce08-4437-be74-2495b842f43b': 'Definition Updates',
  }),
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
