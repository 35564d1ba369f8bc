/** What a path means on the system at hand. Pure: nothing is looked up; `platform` is a parameter for the tests. */
import { posix, win32 } from 'node:path';

/** The longest name that a file system takes (NTFS counts UTF-16 units), and the longest path of Windows with `\\?\`. */
const longestName = 255;
const longestWindowsPath = 32_767;

/** Names of devices; the old system finds the device also behind an extension ("nul.wim"). */
const deviceName = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(?=\.|$)/i;
/** "\\?\C:\" and "\\?\UNC\": the spelling that switches the checks of Windows off. */
const longPrefix = /^[\\/]{2}\?[\\/]/;

/**
 * Why a path cannot name a file here, as the end of the sentence "... is not a path: ". Undefined when it can. Windows
 * itself would take some of these in silence and mean something else: a device, another name, an alternate stream, the
 * current folder of another drive.
 */
export function pathFault(path: string, platform: string = process.platform): string | undefined {
  if (path.trim() === '') return 'it is empty';
  if (path.includes('\0')) return 'it holds a character that no name can hold';
  return platform === 'win32' ? windowsFault(path) : undefined;
}

function windowsFault(path: string): string | undefined {
  if (path.length > longestWindowsPath) return `it has more than ${longestWindowsPath} characters`;
  if (/^[\\/]{2}\.[\\/]/.test(path)) return 'it names a device';
  const bare = path.replace(longPrefix, '');
  if (/^[a-z]:(?![\\/])/i.test(bare)) return 'it has a drive without a root; write C:\\folder\\file';
  for (const name of bare.replace(/^[a-z]:/i, '').split(/[\\/]/)) {
    const fault = nameFault(name);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

function nameFault(name: string): string | undefined {
  if (name === '' || name === '.' || name === '..') return undefined;
  const shown = JSON.stringify(name.slice(0, 60));
  if (name.length > longestName) return `the name ${shown}... has more than ${longestName} characters`;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what Windows refuses.
  if (/[<>:"|?*\u0001-\u001f]/.test(name)) return `${shown} holds a character that a name on Windows cannot hold`;
  if (/[. ]$/.test(name)) return `${shown} ends in a dot or a blank, which Windows would leave out`;
  if (deviceName.test(name)) return `${shown} is the name of a device of Windows`;
  return undefined;
}

/**
 * The one spelling of an absolute path that is stored and compared: on Windows without `\\?\`, which Node puts before
 * long paths by itself and other programs do not expect, and with backslashes.
 */
export function plainPath(path: string, platform: string = process.platform): string {
  if (platform !== 'win32') return posix.resolve(path);
  const plain = path.replace(/^[\\/]{2}\?[\\/]UNC[\\/]/i, '\\\\').replace(/^[\\/]{2}\?[\\/](?=[a-z]:)/i, '');
  return win32.resolve(plain);
}

/** Whether an absolute path is `root` or lies below it. */
export function isBelow(path: string, root: string, platform: string = process.platform): boolean {
  const { isAbsolute, relative, sep } = platform === 'win32' ? win32 : posix;
  const way = relative(pathKey(root, platform), pathKey(path, platform));
  // Between two drives the way is the path itself.
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/** What two spellings of one absolute path have in common: Windows ignores case. */
export function pathKey(path: string, platform: string = process.platform): string {
  return platform === 'win32' ? plainPath(path, platform).toLowerCase() : path;
}
