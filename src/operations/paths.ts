import { Problem } from '../errors.ts';
import { pathFault, plainPath } from '../ports/paths.ts';

/** The absolute path that a caller means. Throws Problem ImgPathInvalid. */
export function absolutePath(path: string): string {
  const fault = pathFault(path);
  if (fault === undefined) return plainPath(path);
  const shown = JSON.stringify(path.length > 300 ? `${path.slice(0, 300)}...` : path);
  throw new Problem('ImgPathInvalid', { detail: `${shown} is not a path: ${fault}.` });
}
