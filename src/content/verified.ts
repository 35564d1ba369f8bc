import type { Selectable } from 'kysely';
import { Problem } from '../errors.ts';
import type { ImageTable } from '../images/tables.ts';
import type { Ports } from '../ports/index.ts';
import type { Site } from '../site/site.ts';
import { articleOfFile } from '../updates/file-names.ts';
import { saysStandIn } from './package-facts.ts';
import { quarantineStored } from './quarantine-stored.ts';
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
  options: VerifyOptions,
): Promise<{ path: string; standIn: boolean }> {
  const stored = await contentOf(site, uniqueId);
  if (stored === undefined) {
    throw new Problem('ImgContentMissing', {
      detail: `The content library has no package for the update ${uniqueId}.${await quarantineNote(site, uniqueId)}`,
    });
  }
  await verify({ ports, site }, stored, options);
  return { path: stored.path, standIn: stored.stand_in === 1 };
}

/** A checkpoint that an update needs, and the record that it is found by: the update's own where it is one of its files. */
export interface WantedCheckpoint {
  uniqueId: string;
  articleId: string;
}

/** The packages of these checkpoints of an update that are here, verified like it. */
export async function verifiedCheckpoints(
  { ports, site }: { ports: Ports; site: Site },
  { uniqueId, needed }: { uniqueId: string; needed: readonly WantedCheckpoint[] },
  options: VerifyOptions,
): Promise<string[]> {
  const stored = await storedCheckpoints(site, uniqueId, needed);
  for (const row of stored) await verify({ ports, site }, row, options);
  return stored.map(({ path }) => path);
}

/**
 * The packages of these checkpoints: of the files beside the update's own package those of them alone, because one that the
 * image is past does harm. One that is not here is left out; the tool says what it lacks.
 */
export async function storedCheckpoints(
  site: Site,
  uniqueId: string,
  needed: readonly WantedCheckpoint[],
): Promise<Selectable<ContentTable>[]> {
  const articles = new Set(needed.map(({ articleId }) => articleId));
  const beside = await site.database
    .selectFrom('content')
    .selectAll()
    .where('unique_id', '=', uniqueId)
    .where('companion', '=', 1)
    .orderBy('name')
    .execute();
  const records = needed.map((each) => each.uniqueId).filter((each) => each !== uniqueId);
  const others = await Promise.all(records.map((record) => contentOf(site, record)));
  const own = beside.filter(({ name }) => articles.has(articleOfFile(name) ?? ''));
  return [
    ...new Map([...others, ...own].flatMap((row) => (row === undefined ? [] : [[row.sha256, row] as const]))).values(),
  ];
}

export interface VerifyOptions {
  image: Pick<Selectable<ImageTable>, 'name' | 'rehearsal'>;
  forRealTool: boolean;
  signal: AbortSignal;
}

async function verify(
  { ports, site }: { ports: Ports; site: Site },
  stored: Selectable<ContentTable>,
  { image, forRealTool, signal }: VerifyOptions,
): Promise<void> {
  if (stored.verification === 'unverified') {
    throw new Problem('ImgContentUnverified', {
      detail: `${stored.name} is not used: ${stored.verification_reason || 'nothing vouches for it'}.`,
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
    const detail = `${stored.path} has the digest ${sha256}; it was stored with ${stored.sha256}`;
    await quarantineStored({ ports, site }, stored, { sha256, detail });
    throw new Problem('ImgContentTampered', { detail: `${detail}. It lies in quarantine now.` });
  }
  if (forRealTool && saysStandIn(ports, stored.path)) {
    throw new Problem('ImgStandInRefused', {
      detail: `${stored.name} was made by rehearsal package; ${image.name} is serviced by the real tool.`,
    });
  }
}

async function quarantineNote(site: Site, uniqueId: string): Promise<string> {
  const bad = await site.database
    .selectFrom('content_quarantine')
    .select('detail')
    .where('unique_id', '=', uniqueId)
    .orderBy('found', 'desc')
    .executeTakeFirst();
  return bad === undefined ? '' : ` A file for it lies in quarantine: ${bad.detail}.`;
}

/** The best stored file of an update itself: a real package before a stand-in, one that nothing vouches for last. */
export async function contentOf(site: Site, uniqueId: string): Promise<Selectable<ContentTable> | undefined> {
  return site.database
    .selectFrom('content')
    .selectAll()
    .where('unique_id', '=', uniqueId)
    .where('companion', '=', 0)
    .orderBy((row) => row.case().when('verification', '=', 'unverified').then(1).else(0).end())
    .orderBy('stand_in')
    .orderBy('added', 'desc')
    .executeTakeFirst();
}
