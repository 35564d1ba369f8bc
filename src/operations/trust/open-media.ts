import type { DiscStart, MediaFiles } from '../../boot/media-files.ts';
import { bootImagePath, firstOf, imagePaths } from '../../boot/media-files.ts';
import { Problem } from '../../errors.ts';
import type { ByteSource } from '../../formats/bytes.ts';
import { bootEntries } from '../../formats/udf/el-torito.ts';
import type { UdfVolume } from '../../formats/udf/types.ts';
import { isRehearsal } from '../../images/inspect.ts';
import { isoFolder } from '../../images/library/iso-folder.ts';
import { imageProblem, openImageFile, openSource } from '../../images/library/open-image.ts';
import { isIso, volumeOf } from '../../images/library/open-iso.ts';
import type { Context } from '../operation.ts';

export interface OpenMedia extends MediaFiles {
  kind: 'iso' | 'folder';
  /** Of the volume; '' for a folder. */
  label: string;
  /** An image on it was made by the emulator. */
  rehearsal: boolean;
  close(): void;
}

/**
 * Opens a folder or an ISO image as media; undefined for any other file. Whoever opened it closes it. Throws Problem
 * where there is nothing at `path`, or where it is no media of Windows.
 */
export function openMedia({ ports }: Context, path: string): OpenMedia | undefined {
  const kind = ports.files.facts(path)?.kind;
  if (kind === 'folder')
    return opened(ports, { files: ports.files, root: path, kind, label: '', close: () => undefined });
  if (kind === undefined) throw new Problem('ImgFileNotFound', { detail: `There is no file or folder ${path}.` });
  if (!isIso(ports, path)) return undefined;
  const disc = openSource(ports, path);
  try {
    const volume = volumeOf(disc, path);
    const { label } = volume;
    const close = (): void => disc.close();
    const start = startOf(disc, volume, path);
    return opened(ports, { files: isoFolder(volume, path), root: path, kind: 'iso', label, close, disc: start });
  } catch (error) {
    disc.close();
    throw imageProblem(error, path);
  }
}

/** Both name spaces of a disc lead to the same bytes: the entry leads to the file that begins where it points to. */
function startOf(disc: ByteSource, volume: UdfVolume, path: string): DiscStart {
  const entry = bootEntries(disc).find(({ platform, bootable }) => platform === 'uefi' && bootable);
  return {
    hasStart: entry !== undefined,
    startsFrom(place) {
      const file = volume.find(place.slice(path.length));
      if (entry === undefined || file === undefined) return false;
      return volume.open(file).extents[0]?.offset === entry.offset;
    },
  };
}

function opened(ports: Context['ports'], media: Omit<OpenMedia, 'rehearsal'>): OpenMedia {
  const images = [firstOf(media, imagePaths), firstOf(media, [bootImagePath])].flatMap((found) => found ?? []);
  if (images.length === 0 && firstOf(media, ['\\setup.exe', '\\bootmgr.efi']) === undefined) {
    throw new Problem('ImgNotMedia', { detail: `${media.root} holds neither setup.exe nor sources\\install.wim.` });
  }
  const rehearsal = images.some(({ place }) => {
    const image = openImageFile({ files: media.files, newDigest: ports.newDigest }, place);
    try {
      return isRehearsal(image.wim);
    } finally {
      image.close();
    }
  });
  return { ...media, rehearsal };
}
