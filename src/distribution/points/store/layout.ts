/** Where things are in the folder of a distribution point. Nothing else builds a path into it. */
import { join } from 'node:path';

/** Says whose distribution point a folder is; without it nothing is written there: a share that is not mounted is a folder too. */
export function markPath(root: string): string {
  return join(root, 'imgupdate-point.json');
}

export function manifestPath(root: string): string {
  return join(root, 'manifest.json');
}

export function imageFolder(root: string, imageId: string): string {
  return join(root, 'images', imageId);
}

/** As the manifest names it, with slashes. */
export function versionFile(imageId: string, sourceVersion: number): string {
  return `images/${imageId}/${sourceVersion}.wim`;
}

/** `file` is one of `versionFile`: the schema of the manifest lets no other pass. */
export function underRoot(root: string, file: string): string {
  return join(root, ...file.split('/'));
}

/** What is not whole yet, and what says what it will be. */
export function partPaths(root: string, imageId: string): { part: string; journal: string } {
  const folder = imageFolder(root, imageId);
  return { part: join(folder, 'incoming.part'), journal: join(folder, 'incoming.json') };
}

/** A copy of an earlier version that the next one is made of, and what says what is in it. */
export function sparePaths(root: string, imageId: string): { spare: string; journal: string } {
  const folder = imageFolder(root, imageId);
  return { spare: join(folder, 'spare.bin'), journal: join(folder, 'spare.json') };
}

const reserved = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

/** A name for the file that always is the current version: the image's, as far as any system takes it. */
export function fixedNameOf(imageName: string): string {
  const plain = imageName
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not get into a name
    .replace(/[<>:"/\\|?*\u0000-\u001f\u007f]/g, '_')
    .replace(/[. ]+$/, '')
    .replace(/^\.+/, '');
  const name = plain.slice(0, 100).trim();
  return `${name === '' || reserved.test(name) ? `${name}_` : name}.wim`;
}
