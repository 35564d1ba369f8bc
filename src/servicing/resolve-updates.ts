import { isAbsolute, resolve } from 'node:path';
import { packageRecordOf } from '../catalog/store/package-record.ts';
import { addContent } from '../content/add.ts';
import { knownUniqueId } from '../content/update-facts.ts';
import { Problem } from '../errors.ts';
import type { Engine } from './run/engine.ts';

/**
 * The uniqueIds that a caller means: an identity, a KB (every update of that article: the plan takes what fits the
 * image), or a package file, which is added to the content library first. Throws Problem ImgUpdateNotFound, and what
 * adding a file throws.
 */
export async function resolveUpdates(
  engine: Engine,
  given: string[],
  options: { signal: AbortSignal; dryRun: boolean },
): Promise<string[]> {
  const found: string[] = [];
  for (const each of given) found.push(...(await resolveOne(engine, each, options)));
  return [...new Set(await withPackages(engine, found))];
}

/** A record that describes an update by the parts of a unified one gives way to the record that lists its package. */
async function withPackages({ site, emit }: Engine, uniqueIds: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const id of uniqueIds) {
    const { uniqueId, message } = (await packageRecordOf(site.database, id)) ?? { uniqueId: null, message: '' };
    if (uniqueId !== null && !uniqueIds.includes(uniqueId)) emit({ level: 'info', type: 'update.resolved', message });
    found.push(uniqueId ?? id);
  }
  return found;
}

async function resolveOne(
  engine: Engine,
  given: string,
  { signal, dryRun }: { signal: AbortSignal; dryRun: boolean },
): Promise<string[]> {
  const { site, ports } = engine;
  const identity = await knownUniqueId(site, given);
  if (identity !== undefined) return [identity];
  const article = /^(?:KB)?(\d{6,8})$/i.exec(given)?.[1];
  if (article !== undefined) {
    const rows = await site.database
      .selectFrom('catalog_update')
      .select('unique_id')
      .where('article_id', '=', article)
      .execute();
    if (rows.length > 0) return rows.map(({ unique_id }) => unique_id);
  }
  if (isPackagePath(given) && isFile(engine, resolve(given))) {
    const { content } = await addContent({ ports, site }, { path: resolve(given), standIn: false, dryRun, signal });
    return [content.uniqueId];
  }
  throw new Problem('ImgUpdateNotFound', {
    detail: `${JSON.stringify(given.slice(0, 200))} is no uniqueId and no KB of the catalog, and no package file.`,
  });
}

/** A path that cannot even be asked for (too long) is no file. */
function isFile({ ports }: Engine, path: string): boolean {
  try {
    return ports.files.facts(path)?.kind === 'file';
  } catch {
    return false;
  }
}

function isPackagePath(given: string): boolean {
  return !given.includes('\0') && (isAbsolute(given) || /\.(msu|cab)$/i.test(given));
}
