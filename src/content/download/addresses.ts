/** Where a file may be fetched from, in the order in which it is tried. Pure. */
import type { WantedFile } from './types.ts';

export interface Address {
  url: string;
  /** `mirror`: by a rule of the site; `secure`: the same path over TLS; `offered`: as the record has it. */
  kind: 'mirror' | 'secure' | 'offered';
}

/** Hosts that answer the same path over https, whatever the record says. */
const microsoftHosts = /(^|\.)(windowsupdate\.com|delivery\.mp\.microsoft\.com|update\.microsoft\.com)$/i;

/**
 * Mirrors of the site first, then each address of the record; of Microsoft's hosts over https before http. Addresses that
 * are none, and file: URLs that may not be used, are left out.
 */
export function addressesOf(file: WantedFile, contentBaseUrls: readonly string[]): Address[] {
  const offered = file.urls.flatMap((url) => parsed(url, file) ?? []);
  const web = offered.filter(({ protocol }) => protocol !== 'file:');
  const mirrors = contentBaseUrls.flatMap((base) => web.slice(0, 1).flatMap((url) => mirrored(base, url, file) ?? []));
  const own = offered.flatMap((url): Address[] => {
    const plain: Address = { url: url.href, kind: 'offered' };
    if (url.protocol !== 'http:' || url.port !== '' || !microsoftHosts.test(url.hostname)) return [plain];
    const secure = new URL(url);
    secure.protocol = 'https:';
    return [{ url: secure.href, kind: 'secure' }, plain];
  });
  const all = [...mirrors.map((url): Address => ({ url, kind: 'mirror' })), ...own];
  return all.filter(({ url }, at) => all.findIndex((each) => each.url === url) === at);
}

function parsed(text: string, { isFromSource }: WantedFile): URL | undefined {
  const url = URL.parse(text);
  if (url === null) return undefined;
  if (url.protocol === 'http:' || url.protocol === 'https:') return url;
  // A record that a person imported must not make this machine log on to a share of somebody else.
  return url.protocol === 'file:' && (url.host === '' || isFromSource) ? url : undefined;
}

/**
 * The address at a mirror. A rule holds places ({host}, {path}, {query}, {name}, {sha1}, {sha256}) or is a beginning that
 * the path is put behind. Undefined where the rule needs what is not known.
 */
export function mirrored(
  rule: string,
  url: URL,
  file: Pick<WantedFile, 'name' | 'sha1' | 'sha256'>,
): string | undefined {
  const places: Record<string, string | null> = {
    host: url.host,
    path: url.pathname.replace(/^\//, ''),
    query: url.search.replace(/^\?/, ''),
    name: encodeURIComponent(file.name),
    sha1: file.sha1,
    sha256: file.sha256,
  };
  const whole = /\{\w+\}/.test(rule) ? rule : `${rule.replace(/\/$/, '')}/{path}${url.search === '' ? '' : '?{query}'}`;
  let isComplete = true;
  const text = whole.replace(/\{(\w+)\}/g, (_, place: string) => {
    const value = Object.hasOwn(places, place) ? (places[place] ?? null) : null;
    if (value === null) isComplete = false;
    return value ?? '';
  });
  const result = isComplete ? URL.parse(text) : null;
  return result !== null && /^https?:$/.test(result.protocol) ? result.href : undefined;
}
