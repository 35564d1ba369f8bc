/**
 * Product names of a catalog. They outrank titles: they are Microsoft's own filing. Some exports write several names
 * into one text without a separator, so names are read one after the other with the tokens of titles.
 */
import { serverFamily } from './known-releases.ts';
import { normaliseRelease, releaseOrder } from './release-name.ts';
import { Cursor } from './title/cursor.ts';
import { type Token, tokenise } from './title/tokens.ts';

/** What a product name says about the updates that are filed under it. */
export interface ProductScope {
  /** As written, in the spelling of `productKeys`. */
  name: string;
  role: 'system' | 'dynamic' | 'safe-os' | 'gdr-du' | 'language' | 'feature' | 'definition' | 'driver' | 'insider';
  /** Null when the product does not name one system. */
  family: string | null;
  /** The one release that it holds; null for several. */
  release: string | null;
  /** First release of "version 1903 and later"; null when open. */
  from: string | null;
}

/** GUIDs of products that are stable over the years; every other GUID says nothing here. */
export const knownProducts: Readonly<Record<string, string>> = {
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
};

/** Display name of a product GUID, or the value itself. */
export function productName(value: string): string {
  return knownProducts[value.toLowerCase()] ?? value;
}

/** Every product that the names (or GUIDs) of an update name; parts that are no known form are passed over. */
export function parseProducts(products: readonly string[]): ProductScope[] {
  return products.flatMap((product) => read(product).scopes);
}

/**
 * The spellings under which an update with these products is found: each product as it is written, by its GUID's name,
 * and each name that stands in a text of several. Lower case, without commas.
 */
export function productKeys(products: readonly string[]): string[] {
  return [...new Set(products.flatMap((product) => read(product).keys))];
}

interface Reading {
  scopes: readonly Readonly<ProductScope>[];
  keys: readonly string[];
}

/** A catalog names a few hundred products in all of its updates: each name is read once. */
const readings = new Map<string, Reading>();
const mostReadings = 5000;
/** Characters of the longest name that is kept. */
const longestKept = 200;

function read(product: string): Reading {
  const known = readings.get(product);
  if (known !== undefined) return known;
  const scopes = scopesOf(product);
  const written = [productKey(product), productKey(productName(product))];
  const reading = { scopes, keys: [...new Set([...written, ...scopes.map((scope) => scope.name)])] };
  if (readings.size >= mostReadings) readings.clear();
  if (product.length <= longestKept) readings.set(product, reading);
  return reading;
}

function scopesOf(product: string): ProductScope[] {
  const cursor = new Cursor(tokenise(productName(product)));
  const scopes: ProductScope[] = [];
  while (!cursor.atEnd) {
    const start = cursor.position;
    const scope = parseProduct(cursor);
    if (scope === null) cursor.position += 1;
    else scopes.push({ ...scope, name: keyOf(cursor.tokens.slice(start, cursor.position)) });
  }
  return scopes;
}

/** A product as it is asked for, in the spelling of `productKeys`. */
export function productKey(product: string): string {
  return keyOf(tokenise(product));
}

function keyOf(tokens: readonly Token[]): string {
  return tokens.map((token) => token.text.toLowerCase()).join(' ');
}

function parseProduct(cursor: Cursor): ProductScope | null {
  return cursor.attempt(() => {
    if (cursor.phrase('windows safe os dynamic update')) return scopeOf('safe-os');
    if (cursor.phrase('windows insider pre-release')) return scopeOf('insider');
    cursor.phrase('microsoft');
    if (cursor.anyOf('defender antivirus', 'windows defender') !== null) return scopeOf('definition');
    if (cursor.anyOf('azure stack hci', 'azure local') !== null) return system('Azure Stack HCI');
    if (cursor.phrase('server operating')) {
      const release = cursor.word((word) => normaliseRelease(/^system-(\w{4})$/.exec(word)?.[1] ?? ''));
      if (release !== null) return { ...system(serverFamily(release)), release };
      return cursor.phrase('system') ? system('Windows Server') : null;
    }
    return cursor.phrase('windows') ? windowsProduct(cursor) : null;
  });
}

function windowsProduct(cursor: Cursor): ProductScope | null {
  const family = cursor.phrase('server') ? serverName(cursor) : clientName(cursor);
  if (family === null) return null;
  cursor.anyOf('ltsb', 'ltsc');
  const from = cursor.attempt(() => {
    cursor.phrase('version');
    return cursor.word(normaliseRelease);
  });
  cursor.phrase('and later');
  if (cursor.phrase('dynamic update')) return scopeOf('dynamic');
  if (cursor.anyOf('gdr-du', 'gdr-du lp') !== null) return scopeOf('gdr-du');
  if (cursor.anyOf('language packs', 'language interface packs', 'languageinterfacepacks') !== null) {
    return { ...scopeOf('language'), family };
  }
  if (cursor.phrase('feature on demand')) return { ...scopeOf('feature'), family };
  if (cursor.anyOf('drivers', 'and later drivers', 'client drivers') !== null) return scopeOf('driver');
  return { ...system(family), from };
}

function clientName(cursor: Cursor): string | null {
  const number = cursor.word((word) => (/^\d{1,2}(\.\d)?$/.test(word) ? word : null));
  return number === null ? null : `Windows ${number}`;
}

function serverName(cursor: Cursor): string {
  const year = cursor.word((word) => (/^20\d\d$/.test(word) ? word : null));
  if (year === null) return 'Windows Server';
  return `Windows Server ${year}${cursor.phrase('r2') ? ' R2' : ''}`;
}

function scopeOf(role: ProductScope['role']): ProductScope {
  return { name: '', role, family: null, release: null, from: null };
}

function system(family: string): ProductScope {
  return { name: '', role: 'system', family, release: null, from: null };
}

/** Whether an update for this system may be filed under this product. */
export function admits(scope: ProductScope, target: { family: string; release: string | null }): boolean {
  if (scope.family === null) return true;
  // Semi-annual server releases were filed under the long-term product of their time.
  const sameFamily =
    scope.family === target.family ||
    (target.family === 'Windows Server' && /^Windows Server 20(16|19)$/.test(scope.family)) ||
    (scope.family === 'Windows Server' && target.family.startsWith('Windows Server'));
  if (!sameFamily) return false;
  if (target.release === null) return true;
  if (scope.release !== null) return scope.release === target.release;
  if (scope.from === null) return true;
  return (releaseOrder(target.release) ?? Number.POSITIVE_INFINITY) >= (releaseOrder(scope.from) ?? 0);
}
