/**
 * How the versions of an image are kept. The one before the current is a whole file; an older one becomes a delta to the next
 * newer one, once it is proved that the whole comes out of it. Whoever reads a version gets its bytes either way.
 */
import { dirname, join } from 'node:path';
import type { Selectable } from 'kysely';
import { Problem } from '../../errors.ts';
import { FormatError } from '../../formats/format-error.ts';
import { pacer } from '../../images/library/pacer.ts';
import type { OpenSource, Transfer } from '../../ports/files.ts';
import type { Ports } from '../../ports/index.ts';
import { type Database, writeTransaction } from '../../site/database.ts';
import type { ImageVersionTable } from '../tables.ts';
import { deltaSource, piecesOf, planDelta, readDeltaHead, writeDelta } from './delta.ts';
import type { Publishing } from './publishing.ts';
import { deltaSuffix, keptVersions } from './retention.ts';

export type Version = Selectable<ImageVersionTable>;

/** Bytes of the smallest file that a delta is made of. */
const smallest = 1024 * 1024;

export function isDelta({ path }: Pick<Version, 'path'>): boolean {
  return path.endsWith(deltaSuffix);
}

/**
 * The bytes of a kept version. Throws Problem ImgImageCorrupt where it is a delta that is damaged, or builds on a version
 * that is gone, and the platform's error for a file that cannot be opened. The digest is the caller's to compare.
 */
export async function openVersion(at: { database: Database; ports: Ports }, version: Version): Promise<OpenSource> {
  const { files } = at.ports;
  const source = files.source(version.path);
  if (!isDelta(version)) return source;
  try {
    const { head } = readDeltaHead(source);
    const base = await at.database
      .selectFrom('image_version')
      .selectAll()
      .where('image_id', '=', version.image_id)
      .where('source_version', '=', head.base)
      .executeTakeFirst();
    // Chains lead to newer versions alone: they end.
    const isThere = base !== undefined && files.facts(base.path)?.kind === 'file';
    if (!isThere || base.source_version <= version.source_version || head.size !== version.size) {
      throw damaged(version, `it builds on version ${head.base}, which is gone`);
    }
    return deltaSource(source, await openVersion(at, base));
  } catch (error) {
    source.close();
    throw error instanceof FormatError ? damaged(version, error.message) : error;
  }
}

/**
 * Gives a whole file of a version, its digest compared, to `use`; of a delta one that is made for it and removed again.
 * Throws Problem ImgImageCorrupt where the bytes are not those that were kept; nothing is changed then.
 */
export async function withWholeFile<T>(
  at: { database: Database; ports: Ports },
  version: Version,
  transfer: Transfer,
  use: (path: string) => Promise<T>,
): Promise<T> {
  const { ports } = at;
  if (!isDelta(version)) {
    const { sha256 } = await ports.files.digest(version.path, ['sha256'], { signal: transfer.signal });
    if (sha256 !== version.sha256) throw damaged(version, `it has the digest ${sha256}, not ${version.sha256}`);
    return use(version.path);
  }
  const whole = join(dirname(version.path), `${version.source_version}-whole.new`);
  const source = await openVersion(at, version);
  try {
    await writeWhole(ports, whole, { version, source }, transfer);
    return await use(whole);
  } catch (error) {
    throw error instanceof FormatError ? damaged(version, error.message) : error;
  } finally {
    source.close();
    ports.files.remove(whole);
  }
}

/**
 * Writes the bytes of an open version to the new file `path`, synced. Throws Problem ImgImageCorrupt where they are not those
 * that were kept; the file is the caller's to remove then.
 */
export async function writeWhole(
  ports: Ports,
  path: string,
  { version, source }: { version: Version; source: OpenSource },
  transfer: Transfer,
): Promise<void> {
  const sink = ports.files.sink(path);
  try {
    const sha256 = await digestOf(ports, source, { ...transfer, onPiece: (bytes) => sink.append(bytes) });
    if (sha256 !== version.sha256) throw damaged(version, `it gives the digest ${sha256}, not ${version.sha256}`);
    sink.sync();
  } catch (error) {
    throw error instanceof FormatError ? damaged(version, error.message) : error;
  } finally {
    sink.close();
  }
}

/** SHA-256 of an open source, as hex. */
export async function digestOf(
  ports: Ports,
  source: OpenSource,
  { onPiece, ...transfer }: Transfer & { onPiece?: (bytes: Uint8Array) => void },
): Promise<string> {
  const pace = pacer(ports, transfer);
  const digest = ports.newDigest('sha256');
  let done = 0;
  for (const bytes of piecesOf(source)) {
    digest.update(bytes);
    onPiece?.(bytes);
    done += bytes.length;
    await pace(done, source.size);
  }
  return digest.hex();
}

function damaged({ path, source_version }: Version, why: string): Problem {
  return new Problem('ImgImageCorrupt', {
    detail: `The kept file ${path} of version ${source_version} is damaged: ${why}. Nothing was changed.`,
    remedy: 'Restore another version (imgupdate image versions shows them), or put the file back from a backup.',
  });
}

/**
 * Makes deltas of the versions older than the one before the current, oldest first, so that each is made of two whole files.
 * One that cannot be made (another form, hardly anything saved, a file in use) stays whole; that is no failure.
 */
export async function shrinkVersions(
  { database, ports }: Pick<Publishing, 'database' | 'ports'>,
  imageId: string,
): Promise<void> {
  const image = await database.selectFrom('image').selectAll().where('id', '=', imageId).executeTakeFirstOrThrow();
  const kept = await keptVersions({ database }, image);
  for (const [at, version] of kept.entries()) {
    const base = kept[at + 1];
    if (base === undefined || isDelta(base) || version.path === image.path || version.size < smallest) continue;
    try {
      if (isDelta(version)) ports.files.remove(wholeNameOf(version));
      else await shrink({ database, ports }, version, base);
    } catch {
      // The whole file is still there, and the image is published: the next publication tries again.
    }
  }
}

/** Where a delta was whole: a process that was killed right after noting the delta leaves it there. */
function wholeNameOf({ path }: Version): string {
  return `${path.slice(0, -deltaSuffix.length)}.wim`;
}

async function shrink(
  { database, ports }: { database: Database; ports: Ports },
  version: Version,
  base: Version,
): Promise<void> {
  const { files } = ports;
  if (!version.path.endsWith('.wim') || files.facts(version.path)?.size !== version.size) return;
  const path = `${version.path.slice(0, -'.wim'.length)}${deltaSuffix}`;
  const unfinished = `${path}.new`;
  try {
    if (!(await isMade(ports, unfinished, { version, base }))) return;
    files.remove(path);
    files.rename(unfinished, path);
    files.syncFolder(dirname(path));
  } finally {
    files.remove(unfinished);
  }
  await writeTransaction(database, (writer) =>
    writer
      .updateTable('image_version')
      .set({ path })
      .where('image_id', '=', version.image_id)
      .where('source_version', '=', version.source_version)
      .execute(),
  );
  files.remove(version.path);
}

/** Writes the delta and reads the whole back out of it, before anything relies on it. */
async function isMade(
  ports: Ports,
  path: string,
  { version, base }: { version: Version; base: Version },
): Promise<boolean> {
  const { files } = ports;
  const wanted = files.source(version.path);
  const newer = files.source(base.path);
  try {
    const delta = await planDelta(wanted, { base: newer, baseVersion: base.source_version });
    if (delta === undefined) return false;
    writeDelta(ports, path, { wanted, delta });
    const whole = deltaSource(files.source(path), files.source(base.path));
    try {
      return (await digestOf(ports, whole, {})) === version.sha256;
    } finally {
      whole.close();
    }
  } finally {
    wanted.close();
    newer.close();
  }
}
