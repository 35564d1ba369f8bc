/**
 * Reads the metadata document of one revision: what it is, what it belongs to, its files. Read in one pass, piece by
 * piece; the rules of applicability, which can be tens of megabytes, are passed over but for the identity of the package.
 */
import { FormatError } from '../../formats/format-error.ts';
import { XmlStream } from '../../formats/xml/stream.ts';
import { guidOf, type Identity, revisionOf } from './soap.ts';

/** A file as its document names it. */
export interface DocumentFile {
  /** As written: never a path on this machine. */
  name: string;
  size: number | null;
  /** Lower-case hexadecimal. */
  sha1?: string;
  sha256?: string;
  /** SelfContained, Express, ... */
  patchingType?: string;
  /** Metadata, ServicingStack. */
  patchingTypePreferred?: string;
  modified?: string;
}

export interface MetadataDocument extends Identity {
  /** Software, Driver, Category, Detectoid. */
  type: string;
  /** Something that can be chosen; else a part of something. */
  deployable: boolean;
  expired: boolean;
  created: string;
  /** Attributes of its properties, as written. */
  properties: Readonly<Record<string, string>>;
  defaultLanguage: string;
  /** By language in lower case. */
  titles: ReadonlyMap<string, string>;
  descriptions: ReadonlyMap<string, string>;
  articles: string[];
  bulletins: string[];
  supportUrl: string;
  /** Languages that it is made for; empty: all. */
  languages: string[];
  rebootBehavior: string;
  /** Ids in clauses that are marked as categories, and ids in other clauses, which may be categories too. */
  categories: string[];
  otherClauses: string[];
  supersedes: string[];
  bundled: Identity[];
  files: DocumentFile[];
  /** Cbs, OSInstaller, CommandLineInstallation, Category, ... */
  handler: string;
  /** Company, ProductFamily, Product, UpdateClassification; '' where it is no category. */
  categoryType: string;
  /** name~token~architecture~language~version of the package that its rules are about. */
  packageIdentity: string;
}

/** Characters of the longest document that is read. */
export const longestDocument = 64 * 2 ** 20;
const deepest = 200;
/** Entries of any one list. */
const most = 20_000;
const longestText = 100_000;

export class DocumentReader {
  readonly #xml: XmlStream;
  readonly #path: string[] = [];
  #identity: Identity | undefined;
  #properties: Readonly<Record<string, string>> = {};
  readonly #titles = new Map<string, string>();
  readonly #descriptions = new Map<string, string>();
  #localized: { language: string; title: string; description: string } = { language: '', title: '', description: '' };
  readonly #articles: string[] = [];
  readonly #bulletins: string[] = [];
  #supportUrl = '';
  readonly #languages: string[] = [];
  #rebootBehavior = '';
  #inCategories = false;
  readonly #categories: string[] = [];
  readonly #otherClauses: string[] = [];
  readonly #supersedes: string[] = [];
  readonly #bundled: Identity[] = [];
  readonly #files: DocumentFile[] = [];
  #digest = '';
  #handler = '';
  #categoryType = '';
  #packageIdentity = '';

  constructor() {
    const listener = {
      opened: (name: string, attributes: Readonly<Record<string, string>>) => this.#opened(name, attributes),
      closed: (name: string, text: string) => this.#closed(name, text),
    };
    this.#xml = new XmlStream(listener, { length: longestDocument, depth: deepest });
  }

  /** Throws FormatError 'corrupt' or 'limit'. */
  write(piece: string): void {
    this.#xml.write(piece);
  }

  /** Throws FormatError when the document is cut off or says not who it is. */
  finish(): MetadataDocument {
    this.#xml.close();
    if (this.#identity === undefined) throw new FormatError('corrupt', 'the document does not say which update it is');
    const properties = this.#properties;
    return {
      ...this.#identity,
      type: properties['UpdateType'] ?? '',
      deployable: properties['ExplicitlyDeployable'] === 'true',
      expired: properties['PublicationState'] === 'Expired',
      created: properties['CreationDate'] ?? '',
      properties,
      defaultLanguage: (properties['DefaultPropertiesLanguage'] ?? '').toLowerCase(),
      titles: this.#titles,
      descriptions: this.#descriptions,
      articles: this.#articles,
      bulletins: this.#bulletins,
      supportUrl: this.#supportUrl,
      languages: this.#languages,
      rebootBehavior: this.#rebootBehavior,
      categories: this.#categories,
      otherClauses: this.#otherClauses,
      supersedes: this.#supersedes,
      bundled: this.#bundled,
      files: this.#files,
      handler: handlerName(properties['Handler'] ?? '') || this.#handler,
      categoryType: this.#categoryType,
      packageIdentity: this.#packageIdentity,
    };
  }

  #opened(name: string, attributes: Readonly<Record<string, string>>): void {
    const path = this.#path;
    path.push(name);
    const [root, part, section] = path;
    if (path.length === 1) {
      if (name !== 'Update') throw new FormatError('not-recognised', `<${root}> is no metadata of an update`);
    } else if (path.length === 2) this.#openPart(name, attributes);
    else if (part === 'Relationships') this.#openRelation(name, section ?? '', attributes);
    else if (part === 'LocalizedPropertiesCollection' && name === 'LocalizedProperties') {
      this.#localized = { language: '', title: '', description: '' };
    } else if (part === 'Files' && name === 'File') this.#openFile(attributes);
    else if (part === 'Files' && name === 'AdditionalDigest') this.#digest = attributes['Algorithm'] ?? '';
    else if (name === 'InstallationBehavior') this.#rebootBehavior = attributes['RebootBehavior'] ?? '';
    else if (name === 'CategoryInformation') this.#categoryType = attributes['CategoryType'] ?? '';
    else if (name === 'assemblyIdentity' && path.at(-2) === 'assembly' && this.#packageIdentity === '') {
      this.#packageIdentity = identityText(attributes);
    }
  }

  #openPart(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'UpdateIdentity') this.#identity ??= identityOf(attributes);
    // A client's answer calls the second half of the properties so.
    else if (name === 'Properties' || name === 'ExtendedProperties') {
      this.#properties = { ...this.#properties, ...attributes };
    } else if (name === 'HandlerSpecificData') {
      const type = attributes['xsi:type'] ?? attributes['type'] ?? '';
      this.#handler = short(type.slice(type.indexOf(':') + 1));
    }
  }

  #openRelation(name: string, section: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'AtLeastOne') this.#inCategories = attributes['IsCategory'] === 'true';
    if (name !== 'UpdateIdentity') return;
    if (section === 'BundledUpdates') {
      add(this.#bundled, identityOf(attributes));
      return;
    }
    const id = guidOf(attributes['UpdateID'] ?? '');
    if (id === undefined) throw new FormatError('corrupt', 'a related update has no id');
    if (section === 'SupersededUpdates') add(this.#supersedes, id);
    else if (section === 'Prerequisites' && this.#path.includes('AtLeastOne')) {
      add(this.#inCategories ? this.#categories : this.#otherClauses, id);
    }
  }

  #openFile(attributes: Readonly<Record<string, string>>): void {
    const size = attributes['Size'] ?? '';
    const file: DocumentFile = {
      name: short(attributes['FileName'] ?? ''),
      size: /^\d{1,15}$/.test(size) ? Number(size) : null,
    };
    if (file.name === '') throw new FormatError('corrupt', 'a file has no name');
    for (const [member, name] of fileAttributes) {
      const value = attributes[name];
      if (value !== undefined && value !== '') file[member] = short(value);
    }
    setDigest(file, attributes['DigestAlgorithm'] ?? 'SHA1', attributes['Digest'] ?? '');
    add(this.#files, file);
  }

  #closed(name: string, text: string): void {
    const [, part, section] = this.#path;
    const depth = this.#path.length;
    this.#path.pop();
    if (part === 'LocalizedPropertiesCollection') this.#closeLocalized(name, text);
    else if (part === 'Files' && name === 'AdditionalDigest') {
      const file = this.#files.at(-1);
      if (file !== undefined) setDigest(file, this.#digest, text);
    } else if ((part === 'Properties' || part === 'ExtendedProperties') && depth === 3) {
      this.#closeProperty(section ?? '', short(text.trim()));
    }
  }

  #closeLocalized(name: string, text: string): void {
    const localized = this.#localized;
    if (name === 'Language') localized.language = text.trim().toLowerCase();
    else if (name === 'Title') localized.title = short(text.trim());
    else if (name === 'Description') localized.description = short(text.trim());
    // Old documents have it here.
    else if (name === 'SupportUrl' && this.#supportUrl === '') this.#supportUrl = short(text.trim());
    else if (name === 'LocalizedProperties' && this.#titles.size < most) {
      if (localized.title !== '') this.#titles.set(localized.language, localized.title);
      if (localized.description !== '') this.#descriptions.set(localized.language, localized.description);
    }
  }

  #closeProperty(name: string, text: string): void {
    if (text === '') return;
    if (name === 'KBArticleID') add(this.#articles, text);
    else if (name === 'SecurityBulletinID') add(this.#bulletins, text);
    else if (name === 'SupportUrl') this.#supportUrl = text;
    else if (name === 'Language') add(this.#languages, text.toLowerCase());
  }
}

/** The last part of the address that names a handler. */
function handlerName(address: string): string {
  return short(address.slice(address.lastIndexOf('/') + 1));
}

const fileAttributes = [
  ['patchingType', 'PatchingType'],
  ['patchingTypePreferred', 'PatchingTypePreferred'],
  ['modified', 'Modified'],
] as const;

function add<T>(list: T[], entry: T): void {
  if (list.length >= most) throw new FormatError('limit', `the document has a list of more than ${most} entries`);
  list.push(entry);
}

function short(text: string): string {
  return text.length > longestText ? text.slice(0, longestText) : text;
}

function identityOf(attributes: Readonly<Record<string, string>>): Identity {
  const id = guidOf(attributes['UpdateID'] ?? '');
  const revision = revisionOf(attributes['RevisionNumber'] ?? '');
  if (id === undefined || revision === undefined) throw new FormatError('corrupt', 'an update has no id or revision');
  return { id, revision };
}

const digests = { SHA1: ['sha1', 20], SHA256: ['sha256', 32] } as const;

/** Algorithms that nobody here computes are passed over. */
function setDigest(file: DocumentFile, algorithm: string, base64: string): void {
  const known = digests[algorithm.toUpperCase().replace('-', '') as keyof typeof digests];
  if (known === undefined) return;
  const [member, length] = known;
  const hex = hexOf(base64, length);
  if (hex === undefined) throw new FormatError('corrupt', `the ${member} of ${JSON.stringify(file.name)} is none`);
  file[member] = hex;
}

/** Base64 of so many bytes as lower-case hexadecimal; undefined when it is something else. */
export function hexOf(base64: string, length: number): string | undefined {
  const bytes = /^[A-Za-z0-9+/]{0,90}={0,2}$/.test(base64.trim()) ? Buffer.from(base64.trim(), 'base64') : undefined;
  return bytes?.length === length ? bytes.toString('hex') : undefined;
}

function identityText(attributes: Readonly<Record<string, string>>): string {
  const { name = '', publicKeyToken = '', processorArchitecture = '', language = '', version = '' } = attributes;
  const culture = language.toLowerCase() === 'neutral' ? '' : language;
  return short([name, publicKeyToken, processorArchitecture, culture, version].join('~'));
}
