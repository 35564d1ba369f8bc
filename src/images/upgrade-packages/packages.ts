/** Registered upgrade packages: found, listed, changed, and as documents. */
import type { Image, UpgradePackage } from '../../contract/generated/types.ts';
import { Problem } from '../../errors.ts';
import type { Database } from '../../site/database.ts';
import { findImage } from '../library/find-image.ts';
import type { Library } from '../library/library.ts';
import { documentOf, documentsOf, findRows, type ImageFilter } from '../library/list-images.ts';
import { type ImageChanges, setImage } from '../library/set-image.ts';
import type { ImageTable, UpgradePackageTable } from '../tables.ts';
import { digestMedia, type StoredMedia } from './media-files.ts';
import { readMediaFolder } from './media-folder.ts';

/** A package as it is stored: its image, and what is around it. */
export interface StoredUpgradePackage {
  row: ImageTable;
  folder: string;
  media: StoredMedia;
}

/** The upgrade package with this id, else with this name. Throws Problem ImgImageNotFound. */
export async function findUpgradePackage(database: Database, nameOrId: string): Promise<StoredUpgradePackage> {
  const row = await findImage(database, nameOrId);
  const [found] = await stored(database, [row]);
  if (found !== undefined) return found;
  throw new Problem('ImgImageNotFound', {
    detail: `${JSON.stringify(row.name)} is an image of its own, no upgrade package.`,
    remedy: 'List what is registered: imgupdate upgrade-package list.',
  });
}

/** Label of the disc that the media in a folder was taken out of; '' where nobody knows of one. */
export async function labelOfFolder(database: Database, folder: string): Promise<string> {
  const row = await database
    .selectFrom('upgrade_package')
    .select('media_json')
    .where('folder', '=', folder)
    .executeTakeFirst();
  return row === undefined ? '' : ((JSON.parse(row.media_json) as StoredMedia).label ?? '');
}

/** Registered upgrade packages, newest first. */
export async function listUpgradePackages(
  database: Database,
  filter: ImageFilter,
): Promise<{ upgradePackages: UpgradePackage[]; next: string | null }> {
  const { rows, next } = await findRows(database, { ...filter, kinds: ['UpgradePackage'] });
  const packages = await stored(database, rows);
  const images = await documentsOf(
    database,
    packages.map(({ row }) => row),
  );
  const upgradePackages = images.flatMap((image, at) =>
    packages.slice(at, at + 1).map((each) => withMedia(image, each)),
  );
  return { upgradePackages, next };
}

type PackageChanges = Pick<
  ImageChanges,
  'name' | 'path' | 'version' | 'description' | 'retainVersion' | 'retainDays' | 'retainBytes' | 'retainAsSite'
>;

/**
 * Changes what the library says of a package; another folder must hold the same image. Throws Problem ImgImageNotFound,
 * ImgImageExists, ImgImageBusy, ImgImageChanged, ImgNotUpgradePackage.
 */
export async function setUpgradePackage(
  library: Library,
  nameOrId: string,
  { path, ...texts }: PackageChanges,
): Promise<StoredUpgradePackage> {
  const before = await findUpgradePackage(library.database, nameOrId);
  if (path === undefined || path === before.folder) {
    return { ...before, row: await setImage(library, before.row.id, texts) };
  }
  const folder = library.ports.files.behindLink(path);
  const found = readMediaFolder(library.ports.files, folder);
  const media = await digestMedia(library, found, before.media.label);
  const row = await setImage(library, before.row.id, { ...texts, path: found.image }, async (writer) => {
    const change = { folder, media_json: JSON.stringify(media) };
    await writer.updateTable('upgrade_package').set(change).where('image_id', '=', before.row.id).execute();
  });
  return { row, folder, media };
}

/** The document of a package, with what is scheduled for its image. */
export async function upgradePackageDocument(database: Database, known: StoredUpgradePackage): Promise<UpgradePackage> {
  return withMedia(await documentOf(database, known.row), known);
}

function withMedia(
  { preCache: _preCache, ...image }: Image,
  { folder, media }: Pick<StoredUpgradePackage, 'folder' | 'media'>,
): UpgradePackage {
  return { ...image, path: folder, imagePath: image.path, label: '', ...media };
}

async function stored(database: Database, rows: readonly ImageTable[]): Promise<StoredUpgradePackage[]> {
  const found = await database
    .selectFrom('upgrade_package')
    .selectAll()
    .where(
      'image_id',
      'in',
      rows.map(({ id }) => id),
    )
    .execute();
  const byId = new Map<string, UpgradePackageTable>(found.map((each) => [each.image_id, each]));
  return rows.flatMap((row) => {
    const known = byId.get(row.id);
    return known === undefined
      ? []
      : [{ row, folder: known.folder, media: JSON.parse(known.media_json) as StoredMedia }];
  });
}
