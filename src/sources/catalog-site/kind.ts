/**
 * The website of the Microsoft Update Catalog: the only place for some package files, and for previews. It has no index
 * to synchronise with, so Microsoft's release information says what to look for.
 */
import type { SourceCatalogSiteSettings } from '../../contract/generated/types.ts';
import { sourceCatalogSiteSettings } from '../../contract/generated/validators/source.catalog-site.settings.js';
import { shownUrl } from '../../ports/http.ts';
import type { SourceContext, SourceKind, SyncWish, UpdateSource } from '../source.ts';
import { checkSite } from './check.ts';
import { readCursor } from './cursor.ts';
import { lastMonths } from './queries.ts';
import { type SiteSettings, settle } from './settings.ts';
import { synchronise } from './sync.ts';

export const catalogSite: SourceKind<SourceCatalogSiteSettings> = {
  type: 'catalog-site',
  capabilities: ['incremental', 'supersedence', 'expiry', 'releases', 'files', 'lookup'],
  trust: ({ url }) => (url?.startsWith('http:') === true ? 'find' : 'trusted'),
  validate: sourceCatalogSiteSettings,
  settle,
  open: (settings, context): UpdateSource => {
    const site = settings as SiteSettings;
    return {
      events: (wish) => synchronise(site, context, wish),
      intent: async (wish) => intentOf(site, context, wish),
      test: () => checkSite(site, context),
    };
  },
};

function intentOf(settings: SiteSettings, { ports }: SourceContext, { cursor, articles }: SyncWish): string[] {
  const site = shownUrl(settings.url);
  const count = readCursor(cursor).updates.size;
  const known = `Asks for details and files of each update that is new or changed there, two requests each; ${count} updates are known from earlier.`;
  if (articles.length > 0) {
    return [`Searches ${site} for ${articles.map((article) => `KB${article}`).join(', ')}.`, known];
  }
  const months = lastMonths(ports.clock.now(), settings.months).reverse();
  const texts = settings.searches.map((text) => `"${text}"`).join(', ');
  return [
    ...settings.releaseInformation.map((url) => `Asks for the release information ${shownUrl(url)}.`),
    ...(settings.releaseInformation.length === 0
      ? []
      : [`Searches ${site} for every update that the release information lists for ${months.join(', ')}.`]),
    ...(texts === '' ? [] : [`Searches ${site} for ${texts}, where {month} is each of these months.`]),
    known,
    `Waits ${settings.delay / 1000} seconds between two requests.`,
  ];
}
