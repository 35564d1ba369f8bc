import type { Disk, FileStamp } from './disk.ts';

/** Stamps of the files of a mount as they were laid out, by their path in the image ("\Windows\notepad.exe"). */
export type Manifest = Map<string, FileStamp>;

export function writeManifest(disk: Disk, path: string, manifest: Manifest): void {
  disk.replace(path, JSON.stringify([...manifest]));
}

/** A manifest that is missing or damaged only means that every file is read again. */
export function readManifest(disk: Disk, path: string): Manifest {
  try {
    return new Map(JSON.parse(disk.readText(path, MAX_MANIFEST)) as [string, FileStamp][]);
  } catch {
    return new Map();
  }
}

/** True when a file is still the one that was laid out. */
export function isUnchanged(then: FileStamp | undefined, now: FileStamp): boolean {
  return (
    then !== undefined &&
    then.kind === now.kind &&
    then.size === now.size &&
    then.modified === now.modified &&
    then.changed === now.changed &&
    then.inode === now.inode
  );
}

const MAX_MANIFEST = 1024 * 1024 * 1024;
