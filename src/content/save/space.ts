import { join } from 'node:path';
import { Problem } from '../../errors.ts';
import type { Ports } from '../../ports/index.ts';
import type { Site } from '../../site/site.ts';
import { partialFolder } from '../download/partial.ts';
import { keyOf, type WantedContent } from './wanted.ts';

/** Bytes that stay free on the volume: a full one breaks the database. */
const reserve = 64 * 1024 * 1024;

/** Bytes of all files that lie in the library, each once, finished or not, and in quarantine. */
export async function libraryBytes({ ports, site }: { ports: Ports; site: Site }): Promise<number> {
  const rows = await site.database.selectFrom('content').select(['path', 'size']).distinct().execute();
  const bad = await site.database.selectFrom('content_quarantine').select('size').execute();
  const folder = partialFolder(site.contentFolder);
  const partial = ports.files
    .names(folder)
    .filter((name) => name.endsWith('.partial'))
    .map((name) => ({ size: ports.files.facts(join(folder, name))?.size ?? 0 }));
  return [...rows, ...bad, ...partial].reduce((sum, { size }) => sum + size, 0);
}

/** Bytes that are still to come for these files; those of unknown length count nothing. */
export function bytesToCome({ ports, site }: { ports: Ports; site: Site }, wanted: readonly WantedContent[]): number {
  const folder = partialFolder(site.contentFolder);
  const keys = new Map(wanted.map((each) => [keyOf(ports, each), each.size ?? 0]));
  return [...keys].reduce((sum, [key, size]) => {
    const here = ports.files.facts(join(folder, `${key}.partial`))?.size ?? 0;
    return sum + Math.max(0, size - here);
  }, 0);
}

/** Throws Problem ImgInsufficientSpace before the first byte when the files do not fit into the volume or the budget. */
export async function assertSpace(
  { ports, site }: { ports: Ports; site: Site },
  wanted: readonly WantedContent[],
  contentBudget: number,
): Promise<void> {
  const needed = bytesToCome({ ports, site }, wanted);
  if (needed === 0) return;
  const free = ports.files.freeSpace(site.contentFolder);
  if (free < needed + reserve) {
    throw new Problem('ImgInsufficientSpace', {
      detail: `${site.contentFolder} has ${megabytes(free, Math.floor)} free; ${megabytes(needed, Math.ceil)} are to be downloaded. Nothing was.`,
      remedy: 'Free space on the volume that is named, or remove content: imgupdate content clear.',
    });
  }
  if (contentBudget === 0) return;
  const taken = await libraryBytes({ ports, site });
  if (taken + needed <= contentBudget) return;
  throw new Problem('ImgInsufficientSpace', {
    detail: `The content library has ${megabytes(taken, Math.ceil)} and its budget is ${megabytes(contentBudget, Math.floor)}; ${megabytes(needed, Math.ceil)} are to be downloaded. Nothing was.`,
    remedy: 'Remove content (imgupdate content clear), or raise the budget: imgupdate site set --content-budget BYTES.',
  });
}

/** What is free is rounded down, what is needed up: the numbers must not look as if there were enough. */
function megabytes(bytes: number, round: (value: number) => number): string {
  return `${round(bytes / 1e6)} MB`;
}
