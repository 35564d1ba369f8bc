import { join } from 'node:path';
import { foldName } from '../../formats/wim/names.ts';
import type { ImageFolder } from './split-set.ts';

/** Where these names lead below a folder, as they are spelled there; undefined where they do not. Windows ignores case. */
export function below(files: Pick<ImageFolder, 'names'>, folder: string, names: readonly string[]): string | undefined {
  let at = folder;
  for (const wanted of names) {
    const present = files.names(at);
    const found = present.includes(wanted) ? wanted : present.find((name) => foldName(name) === foldName(wanted));
    if (found === undefined) return undefined;
    at = join(at, found);
  }
  return at;
}

/** The same for a file. */
export function fileBelow(
  files: Pick<ImageFolder, 'names' | 'facts'>,
  folder: string,
  names: readonly string[],
): string | undefined {
  const path = below(files, folder, names);
  return path !== undefined && files.facts(path)?.kind === 'file' ? path : undefined;
}
