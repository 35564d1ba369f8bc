import { arraySource } from '../formats/array-source.ts';
import { openPe } from '../formats/pe/open.ts';
import type { WimFile } from '../formats/wim/types.ts';
import { contentOf, startNames } from './copy-map.ts';
import { bootFolders } from './find-on-media.ts';
import { filesIn, locate, type MediaFiles } from './media-files.ts';

/** One file that goes from a boot image to media. */
export interface OfficialCopy {
  /** Inside the image. */
  from: string;
  /** On the media; begins with a backslash. */
  to: string;
  bytes: Uint8Array;
}

const inside = '\\Windows\\Boot\\EFI';
const list = '\\efi\\microsoft\\boot\\boot.stl';

/**
 * What Microsoft's order of servicing copies last: the boot managers of the serviced boot image over every one of the media,
 * and the list of revoked files that must be of their version. One that was made for another machine stays. Throws
 * FormatError for a boot manager that is no program.
 */
export function officialCopies(wim: WimFile, index: number, media: MediaFiles): OfficialCopy[] {
  const manager = contentOf(wim, index, `${inside}\\bootmgfw.efi`);
  if (manager === undefined) return [];
  const start = startNames[openPe(arraySource(manager)).machine];
  const other = contentOf(wim, index, `${inside}\\bootmgr.efi`);
  const revoked = contentOf(wim, index, `${inside}\\boot.stl`);
  const copies: OfficialCopy[] = [];
  for (const folder of bootFolders) {
    for (const { name, path } of filesIn(media, folder)) {
      const folded = name.toLowerCase();
      if (folded === 'bootmgfw.efi' || folded === start) {
        copies.push({ from: `${inside}\\bootmgfw.efi`, to: path, bytes: manager });
      } else if (folded === 'bootmgr.efi' && other !== undefined) {
        copies.push({ from: `${inside}\\bootmgr.efi`, to: path, bytes: other });
      }
    }
  }
  // Where nothing starts from EFI there is no place for it.
  if (revoked !== undefined && locate(media, '\\efi\\microsoft\\boot') !== undefined) {
    copies.push({ from: `${inside}\\boot.stl`, to: list, bytes: revoked });
  }
  return copies;
}
