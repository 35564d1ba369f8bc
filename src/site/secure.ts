import { Problem } from '../errors.ts';
import type { Ports } from '../ports/index.ts';

/**
 * Makes a folder in which an engine works, where it is missing. An elevated engine makes it for administrators alone and
 * refuses one that others can change or replace; `inside` names the entries that it will trust. Throws Problem
 * ImgSiteInsecure.
 */
export async function makeSecureFolder(
  { files, rights }: Pick<Ports, 'files' | 'rights'>,
  folder: string,
  inside: readonly string[] = [],
): Promise<void> {
  if (!rights.isElevated()) return files.makeFolder(folder);
  await rights.makeFolder(folder);
  const weak = await rights.weaknesses(folder, inside);
  if (weak.length === 0) return;
  const told = weak.slice(0, 5).map(({ path, what }) => `${path} ${what}`);
  const more = weak.length > told.length ? `, and ${weak.length - told.length} more` : '';
  throw new Problem('ImgSiteInsecure', {
    detail: `Others than administrators could change ${folder}: ${told.join(', ')}${more}.`,
    remedy: weak.some(({ isAbove }) => isAbove)
      ? 'Use a folder that lies below folders of administrators only: --site or IMGUPDATE_SITE for the site, `imgupdate site set --servicing-drive` for the work folders.'
      : `If you know who wrote there and trust what it holds, type: ${rights.mendingCommand(folder)}`,
  });
}
