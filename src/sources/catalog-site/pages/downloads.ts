import { type Changed, changed, guidPattern, open, type SiteError, siteError } from './dom.ts';

export interface DownloadFile {
  /** As the site names it; a text from outside, not a path. */
  name: string;
  url: string;
  /** Lower-case hexadecimal. */
  sha1: string;
  sha256: string | null;
}

export interface Downloads {
  type: 'downloads';
  /** Lower-case GUID. */
  updateId: string;
  /** In English, whatever the language of the site; null when it is not there. */
  title: string | null;
  files: DownloadFile[];
}

export type DownloadPage = Downloads | SiteError | Changed;

/** Files of the largest update that is read. */
const mostFiles = 5000;

const statement =
  /downloadInformation\[(\d{1,4})\]\.(?:files\[(\d{1,6})\]\.)?(\w{1,40})\s*=\s*(?:'((?:[^'\\\r\n]|\\.)*)'|"((?:[^"\\\r\n]|\\.)*)"|(new Array\(\)|[\w.]{1,40}))\s*;/g;

/**
 * Reads the answer of DownloadDialog.aspx for one update: the site writes its files as statements of a script, which is
 * read as text and never run.
 */
export function readDownloads(html: string): DownloadPage {
  const page = open(html);
  if ('type' in page) return page;
  const error = siteError(page);
  if (error !== null) return error;
  const scripts = page('script')
    .toArray()
    .map((script) => page(script).text());
  const script = scripts.find((text) => /\bdownloadInformation\s*=\s*(?:new Array\(\)|\[\])/.test(text));
  if (script === undefined) return changed('downloadInformation');
  const facts = new Map<string, string>();
  const files = new Map<number, Map<string, string>>();
  for (const [, update, file, member = '', single, double, bare] of script.matchAll(statement)) {
    if (update !== '0') return changed('one update alone (downloadInformation[0])');
    const value = single ?? double;
    const text = value === undefined ? (bare ?? '') : unescaped(value);
    if (file === undefined) {
      facts.set(member, text);
      continue;
    }
    const members = files.get(Number(file)) ?? new Map<string, string>();
    files.set(Number(file), members.set(member, text));
    if (files.size > mostFiles) return changed(`an update of at most ${mostFiles} files`);
  }
  const updateId = facts.get('updateID')?.toLowerCase() ?? '';
  if (!new RegExp(`^${guidPattern}$`).test(updateId)) return changed('downloadInformation[0].updateID');
  if (!facts.has('files')) return changed('downloadInformation[0].files');
  const read: DownloadFile[] = [];
  for (const [number, members] of [...files].sort(([a], [b]) => a - b)) {
    const file = readFile(members);
    if (typeof file === 'string') return changed(`downloadInformation[0].files[${number}].${file}`);
    read.push(file);
  }
  return { type: 'downloads', updateId, title: facts.get('enTitle')?.trim() || null, files: read };
}

/** The name of the member that is missing or malformed where there is no file. */
function readFile(members: ReadonlyMap<string, string>): DownloadFile | string {
  const url = members.get('url')?.trim() ?? '';
  if (!/^https?:\/\/[^\s]+$/i.test(url) || !URL.canParse(url)) return 'url';
  const sha1 = digest(members.get('digest') ?? '', 20);
  if (sha1 === null) return 'digest';
  const written = members.get('sha256')?.trim() ?? '';
  const sha256 = written === '' ? null : digest(written, 32);
  if (written !== '' && sha256 === null) return 'sha256';
  const name = members.get('fileName')?.trim() ?? '';
  return name === '' ? 'fileName' : { name, url, sha1, sha256 };
}

/** Base64 of so many bytes as lower-case hexadecimal; null when it is anything else. */
function digest(text: string, length: number): string | null {
  const written = text.trim();
  const bytes = Buffer.from(written, 'base64');
  return bytes.length === length && bytes.toString('base64') === written ? bytes.toString('hex') : null;
}

/** A text as a script writes it between quotes. */
function unescaped(text: string): string {
  return text.replace(
    /\\(?:u([0-9a-f]{4})|x([0-9a-f]{2})|(.))/gi,
    (_all, long?: string, short?: string, one?: string) => {
      const code = long ?? short;
      if (code !== undefined) return String.fromCharCode(Number.parseInt(code, 16));
      return { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f', v: '\v', 0: '\0' }[one ?? ''] ?? one ?? '';
    },
  );
}
