/** The settings of the source, what it says that it would ask for, and its test. */
import { describe, expect, it } from 'vitest';
import { sourceCatalogSiteSettings } from '../../../src/contract/generated/validators/source.catalog-site.settings.js';
import { catalogSite } from '../../../src/sources/catalog-site/kind.ts';
import { siteOfUpdates } from './site-of-updates.ts';

const catalog = siteOfUpdates();

describe('settings', () => {
  it('have defaults: the site over https, three pages, three months', () => {
    const settings = {};

    expect(sourceCatalogSiteSettings(settings)).toBe(true);
    expect(settings).toMatchObject({ url: 'https://www.catalog.update.microsoft.com', months: 3, delay: 600 });
    expect(catalogSite.trust(settings)).toBe('trusted');
    expect(catalogSite.trust({ url: 'http://mirror.example' })).toBe('find');
  });

  it('are brought to one spelling', () => {
    const settings = { url: 'HTTPS://Catalog.Example/', searches: ['  {month}   Dynamic Update '] };
    sourceCatalogSiteSettings(settings);

    expect(catalogSite.settle(settings, catalog.context.ports)).toMatchObject({
      url: 'https://catalog.example',
      searches: ['{month} Dynamic Update'],
    });
  });

  it.each<[what: Record<string, unknown>, message: string]>([
    [{ url: 'ftp://catalog.example' }, 'url is not an http: or https: address'],
    [{ url: 'https://catalog.example/?a=1' }, 'url has a query'],
    [{ url: 'https://user:secret@catalog.example' }, 'url holds a user or a password'],
    [{ releaseInformation: ['https://learn.microsoft.com/x', 'x'] }, 'releaseInformation[1]'],
    [{ delay: 100 }, 'delay is less than 600 milliseconds'],
    [{ searches: ['{year} Update'] }, 'searches: {month} is the only word'],
  ])('%j are refused', (given, message) => {
    sourceCatalogSiteSettings(given);

    const settle = () => catalogSite.settle(given, catalog.context.ports);
    expect(settle).toThrow(message);
    expect(settle).not.toThrow('secret');
  });
});

describe('intent and test', () => {
  it('say in sentences what would be asked, without asking', async () => {
    catalog.fill();

    expect(await catalog.open().intent({ cursor: null, articles: [] })).toEqual([
      `Asks for the release information ${catalog.site.releaseUrl('windows11')}.`,
      `Searches ${catalog.site.url}/ for every update that the release information lists for 2026-09, 2026-10, 2026-11.`,
      `Searches ${catalog.site.url}/ for "{month} Dynamic Update", "{month} Cumulative Update for .NET Framework", "{month} Servicing Stack Update", "Enablement Package", where {month} is each of these months.`,
      'Asks for details and files of each update that is new or changed there, two requests each; 0 updates are known from earlier.',
      'Waits 0.6 seconds between two requests.',
    ]);
    expect((await catalog.open().intent({ cursor: null, articles: ['5070003'] }))[0]).toBe(
      `Searches ${catalog.site.url}/ for KB5070003.`,
    );
    expect(catalog.site.requests).toEqual([]);
  });

  it('try release information and the newest update there', async () => {
    catalog.fill();

    expect(await catalog.open().test()).toEqual([
      {
        what: `Release information ${catalog.site.releaseUrl('windows11')}`,
        ok: true,
        message: '5 releases, the newest KB5070003 of 2026-11-10.',
      },
      { what: `Search at ${catalog.site.url} for KB5070003`, ok: true, message: '3 updates.' },
    ]);
    expect(catalog.site.requests.length).toBe(2);
  });

  it('tell what is wrong and throw nothing', async () => {
    catalog.fill();
    catalog.site.mutate = (page) => page.replaceAll('release history', 'past').replaceAll('updateMatches', 'x');
    const checks = await catalog.open().test();

    expect(checks.map(({ ok }) => ok)).toEqual([false, false]);
    expect(checks.map(({ message }) => message)).toEqual([
      expect.stringContaining('release history'),
      expect.stringContaining('the table of results'),
    ]);
  });
});
