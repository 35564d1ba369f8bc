/**
 * Removes what the library need not keep. What a pending run or a schedule needs stays, unless the caller insists. What
 * would go and how much it is, is said first (dry run).
 */
import { join } from 'node:path';
import { sql } from 'kysely';
import { Problem } from '../errors.ts';
import { fileProblem } from '../images/library/file-problem.ts';
import type { Ports } from '../ports/index.ts';
import { writeTransaction } from '../site/database.ts';
import type { Site } from '../site/site.ts';
import { partialFolder, readOrigin } from './download/partial.ts';
import { quarantined } from './quarantine.ts';
import { isBeingSaved } from './save/save-one.ts';
import type { ContentRow } from './stored.ts';

export interface ClearRequest {
  /** Files of these updates. */
  uniqueId?: readonly string[] | undefined;
  /** Files that were stored so many days ago or longer. */
  olderThan?: number | undefined;
  /** Files of updates that something newer replaces. */
  superseded?: boolean | undefined;
  /** The oldest, until what is left has at most so many bytes. */
  maximumSize?: number | undefined;
  quarantine?: boolean | undefined;
  /** Files that did not come whole and that nobody is bringing. */
  unfinished?: boolean | undefined;
  force?: boolean | undefined;
}

export interface Cleared {
  kind: 'content' | 'quarantine' | 'partial';
  name: string;
  uniqueId: string;
  size: number;
  path: string;
  reason: string;
}

export interface ClearOutcome {
  removed: Cleared[];
  /** What was meant and stays, with the reason. */
  kept: Cleared[];
  /** Bytes that become free. */
  bytes: number;
}

interface Context {
  ports: Ports;
  site: Site;
}

/** `needed`: uniqueId -> who needs its files. Throws Problem of files. */
export async function clearContent(
  context: Context,
  request: ClearRequest,
  { needed, dryRun }: { needed: ReadonlyMap<string, string>; dryRun: boolean },
): Promise<ClearOutcome> {
  const { removed, kept } = await chosenContents(context, request, needed);
  const bad = request.quarantine === true ? await quarantinedFiles(context) : [];
  const partial = request.unfinished === true ? await unfinishedFiles(context) : { removed: [], kept: [] };
  const all = [...removed, ...bad, ...partial.removed];
  if (!dryRun) for (const each of all) await remove(context, each);
  const sizes = new Map(all.map(({ path, size }) => [path, size]));
  const bytes = [...sizes.values()].reduce((sum, size) => sum + size, 0);
  return { removed: all, kept: [...kept, ...partial.kept], bytes };
}

async function chosenContents(
  { ports, site }: Context,
  request: ClearRequest,
  needed: ReadonlyMap<string, string>,
): Promise<{ removed: Cleared[]; kept: Cleared[] }> {
  const rows = await site.database.selectFrom('content').selectAll().orderBy('added').execute();
  const files = [...Map.groupBy(rows, ({ path }) => path).values()];
  const replaced = request.superseded === true ? await supersededAmong(site, rows) : new Set<string>();
  const { olderThan, uniqueId = [] } = request;
  const before =
    olderThan === undefined ? '' : new Date(ports.clock.now().getTime() - olderThan * 86_400_000).toISOString();
  const reasonOf = (row: ContentRow): string | undefined => {
    if (uniqueId.includes(row.unique_id)) return 'it was named';
    if (before !== '' && row.added < before) return `it was stored before ${before.slice(0, 10)}`;
    return replaced.has(row.unique_id) ? 'its update is superseded' : undefined;
  };
  const removed: Cleared[] = [];
  const kept: Cleared[] = [];
  let left = files.reduce((sum, [row]) => sum + (row?.size ?? 0), 0);
  const take = (file: ContentRow[], reason: string): void => {
    const user =
      request.force === true
        ? undefined
        : file.map((row) => needed.get(row.unique_id)).find((each) => each !== undefined);
    const list = user === undefined ? removed : kept;
    for (const row of file) list.push(cleared(row, user === undefined ? reason : `${user} needs it`));
    if (user === undefined) left -= file[0]?.size ?? 0;
  };
  const others: ContentRow[][] = [];
  for (const file of files) {
    const reasons = file.map(reasonOf);
    // A file goes when nothing that has it stays.
    const isMeant = reasons.every((reason) => reason !== undefined);
    if (isMeant) take(file, reasons[0] ?? '');
    else if (uniqueId.length > 0 && reasons.some((reason) => reason !== undefined)) forget(file, reasons, { removed });
    else others.push(file);
  }
  for (const file of request.maximumSize === undefined ? [] : others) {
    if (left <= (request.maximumSize ?? 0)) break;
    take(file, `the library is larger than ${request.maximumSize} bytes, and it is the oldest`);
  }
  return { removed, kept };
}

/** The file stays for another update; only what was named forgets it. It frees nothing. */
function forget(file: ContentRow[], reasons: (string | undefined)[], { removed }: { removed: Cleared[] }): void {
  for (const [at, row] of file.entries()) {
    const reason = reasons[at];
    if (reason !== undefined) removed.push({ ...cleared(row, `${reason}; another update has the file too`), size: 0 });
  }
}

function cleared(row: ContentRow, reason: string): Cleared {
  const { name, unique_id: uniqueId, size, path } = row;
  return { kind: 'content', name, uniqueId, size, path, reason };
}

/** Updates that their source calls superseded or expired, or that one of the catalog replaces. */
async function supersededAmong(site: Site, rows: readonly ContentRow[]): Promise<Set<string>> {
  const ids = JSON.stringify([...new Set(rows.map(({ unique_id }) => unique_id))]);
  const found = await sql<{ unique_id: string }>`SELECT u.unique_id FROM catalog_update u
    WHERE u.unique_id IN (SELECT value FROM json_each(${ids}))
      AND (u.is_superseded = 1 OR u.is_expired = 1 OR EXISTS (
        SELECT 1 FROM catalog_edge e JOIN catalog_update n ON n.unique_id = e.newer WHERE e.older = u.unique_id))`.execute(
    site.database,
  );
  return new Set(found.rows.map(({ unique_id }) => unique_id));
}

async function quarantinedFiles({ site }: Context): Promise<Cleared[]> {
  return (await quarantined(site)).map(({ path, name, size, unique_id, detail }) => ({
    ...{ kind: 'quarantine' as const, name, size, path, uniqueId: unique_id, reason: detail },
  }));
}

async function unfinishedFiles({ ports, site }: Context): Promise<{ removed: Cleared[]; kept: Cleared[] }> {
  const folder = partialFolder(site.contentFolder);
  const removed: Cleared[] = [];
  const kept: Cleared[] = [];
  for (const file of ports.files.names(folder).filter((name) => name.endsWith('.partial'))) {
    const path = join(folder, file);
    const key = file.slice(0, -'.partial'.length);
    const origin = readOrigin(ports.files, join(folder, `${key}.json`));
    const about = {
      kind: 'partial' as const,
      name: origin?.name ?? file,
      uniqueId: origin?.uniqueId ?? '',
      size: ports.files.facts(path)?.size ?? 0,
      path,
    };
    const isBusy = await isBeingSaved({ ports, site }, key);
    if (isBusy) kept.push({ ...about, reason: 'it is being downloaded' });
    else removed.push({ ...about, reason: 'it did not come whole' });
  }
  return { removed, kept };
}

async function remove({ ports, site }: Context, { kind, path, uniqueId, size }: Cleared): Promise<void> {
  await writeTransaction(site.database, async (writer) => {
    if (kind === 'quarantine') await writer.deleteFrom('content_quarantine').where('path', '=', path).execute();
    if (kind !== 'content') return;
    await writer.deleteFrom('content').where('path', '=', path).where('unique_id', '=', uniqueId).execute();
  });
  // It stays for another update.
  if (kind === 'content' && size === 0) return;
  try {
    if (kind === 'content') ports.files.remove(join(path, '..'));
    else ports.files.remove(path);
    if (kind === 'partial') ports.files.remove(path.replace(/\.partial$/, '.json'));
  } catch (error) {
    throw fileProblem(error, { path, doing: 'remove' });
  }
}

/** Throws Problem ImgRequestInvalid when the request names nothing to remove. */
export function assertNamesSomething(request: ClearRequest): void {
  const { uniqueId, olderThan, superseded, maximumSize, quarantine, unfinished } = request;
  const isNamed =
    (uniqueId ?? []).length > 0 ||
    olderThan !== undefined ||
    maximumSize !== undefined ||
    [superseded, quarantine, unfinished].includes(true);
  if (isNamed) return;
  throw new Problem('ImgRequestInvalid', {
    detail: 'Nothing says what is to be removed.',
    remedy: 'Pass uniqueId, olderThan, superseded, maximumSize, quarantine or unfinished.',
  });
}
