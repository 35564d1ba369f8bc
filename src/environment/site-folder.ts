import { problemDocument } from '../errors.ts';
import type { Ports } from '../ports/index.ts';
import { looseRights } from '../ports/loose-rights.ts';
import { trustedEntries } from '../site/site.ts';
import { type EnvironmentCheck, failed, ofSite, ok, type Surroundings } from './surroundings.ts';

/** Whether the site can be opened; where it cannot, all that needs it is not looked at. */
export function examineSite({ facts }: Surroundings): EnvironmentCheck[] {
  if ('site' in facts) return [ok('Site', `The site is ${facts.site.folder}.`)];
  const { detail, remedy } = problemDocument(facts);
  return [failed('Site', detail, remedy)];
}

/**
 * The database names the program that a worker starts: who may write it may do what the worker may. An administrator's
 * site is asked about as when it is opened, for a session may have it open since before. Windows tells the others
 * nothing, so nothing is claimed there.
 */
export const examineSiteRights = ofSite(
  async ({ site }, { ports, elevated, platform }): Promise<EnvironmentCheck[]> => {
    if (!elevated && platform === 'win32') return [];
    const loose = elevated ? await weakness(ports, site.folder) : looseRights(site.folder);
    if (loose === undefined) return [ok('SiteRights', 'No other user may write to the site.')];
    return [failed('SiteRights', loose.message, loose.remedy)];
  },
);

async function weakness({ rights }: Ports, folder: string): Promise<ReturnType<typeof looseRights>> {
  const [first] = await rights.weaknesses(folder, trustedEntries);
  if (first === undefined) return undefined;
  const message = `Others than administrators could change the site: ${first.path} ${first.what}.`;
  const remedy = first.isAbove
    ? 'Move the site below folders of administrators only: --site or IMGUPDATE_SITE.'
    : `If you trust what it holds, type: ${rights.mendingCommand(folder)}`;
  return { message, remedy };
}
