/** What three pages of the site say of an update, as one document. Pure. */

import type { Architecture } from '../../updates/kinds.ts';
import { readUpdate } from '../../updates/read-update.ts';
import type { UpdateDocument, UpdateFile } from '../../updates/update.ts';
import type { Details } from './pages/details.ts';
import type { DownloadFile, Downloads } from './pages/downloads.ts';
import type { SearchRow } from './pages/search.ts';

export interface SiteFacts {
  row: SearchRow;
  /** The list is in English. */
  isEnglish: boolean;
  details: Details;
  downloads: Downloads;
  /** Ids of the updates with a title, of those that are known. */
  idsOf(title: string): readonly string[];
  /** Origin that may stay on plain http because the settings name it so; null: none. */
  plainOrigin: string | null;
}

/** Throws RecordError, or an Error that says why the facts do not make an update. */
export function toUpdate({ row, isEnglish, details, downloads, idsOf, plainOrigin }: SiteFacts): UpdateDocument {
  const title = downloads.title ?? row.title;
  const inTitle = /\bKB ?(\d{5,8})\b/i.exec(title)?.[1];
  const articleId =
    inTitle !== undefined && details.articles.includes(inTitle) ? inTitle : (details.articles[0] ?? inTitle);
  const date = row.date ?? details.date;
  const architecture = architectureOf(details.architectures);
  const supersedes = [...new Set(details.supersedes.flatMap(idsOf))].filter((id) => id !== row.id);
  const languages = details.languages.filter((language) => language.toLowerCase() !== 'all');
  return readUpdate({
    uniqueId: row.id,
    title,
    articleId: articleId ?? null,
    // Words of another language are none that anything here knows.
    classification: isEnglish ? row.classification : details.isEnglish ? details.classification : null,
    products: details.products.length > 0 ? details.products : row.products,
    datePosted: date === null ? null : `${date}T00:00:00Z`,
    files: downloads.files.map((file) => fileOf(file, { row, plainOrigin, alone: downloads.files.length === 1 })),
    totalSize: row.size,
    ...(architecture === null ? {} : { architecture }),
    ...(details.supersededBy.length === 0 ? {} : { supersededBy: details.supersededBy }),
    ...(supersedes.length === 0 ? {} : { supersedes }),
    ...(details.supersedes.length === 0 ? {} : { supersedesTitles: details.supersedes }),
    ...(languages.length === 0 ? {} : { languages }),
    ...(details.isEnglish ? wordsOf(details) : {}),
    ...(details.supportUrl === null ? {} : { supportUrl: details.supportUrl }),
  });
}

function wordsOf({ description, severity }: Details): Pick<UpdateDocument, 'description' | 'severity'> {
  return { ...(description === null ? {} : { description }), ...(severity === null ? {} : { severity }) };
}

/** Of one; a title says more than a list of several. */
function architectureOf(written: readonly string[]): Architecture | null {
  const names: Readonly<Record<string, Architecture>> = { amd64: 'x64', x64: 'x64', x86: 'x86', arm64: 'arm64' };
  const [first, ...others] = written;
  return first === undefined || others.length > 0 ? null : (names[first.toLowerCase()] ?? null);
}

function fileOf(
  { name, url, sha1, sha256 }: DownloadFile,
  { row, plainOrigin, alone }: { row: SearchRow; plainOrigin: string | null; alone: boolean },
): UpdateFile {
  const [, ownDigest] = /_([0-9a-f]{40})\.[a-z0-9]{2,4}$/i.exec(name) ?? [];
  if (ownDigest !== undefined && ownDigest.toLowerCase() !== sha1) {
    throw new Error(`the digest of ${JSON.stringify(name)} is not the one in its name`);
  }
  return {
    name: plainName(name),
    // The list has the size of the whole update alone.
    size: alone ? row.size : null,
    sha1,
    ...(sha256 === null ? {} : { sha256 }),
    url: secured(url, plainOrigin),
  };
}

/** A name from outside is a name: no path, no device, nothing that a folder does not hold. */
function plainName(name: string): string {
  const isPlain = name.length <= 255 && /^[^\\/:*?"<>|\p{Cc}]+$/u.test(name) && !/^\.|[. ]$/.test(name);
  if (!isPlain) throw new Error(`${JSON.stringify(name.slice(0, 80))} is no name of a file`);
  return name;
}

/** https on the same path where the site gives http: its hosts answer both, and the digest decides. */
function secured(url: string, plainOrigin: string | null): string {
  const parsed = new URL(url);
  if (parsed.username !== '' || parsed.password !== '')
    throw new Error('the address of a file holds a user or a password');
  if (parsed.protocol === 'http:' && parsed.origin !== plainOrigin && parsed.port === '') parsed.protocol = 'https:';
  if (parsed.protocol === 'http:' && parsed.origin !== plainOrigin)
    throw new Error(`a file lies at ${parsed.host} on plain http`);
  return parsed.href;
}
