import { lstatSync } from 'node:fs';
import { posix, win32 } from 'node:path';

/** What deciding where a program lies depends on. */
export interface Place {
  env: Readonly<Record<string, string | undefined>>;
  platform: string;
  exists(path: string): boolean;
}

export const thisPlace: Place = {
  env: process.env,
  platform: process.platform,
  // Not the file behind a link: programs of the Microsoft Store are links that only starting them resolves.
  exists: (path) => lstatSync(path, { throwIfNoEntry: false }) !== undefined,
};

/** Absolute folders of PATH, in order. An empty or relative one would mean the current folder. */
export function foldersOfPath({ env, platform }: Place): string[] {
  const path = platform === 'win32' ? win32 : posix;
  return (env['PATH'] ?? env['Path'] ?? '')
    .split(path.delimiter)
    .map((folder) => (platform === 'win32' ? folder.replace(/^"(.*)"$/, '$1') : folder))
    .filter((folder) => path.isAbsolute(folder));
}

/**
 * The file behind the name of a program. Windows looks into the current folder first, so that whoever may write there
 * would choose what an administrator runs; this looks into the system's folder and the folders of PATH alone. Nor is
 * anything started there that needs a command shell (a .cmd file): values would reach the shell as text. Elsewhere it is
 * the name itself. Throws an error with the code ENOENT, or EACCES for a file that is no program.
 */
export function findProgram(program: string, place: Place): string {
  if (place.platform !== 'win32') return program;
  const extension = win32.extname(program).toLowerCase();
  const isProgram = directlyStarted.includes(extension);
  const names = isProgram ? [program] : directlyStarted.map((ending) => `${program}${ending}`);
  const found = placesOf(names, place).find((path) => place.exists(path));
  if (found !== undefined) return found;
  const isOtherFile = !isProgram && placesOf([program], place).some((path) => place.exists(path));
  throw isOtherFile
    ? Object.assign(new Error(`${program} is no program that is started without a command shell`), { code: 'EACCES' })
    : Object.assign(new Error(`${program} is not there, and in no folder of PATH`), { code: 'ENOENT' });
}

const directlyStarted = ['.exe', '.com'];

function placesOf(names: string[], place: Place): string[] {
  if (names.some((name) => /[\\/:]/.test(name))) return names;
  const system = win32.join(place.env['SystemRoot'] ?? 'C:\\Windows', 'System32');
  return [system, ...foldersOfPath(place)].flatMap((folder) => names.map((name) => win32.join(folder, name)));
}
