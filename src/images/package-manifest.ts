import { FormatError } from '../formats/format-error.ts';
import type { PackageManifest } from '../formats/mum/manifest.ts';
import { parseManifest } from '../formats/mum/parse.ts';
import type { WimFile, WimNames } from '../formats/wim/types.ts';

/** Where the manifests of the packages lie, each under the identity of its package. */
export const packagesFolder = '\\Windows\\servicing\\Packages';
/** Longer ones are of no package. */
export const largestManifest = 64 * 2 ** 20;

/**
 * The manifest of a package in an index; undefined where the index has none that can be read. Throws FormatError for
 * damaged content of the image.
 */
export function packageManifest(wim: WimFile, tree: WimNames, identity: string): PackageManifest | undefined {
  const entry = tree.find(`${packagesFolder}\\${identity}.mum`);
  if (entry === undefined || entry.directory || entry.sha1 === '') return undefined;
  return readableManifest(wim.readAll(entry.sha1, largestManifest));
}

/** Undefined for bytes that are no manifest. */
export function readableManifest(bytes: Uint8Array): PackageManifest | undefined {
  try {
    return parseManifest(bytes);
  } catch (error) {
    if (error instanceof FormatError) return undefined;
    throw error;
  }
}
