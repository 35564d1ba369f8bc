import { basename } from 'node:path';
import type { Selectable } from 'kysely';
import { Problem } from '../errors.ts';
import { FormatError } from '../formats/format-error.ts';
import type { ImageTable } from '../images/tables.ts';
import { inspectPackage } from '../packages/inspect.ts';
import type { Ports } from '../ports/index.ts';
import type { Site } from '../site/site.ts';
import type { ContentTable } from './tables.ts';

/**
 * The package file of an update, its digest compared now: nothing of the library is used on trust. A real package wins
 * over a stand-in; a stand-in is only for images that the emulator made. `forRealTool`: the file goes to a tool that is
 * not the emulator, so it must not be a stand-in by its own words either, however it came into the library. Throws
 * Problem ImgContentMissing, ImgContentTampered, ImgStandInRefused.
 */
export async function verifiedContent(
  { ports, site }: { ports: Ports; site: Site },
  uniqueId: string,
  options: { image: Pick<Selectable<ImageTable>, 'name' | 'rehearsal'>; forRealTool: boolean; signal: AbortSignal },
): Promise<{ path: string; standIn: boolean }> {
  const { image, forRealTool, signal } = options;
  const stored = await contentOf(site, uniqueId);
  if (stored === undefined) {
    throw new Problem('ImgContentMissing', {
      detail: `The content library has no package for the update ${uniqueId}.`,
    });
  }
  if (stored.stand_in === 1 && image.rehearsal !== 1) {
    throw new Problem('ImgStandInRefused', {
      detail: `${stored.name} is a stand-in, and ${image.name} is not an image that the emulator made.`,
    });
  }
  if (ports.files.facts(stored.path) === undefined) {
    throw new Problem('ImgContentMissing', { detail: `${stored.path} is gone from the content library.` });
  }
  const { sha256 } = await ports.files.digest(stored.path, ['sha256'], { signal });
  if (sha256 !== stored.sha256) {
    throw new Problem('ImgContentTampered', {
      detail: `${stored.path} has the digest ${sha256}; it was stored with ${stored.sha256}.`,
    });
  }
  if (forRealTool && saysStandIn(ports, stored.path)) {
    throw new Problem('ImgStandInRefused', {
      detail: `${stored.name} was made by rehearsal package; ${image.name} is serviced by the real tool.`,
    });
  }
  return { path: stored.path, standIn: stored.stand_in === 1 };
}

/** Whether a package file says of itself that it only stands for an update. One that cannot be read is left to the tool. */
function saysStandIn({ files, newDigest, compression }: Ports, path: string): boolean {
  const source = files.source(path);
  try {
    return inspectPackage(source, basename(path), { newDigest, inflateRaw: compression.inflateRaw }).standIn;
  } catch (error) {
    if (error instanceof FormatError) return false;
    throw error;
  } finally {
    source.close();
  }
}

/** The best stored file of an update: a real package first. */
export async function contentOf(site: Site, uniqueId: string): Promise<Selectable<ContentTable> | undefined> {
  return site.database
    .selectFrom('content')
    .selectAll()
    .where('unique_id', '=', uniqueId)
    .orderBy('stand_in')
    .orderBy('added', 'desc')
    .executeTakeFirst();
}
