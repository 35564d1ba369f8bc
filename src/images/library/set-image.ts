import { basename, dirname, join } from 'node:path';
import { Problem } from '../../errors.ts';
import { type Writer, writeTransaction } from '../../site/database.ts';
import type { ImageTable } from '../tables.ts';
import { whileLocked } from './busy.ts';
import { findImage } from './find-image.ts';
import { checkedName, nameKey } from './image-name.ts';
import { keptFolderName } from './kept-folder.ts';
import type { Library } from './library.ts';
import { readImageFile } from './read-image.ts';
import { refuseTaken } from './taken.ts';

export interface ImageChanges {
  name?: string | undefined;
  /** Absolute. New place of the same bytes. */
  path?: string | undefined;
  version?: string | undefined;
  description?: string | undefined;
  /** For pre-cache; '' takes it away. */
  architecture?: string | undefined;
  language?: string | undefined;
  multicastAllow?: boolean | undefined;
  multicastEncrypt?: boolean | undefined;
  multicastTransferOnly?: boolean | undefined;
  retainVersion?: number | undefined;
  retainDays?: number | undefined;
  retainBytes?: number | undefined;
  /** What was said of this image alone goes first. */
  retainAsSite?: boolean | undefined;
}

/**
 * Changes what the library says of an image; members that are left out stay. Throws Problem ImgImageNotFound,
 * ImgImageExists; for another path also ImgImageBusy, ImgImageChanged when that file has other bytes, and whatever is
 * wrong with it. `beside` is stored with the changes.
 */
export async function setImage(
  library: Library,
  nameOrId: string,
  changes: ImageChanges,
  beside?: (writer: Writer) => Promise<void>,
): Promise<ImageTable> {
  const row = await findImage(library.database, nameOrId);
  const { name, version, description, architecture, language } = changes;
  const texts = {
    ...(name === undefined ? {} : { name: checkedName(name), name_key: nameKey(name) }),
    ...(version === undefined ? {} : { version }),
    ...(description === undefined ? {} : { description }),
    ...(architecture === undefined ? {} : { pre_cache_architecture: architecture || null }),
    ...(language === undefined ? {} : { pre_cache_language: language || null }),
    ...multicastOf(row, changes),
    ...retentionOf(changes),
  };
  const path = changes.path === row.path ? undefined : changes.path;
  if (path !== undefined && row.kind === 'UpgradePackage' && beside === undefined) {
    throw new Problem('ImgRequestInvalid', {
      detail: `${row.path} is the image of an upgrade package; the package is where its folder is.`,
      remedy: 'Give the package its new folder: imgupdate upgrade-package set NAME --path FOLDER.',
      errors: [{ pointer: '/path', message: 'must not be given for the image of an upgrade package' }],
    });
  }
  await refuseTaken(library.database, { name, path, except: row.id });
  if (path === undefined) return store(library, row, texts, beside);
  return whileLocked(library, row, async () => {
    const { sha256, size, modified } = await readImageFile(library.ports, path, library.transfer);
    if (sha256 !== row.sha256) {
      throw new Problem('ImgImageChanged', {
        detail: `${path} is not the file of the image ${JSON.stringify(row.name)}: its SHA-256 is ${sha256}, not ${row.sha256}.`,
        remedy: 'Register the other file as an image of its own, or point to a copy of the same file.',
      });
    }
    return store(library, row, { ...texts, path, size, modified }, beside);
  });
}

/** Throws Problem ImgRequestInvalid for a way of sending that is not allowed at all. */
function multicastOf(row: ImageTable, changes: ImageChanges): Partial<ImageTable> {
  const { multicastAllow, multicastEncrypt, multicastTransferOnly } = changes;
  const allow = multicastAllow ?? row.multicast_allow === 1;
  for (const name of ['multicastEncrypt', 'multicastTransferOnly'] as const) {
    if (allow || changes[name] !== true) continue;
    throw new Problem('ImgRequestInvalid', {
      detail: `${row.name} may not be sent to many: multicastAllow is needed for ${name}.`,
      errors: [{ pointer: `/${name}`, message: 'needs multicastAllow' }],
    });
  }
  if (multicastAllow === false) return { multicast_allow: 0, multicast_encrypt: 0, multicast_only: 0 };
  return {
    ...(multicastAllow === undefined ? {} : { multicast_allow: 1 }),
    ...(multicastEncrypt === undefined ? {} : { multicast_encrypt: Number(multicastEncrypt) }),
    ...(multicastTransferOnly === undefined ? {} : { multicast_only: Number(multicastTransferOnly) }),
  };
}

function retentionOf({ retainVersion, retainDays, retainBytes, retainAsSite }: ImageChanges): Partial<ImageTable> {
  return {
    ...(retainAsSite === true ? { retain_version: null, retain_days: null, retain_bytes: null } : {}),
    ...(retainVersion === undefined ? {} : { retain_version: retainVersion }),
    ...(retainDays === undefined ? {} : { retain_days: retainDays }),
    ...(retainBytes === undefined ? {} : { retain_bytes: retainBytes }),
  };
}

async function store(
  library: Library,
  row: ImageTable,
  changes: Partial<ImageTable>,
  beside?: (writer: Writer) => Promise<void>,
): Promise<ImageTable> {
  const changed = { ...row, ...changes };
  if (library.dryRun || (Object.keys(changes).length === 0 && beside === undefined)) return changed;
  const { name, path } = changes;
  await writeTransaction(library.database, async (writer) => {
    await refuseTaken(writer, { name, path, except: row.id });
    if (path !== undefined) {
      await writer
        .updateTable('image_version')
        .set({ path })
        .where('image_id', '=', row.id)
        .where('source_version', '=', row.source_version)
        .execute();
      await followVersions(library, writer, { ...row, path });
    }
    if (Object.keys(changes).length > 0) {
      await writer.updateTable('image').set(changes).where('id', '=', row.id).execute();
    }
    await beside?.(writer);
  });
  return changed;
}

/** Kept versions that were moved with their image are known at their new place; those that stayed are known where they are. */
async function followVersions(
  { ports }: Library,
  writer: Writer,
  { id, path, source_version }: ImageTable,
): Promise<void> {
  const rows = await writer.selectFrom('image_version').selectAll().where('image_id', '=', id).execute();
  for (const kept of rows) {
    const moved = join(dirname(path), keptFolderName, id, basename(kept.path));
    const isMoved = ports.files.facts(kept.path) === undefined && ports.files.facts(moved)?.kind === 'file';
    if (kept.source_version === source_version || !isMoved) continue;
    await writer
      .updateTable('image_version')
      .set({ path: moved })
      .where('image_id', '=', id)
      .where('source_version', '=', kept.source_version)
      .execute();
  }
}
