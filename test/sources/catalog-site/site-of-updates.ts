/** A site of the catalog with updates of some months, and the source that synchronises with it. */
import { afterEach, beforeEach, expect } from 'vitest';
import { sourceCatalogSiteSettings } from '../../../src/contract/generated/validators/source.catalog-site.settings.js';
import { Problem } from '../../../src/errors.ts';
import { catalogSite } from '../../../src/sources/catalog-site/kind.ts';
import type { UpdateSource } from '../../../src/sources/source.ts';
import { collect, type TestContext, testContext } from '../../helpers/catalog-site/context.ts';
import type { ReleaseSection } from '../../helpers/catalog-site/releases.ts';
import { CatalogSite } from '../../helpers/catalog-site/site.ts';
import { guidOf, siteUpdate } from '../../helpers/catalog-site/updates.ts';

export interface SiteTest {
  site: CatalogSite;
  context: TestContext;
  open(more?: Record<string, unknown>): UpdateSource;
  /** Two architectures of four months, a .NET update, two dynamic updates, and what is none of ours. */
  fill(): void;
}

/** A new site and a new context for each test of the file. */
export function siteOfUpdates(): SiteTest {
  const catalog = {
    open(more = {}) {
      const settings: Record<string, unknown> = {
        url: catalog.site.url,
        releaseInformation: [...catalog.site.releases.keys()].map((name) => catalog.site.releaseUrl(name)),
        ...more,
      };
      expect(sourceCatalogSiteSettings(settings)).toBe(true);
      const settled = catalogSite.settle(settings, catalog.context.ports);
      return catalogSite.open(settled, catalog.context);
    },
    fill() {
      const month = (name: string, kb: number, word?: string, more = {}) =>
        ['x64', 'arm64'].map((architecture) => siteUpdate(title(name, kb, architecture, word), more));
      catalog.site.updates = [
        ...month('2026-11', 5_070_003, undefined, {
          supersedes: [title('2026-10', 5_070_001), title('2026-10', 5_070_002, 'x64', 'Cumulative Update Preview')],
        }),
        ...month('2026-10', 5_070_002, 'Cumulative Update Preview'),
        ...month('2026-10', 5_070_004),
        ...month('2026-10', 5_070_001, undefined, { supersededBy: [guidOf(title('2026-10', 5_070_004))] }),
        ...month('2026-06', 5_060_001),
        siteUpdate(
          '2026-11 Cumulative Update for .NET Framework 3.5 and 4.8.1 for Windows 11, version 24H2 for x64 (KB5071000)',
        ),
        siteUpdate(title('2026-11', 5_072_000, 'x64', 'Safe OS Dynamic Update'), {
          classification: 'Critical Updates',
        }),
        siteUpdate(title('2026-10', 5_072_001, 'x64', 'Setup Dynamic Update'), { classification: 'Critical Updates' }),
        siteUpdate('Update for Office (KB5099999)', { products: 'Office', description: 'It mentions KB5070003.' }),
      ];
      catalog.site.releases.set('windows11', history);
    },
  } as SiteTest;
  beforeEach(async () => {
    catalog.site = await CatalogSite.start();
    catalog.context = testContext();
  });
  afterEach(async () => {
    await catalog.site.close();
  });
  return catalog;
}

/** What a synchronisation tells. */
export const sync = (source: UpdateSource, cursor: string | null = null, articles: readonly string[] = []) =>
  collect(source.events({ cursor, articles }));

export async function problemOf(run: Promise<unknown>): Promise<Problem> {
  const error = await run.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof Problem)) throw new Error(`no problem: ${String(error)}`);
  return error;
}

export const history: ReleaseSection = {
  product: 'Windows 11',
  releases: [
    {
      label: 'Version 24H2 (OS build 26100)',
      rows: [
        ['2026-11 B', '2026-11-10', '26100.9800', 'KB5070003'],
        ['2026-10 D', '2026-10-27', '26100.9700', 'KB5070002'],
        ['2026-10 OOB', '2026-10-20', '26100.9650', 'KB5070004'],
        ['2026-10 B', '2026-10-13', '26100.9600', 'KB5070001'],
        ['2026-06 B', '2026-06-09', '26100.9000', 'KB5060001'],
      ],
    },
  ],
  hotpatch: [['November', '2026.11 B', 'Hotpatch', '2026-11-10', '26100.9790', 'KB5079999']],
};

export const title = (month: string, kb: number, architecture = 'x64', word = 'Cumulative Update') =>
  `${month} ${word} for Windows 11, version 24H2 for ${architecture}-based Systems (KB${kb})`;
