import { Problem } from '../errors.ts';
import type { WimEntry, WimFile } from '../formats/wim/types.ts';
import { mostProgramBytes } from './read-program.ts';

/** One file that goes from a serviced boot image to media. */
export interface MediaCopy {
  /** Inside the image. */
  from: string;
  /** On the media; begins with a backslash. */
  to: string;
  bytes: Uint8Array;
  /** Only where the media has such a file already. */
  onlyReplace: boolean;
}

const folder = '\\Windows\\Boot';
/** The name under which firmware of a machine looks for a boot manager. */
export const startNames: Readonly<Record<number, string>> = {
  332: 'bootia32.efi',
  34404: 'bootx64.efi',
  43620: 'bootaa64.efi',
};
const microsoft = '\\efi\\microsoft\\boot';

/** The boot manager of 2023 in a boot image. Throws Problem ImgBootFilesMissing for an image from before April 2024. */
export function updatedManager(wim: WimFile, index: number): Uint8Array {
  return content(wim, needed(wim, index, `${folder}\\EFI_EX\\bootmgfw_EX.efi`));
}

/**
 * Which files of a boot image make media start under 2023, and where they go. Policy files are none of them. `machine` is
 * that of the boot manager. Throws Problem ImgBootFilesMissing where the image is too old to have them.
 */
export function copyMap(wim: WimFile, index: number, machine: number): MediaCopy[] {
  const names = wim.names(index);
  const copy = (from: string, to: string, onlyReplace = false): MediaCopy => {
    return { from, to, bytes: content(wim, needed(wim, index, from)), onlyReplace };
  };
  const has = (path: string): boolean => names.find(path)?.directory === false;
  const manager = `${folder}\\EFI_EX\\bootmgfw_EX.efi`;
  const name = startNames[machine];
  if (name === undefined) throw missing(`a boot manager for a machine that media can start on`);
  const other = [`${folder}\\EFI_EX\\bootmgr_EX.efi`, `${folder}\\EFI\\bootmgr.efi`].find(has);
  const list = [`${folder}\\EFI\\boot.stl`, `${folder}\\EFI\\boot.pnd.stl`].find(has);
  const sectors = ['efisys_EX.bin', 'efisys_noprompt_EX.bin'].filter((each) => has(`${dvd}\\${each}`));
  const fonts = names.list(`${folder}\\FONTS_EX`).filter((each) => !each.directory && /_EX\.ttf$/i.test(each.name));
  if (fonts.length === 0) throw missing(`${folder}\\FONTS_EX`);
  if (!has(`${dvd}\\efisys_EX.bin`)) throw missing(`${dvd}\\efisys_EX.bin`);
  return [
    copy(manager, `\\efi\\boot\\${name}`),
    copy(manager, '\\efi\\boot\\bootmgfw.efi', true),
    ...(other === undefined ? [] : [copy(other, '\\bootmgr.efi')]),
    ...sectors.map((each) => copy(`${dvd}\\${each}`, `${microsoft}\\${each.toLowerCase()}`)),
    ...fonts
      .filter(({ nameProblem }) => nameProblem === '')
      .map((each) =>
        copy(`${folder}\\FONTS_EX\\${each.name}`, `${microsoft}\\fonts\\${each.name.replace(/_EX\.ttf$/i, '.ttf')}`),
      ),
    // Always: media with a list of another version do not start where 2011 is revoked.
    ...(list === undefined ? [] : [copy(list, `${microsoft}\\boot.stl`)]),
  ];
}

const dvd = `${folder}\\DVD_EX\\EFI\\en-US`;

function needed(wim: WimFile, index: number, path: string): WimEntry {
  const entry = wim.names(index).find(path);
  if (entry === undefined || entry.directory || entry.sha1 === '') throw missing(path);
  return entry;
}

function missing(what: string): Problem {
  return new Problem('ImgBootFilesMissing', { detail: `The boot image of the media lacks ${what}.` });
}

/** A file of an image; undefined where there is none, or nothing in it. */
export function contentOf(wim: WimFile, index: number, path: string): Uint8Array | undefined {
  const entry = wim.names(index).find(path);
  return entry === undefined || entry.directory || entry.sha1 === '' ? undefined : content(wim, entry);
}

function content(wim: WimFile, { sha1 }: WimEntry): Uint8Array {
  return wim.readAll(sha1, mostProgramBytes);
}
