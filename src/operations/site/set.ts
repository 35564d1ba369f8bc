import type { SiteSetRequest, SiteSetResult } from '../../contract/generated/types.ts';
import { siteSet as validate } from '../../contract/generated/validators/site.set.js';
import { Problem } from '../../errors.ts';
import { shownSettings, writeSettings } from '../../site/settings.ts';
import type { Operation } from '../operation.ts';
import { configuration } from './show.ts';

export const siteSet: Operation<SiteSetRequest, SiteSetResult> = {
  name: 'site.set',
  validate,
  async run(request, { site, ports, dryRun }) {
    if (request.dism?.length === 0 || request.dism?.[0] === '') {
      throw new Problem('ImgRequestInvalid', {
        detail: 'dism names no program.',
        errors: [{ pointer: '/dism', message: 'must begin with the program' }],
      });
    }
    const opened = await site();
    const before: Record<string, unknown> = { ...(await opened.settings()) };
    const changed = Object.entries(request)
      .filter(([name, value]) => JSON.stringify(before[name]) !== JSON.stringify(value))
      .map(([name]) => name);
    if (!dryRun) await writeSettings(opened.database, request);
    return {
      result: {
        ...(await configuration(opened, ports)),
        ...(dryRun ? shownSettings(request) : {}),
        applied: !dryRun,
        changed,
      },
    };
  },
};
