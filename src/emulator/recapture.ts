import { join } from 'node:path';
import type { NewWimEntry, NewWimTree, WimEntry, WimTree } from '../formats/wim/types.ts';
import { type Disk, type FileStamp, TEMPORARY } from './disk.ts';
import { isUnchanged, type Manifest } from './manifest.ts';
import type { Progress } from './progress.ts';

export interface Recaptured {
  tree: NewWimTree;
  /** Files of the tree with their place on this machine, for new stamps. */
  files: [string, string][];
}

/**
 * Reads a mount folder back as a tree. A file that was not touched keeps its entry as it was in the image, down to times,
 * streams and security; a changed one keeps all but content and time; a new one gets what a new file gets. Links on this
 * machine are never followed: what is neither file nor folder is left out.
 */
export async function recapture(options: {
  disk: Disk;
  folder: string;
  original: WimTree;
  manifest: Manifest;
  /** Stores content, returns its SHA-1. */
  addFile: (host: string, size: number) => string;
  progress: Progress;
  now: bigint;
}): Promise<Recaptured> {
  const { disk, original, manifest, addFile, progress } = options;
  const files: [string, string][] = [];
  const newGroups = new Map<string, bigint>();
  const contents = new Map<string, string>();
  const total = Math.max(1, original.directoryCount + original.fileCount);
  let done = 0;

  const readFolder = async (at: Place): Promise<NewWimEntry[]> => {
    const known = new Map(at.entry?.children.map((child) => [child.name, child]));
    const children: NewWimEntry[] = [];
    for (const name of disk.names(at.host).sort()) {
      if (name.startsWith(TEMPORARY)) continue;
      const host = join(at.host, name);
      const stamp = disk.stamp(host);
      if (stamp === undefined || stamp.kind === 'other') continue;
      const child = known.get(name);
      const same = child?.directory === (stamp.kind === 'folder') ? child : undefined;
      const place = { host, path: `${at.path}\\${name}`, entry: same, securityId: at.securityId };
      children.push(stamp.kind === 'folder' ? await folderEntry(place, name) : fileEntry(place, name, stamp));
      done += 1;
      await progress.to(Math.min(99, (99 * done) / total));
    }
    return children;
  };

  const folderEntry = async (place: Place, name: string): Promise<NewWimEntry> => {
    const { entry } = place;
    if (entry?.reparsePoint && disk.names(place.host).length === 0) return { ...entry };
    const securityId = entry?.securityId ?? place.securityId;
    const base = entry ?? newEntry(name, DIRECTORY, { time: options.now, securityId });
    return { ...base, children: await readFolder({ ...place, securityId }) };
  };

  const fileEntry = (place: Place, name: string, stamp: FileStamp): NewWimEntry => {
    const { entry, path, host } = place;
    files.push([path, host]);
    if (entry !== undefined && isUnchanged(manifest.get(path), stamp)) return { ...entry };
    const modified = BigInt(stamp.modified) / 100n + EPOCH_DIFFERENCE;
    const base = entry ?? newEntry(name, FILE, { time: modified, securityId: place.securityId });
    return {
      ...withoutReparse(base),
      modified,
      sha1: contentOf(host, stamp),
      hardLinkGroup: groupOf(stamp),
      children: [],
    };
  };

  /** A file with several names is read once. */
  const contentOf = (host: string, stamp: FileStamp): string => {
    const before = contents.get(stamp.inode);
    if (before !== undefined && stamp.links > 1) return before;
    const sha1 = stamp.size === 0 ? '' : addFile(host, stamp.size);
    contents.set(stamp.inode, sha1);
    return sha1;
  };

  const groupOf = (stamp: FileStamp): bigint => {
    if (stamp.links < 2) return 0n;
    const group = newGroups.get(stamp.inode) ?? FIRST_NEW_GROUP + BigInt(newGroups.size);
    newGroups.set(stamp.inode, group);
    return group;
  };

  const { root } = original;
  const children = await readFolder({ host: options.folder, path: '', entry: root, securityId: root.securityId });
  const { securityDescriptors } = original;
  return { tree: { root: { ...root, children }, securityDescriptors }, files };
}

interface Place {
  host: string;
  /** In the image. */
  path: string;
  /** The entry that stood there, when it was of the same kind. */
  entry: WimEntry | undefined;
  /** Of the folder around it. */
  securityId: number;
}

function newEntry(name: string, attributes: number, facts: { time: bigint; securityId: number }): NewWimEntry {
  const { time, securityId } = facts;
  return { name, attributes, securityId, created: time, accessed: time, modified: time };
}

/** A reparse point that was written to is an ordinary file now. */
function withoutReparse(entry: NewWimEntry): NewWimEntry {
  return { ...entry, attributes: entry.attributes & ~REPARSE_POINT, reparseTag: 0, reparseSha1: '' };
}

const FILE = 0x20;
const DIRECTORY = 0x10;
const REPARSE_POINT = 0x400;
/** Of FILETIME to 1970, in 100 ns. */
const EPOCH_DIFFERENCE = 116_444_736_000_000_000n;
/** Far from the groups that an image has: those are small numbers or file numbers. */
const FIRST_NEW_GROUP = 1n << 62n;
