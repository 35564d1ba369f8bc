import { resolve } from 'node:path';
import { Problem } from '../errors.ts';

/** The absolute path that a caller means. Throws Problem ImgPathInvalid. */
export function absolutePath(path: string): string {
  if (path.trim() === '' || path.includes('\0')) {
    throw new Problem('ImgPathInvalid', { detail: `${JSON.stringify(path)} is not a path.` });
  }
  return resolve(path);
}
