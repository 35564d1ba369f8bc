import { join } from 'node:path';
import { FormatError } from '../formats/format-error.ts';
import type { PackageManifest } from '../formats/mum/manifest.ts';
import { parseManifest } from '../formats/mum/parse.ts';
import type { Disk } from './disk.ts';
import { PACKAGES } from './install-package.ts';
import { findInImage } from './offline-image.ts';

/** The manifest that the image in a folder holds of a package; undefined when it holds none. */
export function storedManifest(disk: Disk, folder: string, identity: string): PackageManifest | 'damaged' | undefined {
  const packages = findInImage(disk, folder, PACKAGES);
  const path = packages === undefined ? undefined : join(packages, `${identity}.mum`);
  if (path === undefined || disk.stamp(path)?.kind !== 'file') return undefined;
  try {
    return parseManifest(disk.readBytes(path, MAX_MANIFEST));
  } catch (error) {
    if (error instanceof FormatError) return 'damaged';
    throw error;
  }
}

const MAX_MANIFEST = 64 * 1024 * 1024;
