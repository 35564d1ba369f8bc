/** Updates as the catalog site has them, made up in any number. */
import { createHash } from 'node:crypto';

export interface SiteUpdate {
  id: string;
  title: string;
  /** Digits. */
  articleId: string;
  products: string;
  classification: string;
  /** YYYY-MM-DD. */
  date: string;
  size: number;
  description: string;
  architecture: string;
  severity: string;
  /** Ids. */
  supersededBy: string[];
  /** Titles. */
  supersedes: string[];
  files: SiteFile[];
}

export interface SiteFile {
  name: string;
  url: string;
  sha1: string;
  sha256: string | null;
}

/** A GUID that belongs to a name, the same every time. */
export function guidOf(name: string): string {
  const hex = createHash('sha1').update(name).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-');
}

/** An update with what is given; the rest follows from its title. */
export function siteUpdate(title: string, more: Partial<SiteUpdate> = {}): SiteUpdate {
  const articleId = more.articleId ?? /KB(\d+)/.exec(title)?.[1] ?? '5000000';
  const month = /^\d{4}-\d\d/.exec(title)?.[0] ?? '2026-01';
  const id = more.id ?? guidOf(title);
  return {
    id,
    title,
    articleId,
    products: 'Windows 11',
    classification: /Preview/.test(title) ? 'Updates' : 'Security Updates',
    date: `${month}-11`,
    size: 5_000_000_000 + Number.parseInt(id.slice(0, 6), 16),
    description: 'Install this update to resolve issues in Windows.',
    architecture: 'n/a',
    severity: 'n/a',
    supersededBy: [],
    supersedes: [],
    files: [siteFile(`windows11.0-kb${articleId}-${/arm64/i.test(title) ? 'arm64' : 'x64'}`, id)],
    ...more,
  };
}

/** A file whose name ends with its digest, as the site's do. `seed` stands for its bytes. */
export function siteFile(stem: string, seed: string, { sha256 = false, extension = 'msu' } = {}): SiteFile {
  const sha1 = createHash('sha1').update(seed).digest('hex');
  const name = `${stem}_${sha1}.${extension}`;
  const url = `http://download.windowsupdate.com/c/msdownload/update/software/secu/2026/11/${encodeURIComponent(name)}`;
  return { name, url, sha1, sha256: sha256 ? createHash('sha256').update(seed).digest('hex') : null };
}

/** So many cumulative updates of one article. */
export function manyUpdates(articleId: string, count: number): SiteUpdate[] {
  return Array.from({ length: count }, (_none, index) =>
    siteUpdate(
      `2026-11 Cumulative Update ${index + 1} for Windows 11, version 24H2 for x64-based Systems (KB${articleId})`,
    ),
  );
}
