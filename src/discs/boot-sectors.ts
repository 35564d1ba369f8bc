import { firstOf, type MediaFiles, sectorNames } from '../boot/media-files.ts';
import { Problem } from '../errors.ts';

/** What a disc starts from: a file of the media, for one kind of firmware. */
export interface BootSector {
  platform: 'bios' | 'uefi';
  /** On the media. */
  path: string;
}

export interface SectorWish {
  /** Firmware looks for a boot manager of 2023. */
  is2023: boolean;
  /** Starts without waiting for a key. */
  noPrompt: boolean;
}

const folder = '\\efi\\microsoft\\boot';

/**
 * The boot sectors of media: BIOS first, then UEFI; of ARM64 UEFI alone. With the boot manager of 2023 its own sector is
 * used where there is one. Throws Problem ImgNotMedia where there is none for UEFI.
 */
export function bootSectors(media: MediaFiles, wish: SectorWish): BootSector[] {
  const places = sectorNames(wish).map((name) => `${folder}\\${name}`);
  const uefi = firstOf(media, places);
  if (uefi === undefined) {
    throw new Problem('ImgNotMedia', { detail: `${media.root} has no ${places.at(-1)}: no disc of it would start.` });
  }
  const isArm = firstOf(media, ['\\efi\\boot\\bootx64.efi', '\\efi\\boot\\bootia32.efi']) === undefined;
  const bios = isArm ? undefined : firstOf(media, ['\\boot\\etfsboot.com']);
  return [
    ...(bios === undefined ? [] : [{ platform: 'bios' as const, path: bios.path }]),
    { platform: 'uefi', path: uefi.path },
  ];
}
