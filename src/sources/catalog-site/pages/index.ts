/**
 * Pages of the Update Catalog and of release information as values. All that knows HTML is here, and the library for it:
 * a part of the build of its own, loaded by those who ask the site. Nothing is thrown for what a page holds: a page that
 * is not as it was known is the value `changed` with the name of what is missing.
 */
export { readDetails } from './details.ts';
export { readDownloads } from './downloads.ts';
export { readReleaseHtml } from './releases.ts';
export { readSearch } from './search.ts';
