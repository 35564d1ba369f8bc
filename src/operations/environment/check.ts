import { dirname } from 'node:path';
import type { EnvironmentCheckRequest, EnvironmentCheckResult } from '../../contract/generated/types.ts';
import { environmentCheck as validate } from '../../contract/generated/validators/environment.check.js';
import { examine } from '../../environment/examine.ts';
import { findTool } from '../../environment/find-tool.ts';
import type { SiteFacts } from '../../environment/surroundings.ts';
import { Problem } from '../../errors.ts';
import { findImage } from '../../images/library/find-image.ts';
import { servicingRoot } from '../../servicing/run/work-folder.ts';
import type { Site } from '../../site/site.ts';
import type { Context, Operation } from '../operation.ts';

export const environmentCheck: Operation<EnvironmentCheckRequest, EnvironmentCheckResult> = {
  name: 'environment.check',
  validate,
  async run({ image, powerShell }, context) {
    const { ports, installation } = context;
    const checks = await examine({
      ports,
      installation,
      platform: process.platform,
      node: process.versions.node,
      powerShell,
      elevated: ports.rights.isElevated(),
      facts: await siteFacts(context, image),
    });
    return { result: { checks }, partial: checks.some(({ status }) => status === 'failed') };
  },
};

/** A site that cannot be opened is what the caller wants to know; that an image is not in it is his mistake. */
async function siteFacts(context: Context, image: string | undefined): Promise<SiteFacts | Problem> {
  const opened = await context.site().catch((error: unknown) => {
    if (error instanceof Problem) return error;
    throw error;
  });
  return opened instanceof Problem ? opened : readFacts(context, opened, image);
}

async function readFacts({ ports, installation }: Context, site: Site, image: string | undefined): Promise<SiteFacts> {
  const { database } = site;
  const images =
    image === undefined
      ? await database.selectFrom('image').selectAll().orderBy('name_key').execute()
      : [await findImage(database, image)];
  const settings = await site.settings();
  return {
    site,
    settings,
    images,
    tool: await findTool(ports, settings.dism, installation.emulator),
    servicingFolder: dirname(servicingRoot(ports, site, settings, 'check')),
  };
}
