/** What POSIX keeps beside the bytes of a file: links, owners, rights. On Windows rights come from the folder. */
import * as fs from 'node:fs';

/** The file that a symbolic link stands for; the path itself when it is none, or nothing can be found out about it. */
export function behindLink(path: string): string {
  try {
    return fs.lstatSync(path).isSymbolicLink() ? fs.realpathSync(path) : path;
  } catch {
    return path;
  }
}

/** Only root may give a file away; for others the rights alone follow. */
export function copyRights(from: string, to: string): void {
  if (process.platform === 'win32') return;
  const { uid, gid, mode } = fs.statSync(from);
  try {
    fs.chownSync(to, uid, gid);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') throw error;
  }
  fs.chmodSync(to, mode & 0o7777);
}
