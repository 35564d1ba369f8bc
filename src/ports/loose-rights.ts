import { statSync } from 'node:fs';

/**
 * Who else may write to a folder of ours: undefined when nobody may, else a sentence and the command that mends it.
 * Windows keeps rights in lists, which are not looked at here.
 */
export function looseRights(folder: string): { message: string; remedy: string } | undefined {
  if (process.platform === 'win32') return undefined;
  const { mode, uid } = statSync(folder);
  const own = process.geteuid?.();
  if (own !== undefined && uid !== own && uid !== 0) {
    return { message: `${folder} belongs to another user (id ${uid}).`, remedy: `Run: chown -R ${own} '${folder}'` };
  }
  if ((mode & 0o022) === 0) return undefined;
  const message = `Other users may write to ${folder} (mode ${(mode & 0o777).toString(8)}).`;
  return { message, remedy: `Run: chmod -R go-w '${folder}'` };
}
