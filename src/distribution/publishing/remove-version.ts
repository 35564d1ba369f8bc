/**
 * Takes one kept version of an image away. Older versions that are kept as what it has not are made to build on the next
 * newer one first, or made whole; what comes out of them is compared with their digests before anything goes. Each change
 * is one rename or one transaction: whenever the process ends, the version is there with all the others, or it is gone and
 * all the others are there.
 */
import { dirname, join } from 'node:path';
import type { Selectable } from 'kysely';
import { Problem } from '../../errors.ts';
import { FormatError } from '../../formats/format-error.ts';
import { fileProblem } from '../../images/library/file-problem.ts';
import { refuseLessSpace } from '../../images/library/write-indexes.ts';
import type { ImageTable } from '../../images/tables.ts';
import type { OpenSource, Transfer } from '../../ports/files.ts';
import type { Ports } from '../../ports/index.ts';
import { type Database, writeTransaction } from '../../site/database.ts';
import { deltaSource, type PlannedDelta, planDelta, readDeltaHead, writeDelta } from './delta.ts';
import { mediaSets } from './kept-media.ts';
import { digestOf, isDelta, openVersion, type Version, writeWhole } from './kept-versions.ts';
import { noteLooseFiles, removeLooseFiles } from './loose-files.ts';
import { renamePatiently } from './rename-patiently.ts';
import { bytesOf, bytesOfMedia } from './retention.ts';

type Image = Selectable<ImageTable>;
type At = { database: Database; ports: Ports };

/** What a removal will do, or did. */
export interface Removal {
  version: Version;
  /** Bytes on disk that come free; negative where more are needed. */
  freedBytes: number;
  rebased: Rebase[];
}

/** An older version, and how it is kept from now on. */
export interface Rebase {
  version: Version;
  /** Null: as a whole file. */
  base: Version | null;
  /** What it takes on disk then. */
  bytes: number;
}

/**
 * What removing a version takes; nothing is changed. Throws Problem ImgVersionCurrent, ImgVersionNotFound, and
 * ImgVersionNeeded where an older version that may build on it cannot be read.
 */
export async function planRemoval(at: At, image: Image, sourceVersion: number): Promise<Removal> {
  const rows = await at.database
    .selectFrom('image_version')
    .selectAll()
    .where('image_id', '=', image.id)
    .orderBy('source_version', 'asc')
    .execute();
  const version = versionMeant(image, rows, sourceVersion);
  const { files } = at.ports;
  const newer = rows.find((each) => each.source_version > sourceVersion && each.source_version < image.source_version);
  const older = rows.filter((each) => each.source_version < sourceVersion);
  const rebased: Rebase[] = [];
  for (const each of older.filter((one) => isBuiltOn(at.ports, one, version))) {
    rebased.push(await planRebase(at, each, { on: version, newer }));
  }
  // What the others need of the media stays with them.
  const media = older.length > 0 ? 0 : bytesOfMedia(files, image, { version, rows });
  const own = (await isNamedByOthers(at.database, version)) ? 0 : bytesOf(files, image, version);
  const before = rebased.reduce((sum, each) => sum + bytesOf(files, image, each.version), 0);
  return { version, freedBytes: own + media + before - sumOf(rebased), rebased };
}

/**
 * Removes the version of a plan; the caller holds the lock of the image. Returns what it came to, and the files (`left`) that
 * a program keeps from being removed now. Throws Problem ImgVersionNeeded, ImgInsufficientSpace, ImgImageBusy and what writing a file throws; every
 * version is there then.
 */
export async function removeVersion(
  at: At,
  image: Image,
  { version, freedBytes, rebased }: Removal,
  transfer: Transfer,
): Promise<Removal & { left: string[] }> {
  const done: Rebase[] = [];
  try {
    for (const each of rebased) done.push(await rebase(at, each, { on: version, transfer }));
    transfer.signal?.throwIfAborted();
    await forget(at, image, version);
  } finally {
    // Also where it failed: a half file of a version that is kept as before goes, and nothing else.
    await removeLooseFiles(at, image.id);
  }
  const left = await at.database.selectFrom('loose_file').select('path').where('image_id', '=', image.id).execute();
  const more = sumOf(done) - sumOf(rebased);
  return { version, freedBytes: freedBytes - more, rebased: done, left: left.map(({ path }) => path) };
}

function sumOf(rebased: readonly Rebase[]): number {
  return rebased.reduce((sum, { bytes }) => sum + bytes, 0);
}

function versionMeant(image: Image, rows: readonly Version[], sourceVersion: number): Version {
  if (sourceVersion === image.source_version) {
    throw new Problem('ImgVersionCurrent', {
      detail: `Version ${sourceVersion} of ${image.name} is the file that is published: ${image.path}. Nothing was removed.`,
    });
  }
  const found = rows.find((each) => each.source_version === sourceVersion);
  if (found !== undefined && sourceVersion < image.source_version) return found;
  throw new Problem('ImgVersionNotFound', {
    detail: `${image.name} has no earlier version ${sourceVersion} that is kept.`,
  });
}

/** What cannot be read may build on anything: it is no reason to lose it for good. */
function isBuiltOn({ files }: Ports, older: Version, version: Version): boolean {
  if (!isDelta(older)) return false;
  try {
    const source = files.source(older.path);
    try {
      return readDeltaHead(source).head.base === version.source_version;
    } finally {
      source.close();
    }
  } catch (error) {
    throw needed(older, version, error);
  }
}

async function planRebase(
  at: At,
  version: Version,
  { on, newer }: { on: Version; newer: Version | undefined },
): Promise<Rebase> {
  const whole: Rebase = { version, base: null, bytes: version.size };
  const wanted = await openOrNeeded(at, version, on);
  try {
    const delta = newer === undefined ? undefined : await deltaTo(at, wanted, newer);
    return delta === undefined || newer === undefined ? whole : { version, base: newer, bytes: delta.size };
  } finally {
    wanted.close();
  }
}

/** Undefined where the newer version cannot be read, or is too different. */
async function deltaTo(at: At, wanted: OpenSource, newer: Version): Promise<PlannedDelta | undefined> {
  const base = await openOrNothing(at, newer);
  if (base === undefined) return undefined;
  try {
    return await planDelta(wanted, { base, baseVersion: newer.source_version });
  } finally {
    base.close();
  }
}

async function openOrNothing(at: At, version: Version): Promise<OpenSource | undefined> {
  try {
    return await openVersion(at, version);
  } catch {
    return undefined;
  }
}

async function openOrNeeded(at: At, older: Version, version: Version): Promise<OpenSource> {
  try {
    return await openVersion(at, older);
  } catch (error) {
    throw needed(older, version, error);
  }
}

function needed(older: Version, version: Version, cause: unknown): Problem {
  const why = (cause instanceof Error ? cause.message : String(cause)).replace(/\.?$/, '.');
  return new Problem('ImgVersionNeeded', {
    detail: `Version ${older.source_version} may build on version ${version.source_version} and cannot be read: ${why} Nothing was removed.`,
    remedy: `Remove version ${older.source_version} first if it is lost, or put its file ${older.path} back from a backup.`,
    cause,
  });
}

/** Keeps an older version without the one that it builds on. Returns how it came to be kept. */
async function rebase(at: At, planned: Rebase, { on, transfer }: { on: Version; transfer: Transfer }): Promise<Rebase> {
  const { version, base } = planned;
  const unfinished = join(dirname(version.path), `${version.source_version}-rebased.new`);
  try {
    const bytes = base === null ? undefined : await asDelta(at, unfinished, { version, base, transfer });
    if (bytes !== undefined) return { version, base, bytes };
    await asWhole(at, unfinished, { version, transfer });
    return { version, base: null, bytes: version.size };
  } catch (error) {
    if (error instanceof Problem && error.id === 'ImgImageCorrupt') throw needed(version, on, error);
    throw fileProblem(error, { path: unfinished, doing: 'write' });
  }
}

/** Its bytes on disk; undefined, and nothing changed, where the newer version does not give what it should. */
async function asDelta(at: At, unfinished: string, as: Delta): Promise<number | undefined> {
  const { ports } = at;
  const { version } = as;
  const bytes = await writeDeltaTo(at, unfinished, as);
  if (bytes === undefined || !(await gives(at, unfinished, as))) return undefined;
  // The name stays, and the delta says itself what it builds on: one rename changes over.
  await renamePatiently(ports, unfinished, version.path);
  ports.files.syncFolder(dirname(version.path));
  return bytes;
}

/** A version that is kept as what `base` has not. */
interface Delta {
  version: Version;
  base: Version;
  transfer: Transfer;
}

async function writeDeltaTo(at: At, unfinished: string, { version, base }: Delta): Promise<number | undefined> {
  const { database, ports } = at;
  const wanted = await openVersion(at, version);
  try {
    const delta = await deltaTo(at, wanted, base);
    if (delta === undefined) return undefined;
    refuseLessSpace(ports, unfinished, delta.size);
    await writeTransaction(database, (writer) => noteLooseFiles(writer, version.image_id, [unfinished]));
    writeDelta(ports, unfinished, { wanted, delta });
    return delta.size;
  } finally {
    wanted.close();
  }
}

async function gives(at: At, delta: string, { version, base, transfer }: Delta): Promise<boolean> {
  const whole = deltaSource(at.ports.files.source(delta), await openVersion(at, base));
  try {
    return (await digestOf(at.ports, whole, transfer)) === version.sha256;
  } catch (error) {
    if (error instanceof FormatError) return false;
    throw error;
  } finally {
    whole.close();
  }
}

async function asWhole(
  at: At,
  unfinished: string,
  { version, transfer }: { version: Version; transfer: Transfer },
): Promise<void> {
  const { database, ports } = at;
  const whole = join(dirname(version.path), `${version.source_version}.wim`);
  refuseLessSpace(ports, unfinished, version.size);
  await writeTransaction(database, (writer) => noteLooseFiles(writer, version.image_id, [unfinished, whole]));
  const source = await openVersion(at, version);
  try {
    await writeWhole(ports, unfinished, { version, source }, transfer);
  } finally {
    source.close();
  }
  await renamePatiently(ports, unfinished, whole);
  ports.files.syncFolder(dirname(whole));
  await writeTransaction(database, async (writer) => {
    await noteLooseFiles(writer, version.image_id, [version.path]);
    await writer
      .updateTable('image_version')
      .set({ path: whole })
      .where('image_id', '=', version.image_id)
      .where('source_version', '=', version.source_version)
      .execute();
  });
}

/** From here on the version is gone; its files follow. */
async function forget({ database, ports }: At, image: Image, version: Version): Promise<void> {
  await writeTransaction(database, async (writer) => {
    const rows = await writer.selectFrom('image_version').selectAll().where('image_id', '=', image.id).execute();
    const isOldest = rows.every((each) => each.source_version >= version.source_version);
    const media = isOldest ? mediaSets(ports.files, image, { version, rows }) : [];
    await noteLooseFiles(writer, image.id, [version.path, ...media]);
    await writer
      .deleteFrom('image_version')
      .where('image_id', '=', image.id)
      .where('source_version', '=', version.source_version)
      .execute();
  });
}

async function isNamedByOthers(database: Database, version: Version): Promise<boolean> {
  const other = await database
    .selectFrom('image_version')
    .select('source_version')
    .where('path', '=', version.path)
    .where((is) => is.or([is('image_id', '!=', version.image_id), is('source_version', '!=', version.source_version)]))
    .executeTakeFirst();
  return other !== undefined;
}
