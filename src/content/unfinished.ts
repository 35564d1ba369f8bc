import { join } from 'node:path';
import type { Ports } from '../ports/index.ts';
import type { Site } from '../site/site.ts';

/** Ends the name of a file that is still being copied into the content library. */
export const unfinishedSuffix = '.new';
/** Longer than any copy takes; nobody tells which process makes a file. */
const dayLong = 24 * 60 * 60 * 1000;

/** Copies that a process left behind when it was ended; those of the last day may still be in the making. */
export function unfinishedContent({ ports, site }: { ports: Ports; site: Site }): string[] {
  const oldest = ports.clock.now().getTime() - dayLong;
  return ports.files
    .names(site.contentFolder)
    .filter((name) => name.endsWith(unfinishedSuffix))
    .map((name) => join(site.contentFolder, name))
    .filter((path) => (ports.files.facts(path)?.modified ?? oldest) < oldest);
}
