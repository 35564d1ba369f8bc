import type { Selectable } from 'kysely';
import type { Content } from '../contract/generated/types.ts';
import type { Site } from '../site/site.ts';
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
  site: Site,
  { uniqueId, limit, after }: { uniqueId?: string[] | undefined; limit: number; after?: string | undefined },
): Promise<{ contents: Content[]; next: string | null }> {
  const rows = await site.database
    .selectFrom('content')
    .selectAll()
    .orderBy('added', 'desc')
    .orderBy('sha256')
    .execute();
  const keyOf = (row: Selectable<ContentTable>): string => `${row.sha256}:${row.unique_id}`;
  const wanted = rows.filter((row) => uniqueId === undefined || uniqueId.includes(row.unique_id));
  const start = after === undefined ? 0 : wanted.findIndex((row) => keyOf(row) === after) + 1;
  const page = wanted.slice(start, start + limit);
  const last = page.at(-1);
  const more = start + page.length < wanted.length;
  return {
    contents: await Promise.all(page.map((row) => contentDocument(site, row))),
    next: more && last !== undefined ? keyOf(last) : null,
  };
}
