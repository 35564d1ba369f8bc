import { join } from 'node:path';
import type { Selectable } from 'kysely';
import type { Content, ContentListResult, PartialContent, QuarantinedContent } from '../contract/generated/types.ts';
import type { Ports } from '../ports/index.ts';
import type { Site } from '../site/site.ts';
import { partialFolder, readOrigin } from './download/partial.ts';
import { type QuarantineRow, quarantined } from './quarantine.ts';
import { listSaves } from './save/jobs.ts';
import { isBeingSaved } from './save/save-one.ts';
import { saveDocument } from './save-document.ts';
import type { ContentTable } from './tables.ts';

export async function contentDocument(site: Site, row: Selectable<ContentTable>): Promise<Content> {
  const update = await site.database
    .selectFrom('catalog_update')
    .select(['title', 'article_id'])
    .where('unique_id', '=', row.unique_id)
    .executeTakeFirst();
  return {
    sha256: row.sha256,
    sha1: row.sha1,
    name: row.name,
    size: row.size,
    path: row.path,
    uniqueId: row.unique_id,
    articleId: update?.article_id ?? '',
    title: update?.title ?? '',
    matchedBy: row.matched_by as Content['matchedBy'],
    standIn: row.stand_in === 1,
    added: row.added,
    verification: row.verification as Content['verification'],
    verificationReason: row.verification_reason,
  };
}

/** Stored contents, newest first. The cursor names the last row of the page before. */
export async function listContents(
  { ports, site }: { ports: Ports; site: Site },
  { uniqueId, limit, after }: { uniqueId?: string[] | undefined; limit: number; after?: string | undefined },
): Promise<Omit<ContentListResult, 'formatVersion'>> {
  const rows = await site.database
    .selectFrom('content')
    .selectAll()
    .orderBy('added', 'desc')
    .orderBy('sha256')
    .execute();
  const keyOf = (row: Selectable<ContentTable>): string => `${row.sha256}:${row.unique_id}`;
  const isMeant = (id: string): boolean => uniqueId === undefined || uniqueId.includes(id);
  const wanted = rows.filter((row) => isMeant(row.unique_id));
  const start = after === undefined ? 0 : wanted.findIndex((row) => keyOf(row) === after) + 1;
  const page = wanted.slice(start, start + limit);
  const last = page.at(-1);
  const more = start + page.length < wanted.length;
  return {
    contents: await Promise.all(page.map((row) => contentDocument(site, row))),
    next: more && last !== undefined ? keyOf(last) : null,
    quarantined: (await quarantined(site)).filter((row) => isMeant(row.unique_id)).map(quarantineDocument),
    partial: (await partialContents({ ports, site })).filter((each) => isMeant(each.uniqueId)),
    saves: (await listSaves(site, shownSaves)).map(saveDocument),
  };
}

/** More are of no use to anybody. */
const shownSaves = 50;

function quarantineDocument({ unique_id, ...row }: QuarantineRow): QuarantinedContent {
  return { ...row, uniqueId: unique_id };
}

/** Files that did not come whole yet. */
async function partialContents({ ports, site }: { ports: Ports; site: Site }): Promise<PartialContent[]> {
  const folder = partialFolder(site.contentFolder);
  const found: PartialContent[] = [];
  for (const file of ports.files.names(folder).filter((name) => name.endsWith('.partial'))) {
    const key = file.slice(0, -'.partial'.length);
    const path = join(folder, file);
    const { name = file, uniqueId = '', size = null } = readOrigin(ports.files, join(folder, `${key}.json`)) ?? {};
    const bytesHere = ports.files.facts(path)?.size ?? 0;
    found.push({ name, uniqueId, size, bytesHere, path, isActive: await isBeingSaved({ ports, site }, key) });
  }
  return found;
}
