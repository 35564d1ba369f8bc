import type { SiteShowRequest, SiteShowResult } from '../../contract/generated/types.ts';
import { siteShow as validate } from '../../contract/generated/validators/site.show.js';
import type { Ports } from '../../ports/index.ts';
import { shownSettings } from '../../site/settings.ts';
import type { Site } from '../../site/site.ts';
import { siteKey } from '../../site/site-key.ts';
import type { Operation } from '../operation.ts';

export const siteShow: Operation<SiteShowRequest, SiteShowResult> = {
  name: 'site.show',
  validate,
  async run(_request, { site, ports }) {
    return { result: await configuration(await site(), ports) };
  },
};

/** The configuration document of a site. */
export async function configuration(site: Site, ports: Ports): Promise<Omit<SiteShowResult, 'formatVersion'>> {
  return {
    ...shownSettings(await site.settings()),
    folder: site.folder,
    database: site.databaseFile,
    schemaVersion: site.schemaVersion,
    contentFolder: site.contentFolder,
    logFolder: site.logFolder,
    bundleKey: siteKey({ ports, site }),
  };
}
