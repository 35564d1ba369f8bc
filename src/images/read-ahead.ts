import type { WimFile } from '../formats/wim/types.ts';
import type { ManifestReader } from './manifests.ts';
import { updateManifestsIn } from './packages.ts';
import { type HiveFiles, hiveFilesOf, type RegistryReader } from './registry.ts';

interface Readers {
  registries: RegistryReader;
  manifests: ManifestReader;
  packages: boolean;
}

/**
 * Reads what inspection will ask for in the order in which it is stored, where that matters: in a solid file contents are
 * decoded in chunks of 64 MiB, and going from index to index would decode most of them several times. Only what was
 * found out is kept. Throws what reading throws.
 */
export function readAhead(wim: WimFile, indexes: readonly number[], readers: Readers): void {
  if (!wim.header.solid) return;
  const isSolid = (sha1: string): boolean => wim.blobs.get(sha1)?.solid === true;
  const hives = new Map<string, HiveFiles[]>();
  const manifests = new Set<string>();
  for (const index of indexes) {
    const tree = wim.names(index);
    const files = hiveFilesOf(tree);
    if (files !== undefined && isSolid(files.hive)) hives.set(files.hive, [...(hives.get(files.hive) ?? []), files]);
    for (const sha1 of readers.packages ? updateManifestsIn(tree) : []) if (isSolid(sha1)) manifests.add(sha1);
  }
  for (const sha1 of wim.inStorageOrder([...hives.keys(), ...manifests])) {
    for (const files of hives.get(sha1) ?? []) readers.registries.readFiles(files);
    if (manifests.has(sha1)) readers.manifests.read(sha1);
  }
}
