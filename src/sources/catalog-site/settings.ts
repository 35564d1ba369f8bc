import type { SourceCatalogSiteSettings } from '../../contract/generated/types.ts';
import { Problem } from '../../errors.ts';

/** With every default filled in. */
export type SiteSettings = Required<SourceCatalogSiteSettings>;

/** Milliseconds between two requests to somebody else's site. */
const politeDelay = 600;

/** Settings in their usual spelling. Throws Problem ImgSourceInvalid. */
export function settle(settings: SourceCatalogSiteSettings): SiteSettings {
  const filled = settings as SiteSettings;
  const site = readUrl('url', filled.url);
  if (site.search !== '' || site.hash !== '')
    throw invalid('url has a query or a fragment; the address of the site alone is wanted');
  if (filled.delay < politeDelay && !isLocal(site)) {
    throw invalid(`delay is less than ${politeDelay} milliseconds, which is only for a site on this machine`);
  }
  const releaseInformation = filled.releaseInformation.map(
    (url, index) => readUrl(`releaseInformation[${index}]`, url).href,
  );
  const searches = filled.searches.map((text) => text.replace(/\s+/g, ' ').trim());
  const strange = searches.find((text) => /\{(?!month\})/.test(text));
  if (strange !== undefined)
    throw invalid(`searches: {month} is the only word in braces, not so in ${JSON.stringify(strange)}`);
  return { ...filled, url: site.href.replace(/\/+$/, ''), releaseInformation, searches };
}

function readUrl(member: string, value: string): URL {
  const url = URL.parse(value);
  if (url === null || !/^https?:$/.test(url.protocol)) throw invalid(`${member} is not an http: or https: address`);
  if (url.username !== '' || url.password !== '')
    throw invalid(`${member} holds a user or a password; the site knows none`);
  return url;
}

function isLocal({ hostname }: URL): boolean {
  return /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/.test(hostname);
}

function invalid(detail: string): Problem {
  return new Problem('ImgSourceInvalid', { detail });
}
