/**
 * A made-up catalog of any size, always the same for a seed. Nothing of it is stored: every document is made when it is
 * asked for, from the number in its id. What an update must look like at the other end (`record`) comes from the same
 * facts and not from the documents.
 */
import { createHash } from 'node:crypto';
import { randomNumbers } from '../random-numbers.ts';

export interface Revision {
  id: string;
  revision: number;
}

/** What the other end must know of an update. */
export interface ExpectedUpdate {
  uniqueId: string;
  revisionNumber: number;
  title: string;
  articleId: string;
  classification: string;
  products: string[];
  datePosted: string;
  supersedes: string[];
  severity: string | undefined;
  isExpired: boolean;
  files: { name: string; size: number; sha1: string; sha256: string; url: string }[];
}

export interface CatalogOptions {
  seed: number;
  /** Updates that can be chosen; with their parts there are about twice as many documents. */
  updates: number;
  /** Detectoids beside the categories. */
  detectoids?: number;
  /** Lists every part; else only those of every other update, as where the rest stands under no category. */
  listsParts?: boolean;
}

export const products: Readonly<Record<string, string>> = {
  '72e7624a-5b00-45d2-b92f-e561c0a6a160': 'Windows 11',
  'b3c75dc1-155f-4be4-b015-3f1a91758e52': 'Windows 10, version 1903 and later',
  '569e8e8f-c6cd-42c8-92a3-efbb20a0f6f5': 'Windows Server 2016',
  'f702a48c-919b-45d6-9aef-ca4248d50397': 'Windows Server 2019',
  '71718f13-7324-4b0f-8f9e-2ca9dc978e53': 'Microsoft Server operating system-21H2',
  'b256987d-4693-4c87-955d-dbb9341205eb': 'Microsoft Server operating system-24H2',
};
/** Subscribed to by nobody who did not say so. */
export const otherProduct = '8c3fcc84-7410-4a95-8b89-a166a0190486';
export const classifications: Readonly<Record<string, string>> = {
  '0fa1201d-4330-4fa8-8ae9-b877473b6441': 'Security Updates',
  'cd5ffd1e-e932-4e3a-bf74-18bf0b1bbd83': 'Updates',
  'e6cf1350-c01b-414d-a61f-263d14d133b4': 'Critical Updates',
};
const company = '56309036-4c77-4dd9-951a-99ee9c246a94';
const family = '6964aab4-c5b5-43bd-a17d-ffb4346a8e1d';
const productIds = Object.keys(products);
const classificationIds = Object.keys(classifications);

/** What stands behind a made-up id. */
type Kind = 'bundle' | 'leaf' | 'hidden' | 'detectoid' | 'category';
const kinds = ['bundle', 'leaf', 'hidden', 'detectoid'] as const;

interface Change {
  revision: number;
  at: number;
  expired: boolean;
}

/** What updates of a product are called, in the order of `products`, and the build that they bring. */
const lines: readonly { system: string; build: number }[] = [
  { system: 'Windows 11 Version 24H2', build: 26100 },
  { system: 'Windows 10 Version 22H2', build: 19045 },
  { system: 'Windows Server 2016', build: 14393 },
  { system: 'Windows Server 2019', build: 17763 },
  { system: 'Microsoft server operating system version 21H2', build: 20348 },
  { system: 'Microsoft server operating system version 24H2', build: 26100 },
];
const architectures = ['x64', 'arm64'];

export class GeneratedCatalog {
  readonly #seed: number;
  readonly #detectoids: number;
  readonly #listsParts: boolean;
  #updates: number;
  /** Counts the changes; part of the anchors. */
  #tick = 1;
  readonly #changes = new Map<number, Change>();
  readonly #addedAt: { from: number; at: number }[] = [];

  constructor({ seed, updates, detectoids = 40, listsParts = false }: CatalogOptions) {
    this.#listsParts = listsParts;
    this.#seed = seed >>> 0;
    this.#updates = updates;
    this.#detectoids = detectoids;
  }

  get tick(): number {
    return this.#tick;
  }

  get updates(): number {
    return this.#updates;
  }

  /** Publishes more updates. */
  add(count: number): void {
    this.#tick += 1;
    this.#addedAt.push({ from: this.#updates, at: this.#tick });
    this.#updates += count;
  }

  /** Publishes a new revision. */
  revise(index: number, { expired = false } = {}): void {
    this.#tick += 1;
    const { revision } = this.#facts(index);
    this.#changes.set(index, { revision: revision + 1, at: this.#tick, expired });
  }

  /** Revisions of categories and detectoids after this tick (0: all). */
  categories(after: number): Revision[] {
    if (after > 0) return [];
    const fixed = [company, family, ...productIds, otherProduct, ...classificationIds].map((id) => ({
      id,
      revision: 100,
    }));
    const detectoids = Array.from({ length: this.#detectoids }, (_, index) => ({
      id: this.#id('detectoid', index),
      revision: 101,
    }));
    return [...fixed, ...detectoids];
  }

  /** Revisions that are listed under these, after the tick. Parts of every other update stand under categories too. */
  *listed(filter: (product: string, classification: string) => number | undefined): Generator<Revision> {
    for (let index = 0; index < this.#updates; index += 1) {
      const facts = this.#facts(index);
      const after = filter(facts.product, facts.classification);
      if (after === undefined || facts.at <= after) continue;
      if (index % 4 === 0) yield* this.#parts(index);
      yield { id: this.#id('bundle', index), revision: facts.revision };
      if (index % 4 === 2 || (this.#listsParts && index % 4 !== 0)) yield* this.#parts(index);
    }
  }

  /** The document of a revision; undefined when there is none. */
  document({ id, revision }: Revision): { xml: string; files: { sha1: string; url: string }[] } | undefined {
    const fixed = this.#category(id, revision);
    if (fixed !== undefined) return { xml: fixed, files: [] };
    const [kind, index] = this.#entry(id);
    if (kind === 'detectoid' && index < this.#detectoids && revision === 101) {
      return { xml: this.#detectoid(index), files: [] };
    }
    if (kind === undefined || index >= this.#updates * partsPerUpdate) return undefined;
    if (kind === 'bundle')
      return index < this.#updates && this.#facts(index).revision === revision ? this.#bundle(index) : undefined;
    return revision === 200 ? this.#part(kind, index) : undefined;
  }

  /** What must be known of an update at the other end. */
  record(index: number): ExpectedUpdate {
    const facts = this.#facts(index);
    const leaves = facts.expired ? [] : this.#leavesOf(index);
    const own = hasOwnFiles(index) ? [this.#file('bundle', index)] : [];
    return {
      uniqueId: this.#id('bundle', index),
      revisionNumber: facts.revision,
      title: facts.title,
      articleId: facts.article,
      classification: classifications[facts.classification] ?? '',
      products: [products[facts.product] ?? ''],
      datePosted: facts.created,
      supersedes: facts.supersedes.map((each) => this.#id('bundle', each)),
      severity: facts.severity,
      isExpired: facts.expired,
      files: [...own, ...leaves.map((leaf) => this.#file('leaf', leaf))],
    };
  }

  indexOf(id: string): number {
    return this.#entry(id)[1];
  }

  idOf(index: number): string {
    return this.#id('bundle', index);
  }

  #facts(index: number) {
    const random = randomNumbers(this.#seed * 7919 + index);
    const product = productIds[random(productIds.length)] ?? '';
    const classification = classificationIds[random(classificationIds.length)] ?? '';
    const article = String(5_000_000 + index);
    const month = index % 120;
    const date = `${2016 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
    const { system = '', build = 0 } = lines[productIds.indexOf(product)] ?? {};
    const architecture = system.startsWith('Windows 1') ? architectures[random(architectures.length)] : 'x64';
    const revision = 100 + month * 400 + (Math.floor(index / 120) % 400);
    // Some names want care in XML.
    const marks = index % 7 === 3 ? ` <${random(1000)} & more>` : '';
    const before = index - 1 - random(40);
    const change = this.#changes.get(index);
    const added = this.#addedAt.findLast(({ from }) => index >= from);
    return {
      product,
      classification,
      article,
      title: `${date} Cumulative Update for ${system} for ${architecture}-based Systems (KB${article}) (${build}.${revision})${marks}`,
      created: `${date}-${String(8 + random(20)).padStart(2, '0')}T17:00:00Z`,
      supersedes: before >= 0 && random(3) === 0 ? [before, ...(before > 5 ? [before - 5] : [])] : [],
      severity: random(2) === 0 ? 'Critical' : undefined,
      long: random(7) === 0,
      revision: change?.revision ?? 200 + (index % 3),
      expired: change?.expired ?? index % 53 === 52,
      at: change?.at ?? added?.at ?? 1,
    };
  }

  /** Leaves by number; the number of the first is the update's own, of a second beyond all updates. */
  #leavesOf(index: number): number[] {
    const shape = index % 10;
    if (hasOwnFiles(index)) return [];
    // Shares the leaf of its neighbour.
    if (shape === 9) return [index - 5];
    return shape === 6 || shape === 7 ? [index * 2 + 1, index * 2 + 2].map((each) => each + secondLeaves) : [index];
  }

  /** What is listed with an update. A leaf that it shares is listed with the other one. */
  #parts(index: number): Revision[] {
    if (index % 10 === 9) return [];
    const leaves = this.#leavesOf(index).map((leaf) => ({ id: this.#id('leaf', leaf), revision: 200 }));
    return index % 10 === 7 ? [...leaves, { id: this.#id('hidden', index), revision: 200 }] : leaves;
  }

  #bundle(index: number) {
    const facts = this.#facts(index);
    const leaves = this.#leavesOf(index);
    const nested = index % 10 === 7;
    const bundled = nested ? [this.#id('hidden', index)] : leaves.map((leaf) => this.#id('leaf', leaf));
    const file = hasOwnFiles(index) ? this.#file('bundle', index) : undefined;
    const severity = facts.severity === undefined ? '' : ` MsrcSeverity="${facts.severity}"`;
    const title = escaped(facts.title);
    const xml = [
      head(casing(this.#id('bundle', index), index), facts.revision),
      `<upd:Properties DefaultPropertiesLanguage="en" UpdateType="Software" ExplicitlyDeployable="true" AutoSelectOnWebSites="true"${severity}`,
      ` PublicationState="${facts.expired ? 'Expired' : 'Published'}" CreationDate="${facts.created.replace('Z', '.000Z')}" PublisherID="395392a0-19c0-48b7-a927-f7c15066d905">`,
      `<upd:SupportUrl>https://support.microsoft.com/help/${facts.article}</upd:SupportUrl><upd:KBArticleID>${facts.article}</upd:KBArticleID></upd:Properties>`,
      '<upd:LocalizedPropertiesCollection>',
      localized('de', `Titel ${facts.article}`),
      localized('en', title),
      '</upd:LocalizedPropertiesCollection><upd:Relationships><upd:Prerequisites>',
      `<upd:AtLeastOne IsCategory="true"><upd:UpdateIdentity UpdateID="${facts.classification}" /></upd:AtLeastOne>`,
      `<upd:AtLeastOne IsCategory="true"><upd:UpdateIdentity UpdateID="${facts.product}" /></upd:AtLeastOne></upd:Prerequisites>`,
      facts.supersedes.length === 0
        ? ''
        : `<upd:SupersededUpdates>${facts.supersedes.map((each) => `<upd:UpdateIdentity UpdateID="${casing(this.#id('bundle', each), each)}" />`).join('')}</upd:SupersededUpdates>`,
      bundled.length === 0 ? '' : bundledUpdates(bundled, nested),
      `</upd:Relationships>${rules(facts.long)}`,
      file === undefined ? '' : filesElement([file]),
      '</upd:Update>',
    ].join('');
    return { xml, files: file === undefined ? [] : [file] };
  }

  #part(kind: Kind, index: number) {
    if (kind === 'hidden') {
      const leaves = this.#leavesOf(index).map((leaf) => this.#id('leaf', leaf));
      const xml = `${head(this.#id('hidden', index), 200)}${partProperties}${localizedOnly(`HIDDEN: parts of ${index}`)}<upd:Relationships>${bundledUpdates(leaves, true)}</upd:Relationships></upd:Update>`;
      return { xml, files: [] };
    }
    const file = this.#file('leaf', index);
    const long = index % 11 === 0;
    const xml = `${head(this.#id('leaf', index), 200)}${partProperties}${localizedOnly(`Part ${index}`)}${rules(long)}${filesElement([file])}<upd:HandlerSpecificData xsi:type="cbs:Cbs" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><cbs:CbsData PackageIdentity="" xmlns:cbs="http://schemas.microsoft.com/msus/2002/12/UpdateHandlers/Cbs" /></upd:HandlerSpecificData></upd:Update>`;
    return { xml, files: [file] };
  }

  #detectoid(index: number): string {
    return `${head(this.#id('detectoid', index), 101)}<upd:Properties DefaultPropertiesLanguage="en" UpdateType="Detectoid" ExplicitlyDeployable="false" PublicationState="Published" CreationDate="2006-05-22T19:10:10.172Z" />${localizedOnly(`Detectoid ${index}`)}${rules(index % 5 === 0)}</upd:Update>`;
  }

  #category(id: string, revision: number): string | undefined {
    const named: Readonly<Record<string, readonly [type: string, name: string, parent: string]>> = {
      [company]: ['Company', 'Microsoft', ''],
      [family]: ['ProductFamily', 'Windows', company],
      [otherProduct]: ['Product', 'Microsoft Defender Antivirus', family],
      ...Object.fromEntries(productIds.map((each) => [each, ['Product', products[each] ?? '', family] as const])),
      ...Object.fromEntries(
        classificationIds.map((each) => [each, ['UpdateClassification', classifications[each] ?? '', ''] as const]),
      ),
    };
    const found = named[id];
    if (found === undefined || revision !== 100) return undefined;
    const [type, name, parent] = found;
    const relation =
      parent === ''
        ? ''
        : `<upd:Relationships><upd:Prerequisites><upd:AtLeastOne IsCategory="true"><upd:UpdateIdentity UpdateID="${parent}" /></upd:AtLeastOne></upd:Prerequisites></upd:Relationships>`;
    return `${head(id.toUpperCase(), 100)}<upd:Properties DefaultPropertiesLanguage="en" UpdateType="Category" Handler="http://schemas.microsoft.com/msus/2002/12/UpdateHandlers/Category" PublicationState="Published" CreationDate="2005-09-22T00:05:11.471Z" /><upd:LocalizedPropertiesCollection>${localized('ja', 'カテゴリ')}${localized('en', name)}</upd:LocalizedPropertiesCollection>${relation}<upd:HandlerSpecificData xsi:type="cat:Category" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:cat="http://schemas.microsoft.com/msus/2002/12/UpdateHandlers/Category"><cat:CategoryInformation CategoryType="${type}" ProhibitsSubcategories="false" ProhibitsUpdates="true" DisplayOrder="1" /></upd:HandlerSpecificData></upd:Update>`;
  }

  #file(kind: Kind, index: number) {
    const name = `windows-kb${kind}-${index}.cab`;
    const sha1 = createHash('sha1').update(`${this.#seed} ${name}`).digest('hex');
    const sha256 = createHash('sha256').update(`${this.#seed} ${name}`).digest('hex');
    return {
      name,
      size: 1000 + index,
      sha1,
      sha256,
      url: `http://download.invalid/c/${index % 100}/${name.replace('.cab', '')}_${sha1}.cab`,
    };
  }

  #id(kind: (typeof kinds)[number], index: number): string {
    const mark = (0xa000 + kinds.indexOf(kind)).toString(16);
    const own = this.#seed.toString(16).padStart(8, '0');
    return `${own}-${mark}-4bad-8bad-${index.toString(16).padStart(12, '0')}`;
  }

  #entry(id: string): [Kind | undefined, number] {
    const [own, mark, , , number] = id.split('-');
    if (own !== this.#seed.toString(16).padStart(8, '0')) return [undefined, 0];
    return [kinds[Number.parseInt(mark ?? '', 16) - 0xa000], Number.parseInt(number ?? '', 16)];
  }
}

/** Numbers of leaves that are not the only one of their update. */
const secondLeaves = 2 ** 30;
const partsPerUpdate = 2 ** 32;

function hasOwnFiles(index: number): boolean {
  return index % 10 === 8;
}

function casing(id: string, index: number): string {
  return index % 3 === 0 ? id.toUpperCase() : id;
}

function head(id: string, revision: number): string {
  return `<upd:Update xmlns:pub="http://schemas.microsoft.com/msus/2002/12/Publishing" xmlns:upd="http://schemas.microsoft.com/msus/2002/12/Update"><upd:UpdateIdentity UpdateID="${id}" RevisionNumber="${revision}" />`;
}

const partProperties =
  '<upd:Properties UpdateType="Software" DefaultPropertiesLanguage="en" PublicationState="Published" CreationDate="2024-01-11T20:15:45.051Z" PublisherID="bccf8ca0-2819-4598-8d15-c1506e363e92"></upd:Properties>';

function localized(language: string, title: string): string {
  return `<upd:LocalizedProperties><upd:Language>${language}</upd:Language><upd:Title>${title}</upd:Title><upd:Description>${title} - ${language}</upd:Description></upd:LocalizedProperties>`;
}

function localizedOnly(title: string): string {
  return `<upd:LocalizedPropertiesCollection>${localized('en', title)}</upd:LocalizedPropertiesCollection>`;
}

function bundledUpdates(ids: readonly string[], grouped: boolean): string {
  const identities = ids.map((id) => `<upd:UpdateIdentity UpdateID="${id}" RevisionNumber="200" />`).join('');
  return `<upd:BundledUpdates>${grouped ? `<upd:AtLeastOne>${identities}</upd:AtLeastOne>` : identities}</upd:BundledUpdates>`;
}

const rule =
  '<bar:RegSz Key="HKEY_LOCAL_MACHINE" Subkey="SOFTWARE\\Microsoft" Value="V" Comparison="EqualTo" Data="1 &lt; 2" xmlns:bar="http://schemas.microsoft.com/msus/2002/12/BaseApplicabilityRules" />';

function rules(long: boolean): string {
  return `<upd:ApplicabilityRules><upd:IsInstalled><lar:And xmlns:lar="http://schemas.microsoft.com/msus/2002/12/LogicalApplicabilityRules">${rule.repeat(long ? 20 : 1)}</lar:And></upd:IsInstalled></upd:ApplicabilityRules>`;
}

function filesElement(files: readonly { name: string; size: number; sha1: string; sha256: string }[]): string {
  const base64 = (hex: string) => Buffer.from(hex, 'hex').toString('base64');
  return `<upd:Files>${files.map(({ name, size, sha1, sha256 }) => `<upd:File Digest="${base64(sha1)}" DigestAlgorithm="SHA1" FileName="${name}" Size="${size}" Modified="2024-01-11T20:15:45.051Z" PatchingType="SelfContained"><upd:AdditionalDigest Algorithm="SHA256">${base64(sha256)}</upd:AdditionalDigest></upd:File>`).join('')}</upd:Files>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
