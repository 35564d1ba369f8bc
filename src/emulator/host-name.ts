import type { WimEntry } from '../formats/wim/types.ts';
import { code } from './codes.ts';
import { DismFailure } from './failure.ts';

/**
 * The name of an entry as a name on this machine. Names come from a foreign file: whatever could lead out of the mount
 * folder, name a device or change on its way through the file system is refused (error 123), and so the whole mount.
 */
export function hostName(entry: WimEntry, platform: NodeJS.Platform = process.platform): string {
  const { name } = entry;
  if (entry.nameProblem !== '' || name === '' || name === '.' || name === '..') throw refused(name, 'is no name');
  if (FORBIDDEN.test(name)) throw refused(name, 'has a separator or a control character');
  if (!name.isWellFormed()) throw refused(name, 'is no valid Unicode');
  if (platform === 'win32' && (FORBIDDEN_ON_WINDOWS.test(name) || DEVICE.test(name))) {
    throw refused(name, 'cannot be a name on Windows');
  }
  return name;
}

function refused(name: string, why: string): DismFailure {
  return new DismFailure(code.invalidName, `the name ${JSON.stringify(name.slice(0, 100))} ${why}`);
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: NUL and its like are what is looked for.
const FORBIDDEN = /[/\\\u0000-\u001f]/;
const FORBIDDEN_ON_WINDOWS = /[<>:"|?*]|[. ]$/;
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d|conin\$|conout\$)(?:\.|$)/i;
