import { lstatSync, realpathSync, type Stats, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { nodeFiles } from './node-files.ts';
import type { Rights, Weakness } from './rights.ts';

/** What deciding about owner and mode needs of a file. */
export type Owned = Pick<Stats, 'uid' | 'mode'>;

/** `Rights` for root. The program sets its umask so that what it makes is written by root alone. */
export const posixRights: Rights = {
  isElevated: () => process.getuid?.() === 0,
  makeFolder: async (path) => nodeFiles.makeFolder(path),
  async weaknesses(folder, inside) {
    const real = realpathSync(folder);
    const ways = [...new Set([...foldersAbove(folder), ...foldersAbove(real)])];
    const above = ways.flatMap((path) => weaknessAbove(path, statSync(path)));
    const hidden = foldersAbove(real).some((path) => isPrivate(statSync(path)));
    const isHidden = hidden || isPrivate(statSync(real));
    return [
      ...above,
      // The link itself, where it is one: it must not be another user's. Then what it leads to.
      ...weaknessOf(folder, lstatSync(folder), hidden),
      ...(real === folder ? [] : weaknessOf(real, statSync(real), hidden)),
      ...inside.flatMap((name) => {
        const path = join(folder, name);
        const stats = lstatSync(path, { throwIfNoEntry: false });
        return stats === undefined ? [] : weaknessOf(path, stats, isHidden);
      }),
    ];
  },
  mendingCommand(folder) {
    const quoted = `'${folder.replaceAll("'", "'\\''")}'`;
    return `chown -R root ${quoted} && chmod -R go-w ${quoted}`;
  },
};

function foldersAbove(path: string): string[] {
  const above = dirname(path);
  return above === path ? [] : [above, ...foldersAbove(above)];
}

/**
 * Whoever may write a folder may put something else into the place of what lies in it, unless it is sticky (as /tmp is),
 * where only the owner of an entry may.
 */
export function weaknessAbove(path: string, { uid, mode }: Owned): Weakness[] {
  if (uid !== 0) return [{ path, what: `belongs to uid ${uid}`, isAbove: true }];
  const isSticky = (mode & 0o1000) !== 0;
  return isSticky || (mode & 0o022) === 0 ? [] : [{ path, what: `may be written by ${whom(mode)}`, isAbove: true }];
}

/** `isHidden`: it lies below a folder that nobody but root may enter, so its own mode lets nobody in. */
export function weaknessOf(path: string, { uid, mode }: Owned, isHidden: boolean): Weakness[] {
  if (uid !== 0) return [{ path, what: `belongs to uid ${uid}`, isAbove: false }];
  const isLink = (mode & 0o170000) === 0o120000;
  return isHidden || isLink || (mode & 0o022) === 0
    ? []
    : [{ path, what: `may be written by ${whom(mode)}`, isAbove: false }];
}

/** Rights of single users (access control lists) show as rights of the group. */
function whom(mode: number): string {
  return (mode & 0o002) === 0 ? 'its group' : 'everybody';
}

function isPrivate({ uid, mode }: Owned): boolean {
  return uid === 0 && (mode & 0o011) === 0;
}
