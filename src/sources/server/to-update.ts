/**
 * What a server publishes as a bundle with its leaves is one update for us: title, articles, categories and supersedence
 * are the bundle's; files are those of the leaves.
 */
import { utcTime } from '../../updates/read-update.ts';
import type { UpdateDocument, UpdateFile } from '../../updates/update.ts';
import type { Category } from '../source.ts';
import type { FileUrls } from './answers.ts';
import type { DocumentFile, MetadataDocument } from './document.ts';
import type { Identity } from './soap.ts';

/** A file with where it can be fetched. */
export type LocatedFile = DocumentFile & {
  url?: string;
  /** At the server that was asked, where that is another place. */
  serverUrl?: string;
};

/** What is kept of a document that is a part of others. */
export interface Part {
  bundled: Identity[];
  files: LocatedFile[];
  handler?: string;
  productName?: string;
  releaseVersion?: string;
  packageIdentity?: string;
  languages?: string[];
  rebootBehavior?: string;
}

export function partOf(document: MetadataDocument, urls: ReadonlyMap<string, FileUrls>): Part {
  const { bundled, handler, packageIdentity, languages, rebootBehavior, properties } = document;
  return {
    bundled,
    files: document.files.map((file) => located(file, urls)),
    ...given({ handler, packageIdentity, rebootBehavior }),
    ...given({ productName: properties['ProductName'] ?? '', releaseVersion: properties['ReleaseVersion'] ?? '' }),
    ...(languages.length === 0 ? {} : { languages }),
  };
}

function located(file: DocumentFile, urls: ReadonlyMap<string, FileUrls>): LocatedFile {
  const { microsoft = '', server = '' } = urls.get(file.sha1 ?? '') ?? {};
  const url = microsoft === '' ? server : microsoft;
  return { ...file, ...given({ url, serverUrl: server === url ? '' : server }) };
}

export interface UpdateParts {
  /** The document itself as a part, and all parts below it. */
  own: Part;
  parts: readonly Part[];
  /** Parts that could not be had. */
  missing: readonly Identity[];
}

/** The update as the catalog takes it. `categories` by id. */
export function toUpdate(
  document: MetadataDocument,
  { own, parts, missing }: UpdateParts,
  categories: ReadonlyMap<string, Category>,
): UpdateDocument {
  const { properties } = document;
  const all = [own, ...parts];
  const { products, classification } = categoriesOf(document, categories);
  const description = textOf(document.descriptions, document.defaultLanguage);
  const languages = [...new Set([...document.languages, ...all.flatMap(({ languages: own = [] }) => own)])];
  return {
    uniqueId: document.id,
    title: titleOf(document),
    articleId: document.articles.map((each) => /^(?:KB)?(\d{1,10})$/i.exec(each)?.[1]).find(Boolean) ?? null,
    classification: classification?.name ?? null,
    products: products.map(({ name }) => name),
    datePosted: timeOf(document.created),
    files: filesOf(all),
    revisionNumber: document.revision,
    supersedes: document.supersedes,
    ...given({
      description,
      severity: properties['MsrcSeverity'] ?? '',
      supportUrl: document.supportUrl,
      legacyName: properties['LegacyName'] ?? '',
      classificationId: classification?.id ?? '',
      productName: first(all, 'productName'),
      releaseVersion: first(all, 'releaseVersion'),
      handler: first([...parts, own], 'handler'),
      rebootBehavior: first([...parts, own], 'rebootBehavior'),
      eulaId: properties['EulaID'] ?? '',
    }),
    ...filled({
      languages: languages.filter((each) => each !== 'all'),
      productIds: products.map(({ id }) => id),
      articleIds: document.articles.length > 1 ? document.articles : [],
      securityBulletins: document.bulletins,
      packageIdentities: [...new Set(all.flatMap(({ packageIdentity = '' }) => packageIdentity || []))],
      missingParts: missing.map(({ id, revision }) => `${id} ${revision}`),
    }),
    ...(properties['IsBeta'] === 'true' ? { isBeta: true } : {}),
    ...(document.expired ? { isExpired: true } : {}),
  };
}

/** English, else the document's own language, else any: titles are compared, so order of display does not count. */
export function titleOf(document: MetadataDocument): string {
  return textOf(document.titles, document.defaultLanguage);
}

function textOf(texts: ReadonlyMap<string, string>, own: string): string {
  return texts.get('en') ?? texts.get('en-us') ?? texts.get(own) ?? [...texts.values()][0] ?? '';
}

/**
 * Products and classification. Clauses that are marked as categories are; others only when they name one that is known.
 * A category that nobody described yet counts as a product and keeps its GUID.
 */
function categoriesOf(
  { categories: marked, otherClauses }: MetadataDocument,
  known: ReadonlyMap<string, Category>,
): { products: Category[]; classification: Category | undefined } {
  const unknown = (id: string): Category => ({ id, kind: 'product', name: id, parent: null });
  const found = [
    ...marked.map((id) => known.get(id) ?? unknown(id)),
    ...otherClauses.flatMap((id) => known.get(id) ?? []),
  ];
  const one = [...new Map(found.map((each) => [each.id, each])).values()];
  return {
    products: one.filter(({ kind }) => kind === 'product'),
    classification: one.find(({ kind }) => kind === 'classification'),
  };
}

/** Each file once: bundles share leaves, and leaves files. */
function filesOf(parts: readonly Part[]): UpdateFile[] {
  const files = new Map<string, UpdateFile>();
  for (const file of parts.flatMap((part) => part.files)) {
    const { name, size, sha1, sha256 } = file;
    files.set(sha256 ?? sha1 ?? `${name} ${size}`, file as UpdateFile);
  }
  return [...files.values()];
}

function timeOf(created: string): string | null {
  try {
    return created === '' ? null : utcTime(created);
  } catch {
    return null;
  }
}

function first(
  parts: readonly Part[],
  member: 'productName' | 'releaseVersion' | 'handler' | 'rebootBehavior',
): string {
  return parts.map((part) => part[member]).find((value) => value !== undefined) ?? '';
}

function given(texts: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== ''));
}

function filled(lists: Readonly<Record<string, readonly string[]>>): Record<string, readonly string[]> {
  return Object.fromEntries(Object.entries(lists).filter(([, list]) => list.length > 0));
}
