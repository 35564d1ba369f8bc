import { problemDocument } from '../errors.ts';
import { looseRights } from '../ports/loose-rights.ts';
import { type EnvironmentCheck, failed, ofSite, ok, type Surroundings } from './surroundings.ts';

/** Whether the site can be opened; where it cannot, all that needs it is not looked at. */
export function examineSite({ facts }: Surroundings): EnvironmentCheck[] {
  if ('site' in facts) return [ok('Site', `The site is ${facts.site.folder}.`)];
  const { detail, remedy } = problemDocument(facts);
  return [failed('Site', detail, remedy)];
}

/**
 * The database names the program that a worker starts: who may write it may do what the worker may. An elevated engine
 * opens no site that others may write, so there the line before has said it.
 */
export const examineSiteRights = ofSite(({ site }, { elevated }) => {
  const loose = elevated ? undefined : looseRights(site.folder);
  if (loose === undefined) return [ok('SiteRights', 'No other user may write to the site.')];
  const { message, remedy } = loose;
  return [failed('SiteRights', message, remedy)];
});
