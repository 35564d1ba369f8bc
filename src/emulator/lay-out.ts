import { join } from 'node:path';
import type { WimEntry, WimFile, WimTree } from '../formats/wim/types.ts';
import { code } from './codes.ts';
import type { Disk } from './disk.ts';
import { DismFailure } from './failure.ts';
import { hostName } from './host-name.ts';
import type { Manifest } from './manifest.ts';
import type { Progress } from './progress.ts';
import { dateOfFileTime } from './windows-facts.ts';

/**
 * Lays the tree of an image out in an empty folder: what mounting means here. Content is checked by SHA-1 while it is
 * written. Names of one file become hard links where the volume has them. Reparse points become empty files and folders
 * that are never followed; alternate streams stay in the image file: both return unchanged with a commit.
 */
export async function layOut(options: {
  disk: Disk;
  wim: WimFile;
  tree: WimTree;
  folder: string;
  progress: Progress;
}): Promise<Manifest> {
  const { disk, wim, tree, folder, progress } = options;
  if (tree.missingContents > 0) throw new DismFailure(code.invalidData, 'contents are missing in the image file');
  const total = Math.max(1, tree.directoryCount + tree.fileCount);
  const linkable = new Map<string, string>();
  const files: [string, string][] = [];
  let done = 0;

  const visit = async (entry: WimEntry, host: string, path: string): Promise<void> => {
    for (const child of entry.children) {
      const childHost = join(host, hostName(child));
      const childPath = `${path}\\${child.name}`;
      if (child.directory) {
        disk.makeOneFolder(childHost);
        await visit(child, childHost, childPath);
      } else {
        layOutFile(child, childHost);
        files.push([childPath, childHost]);
      }
      done += 1;
      await progress.to((100 * done) / total);
    }
  };

  const layOutFile = (entry: WimEntry, host: string): void => {
    const group = entry.hardLinkGroup !== 0n && !entry.reparsePoint ? `${entry.hardLinkGroup}:${entry.sha1}` : '';
    const first = linkable.get(group);
    if (group !== '' && first !== undefined && disk.link(first, host)) return;
    const hasContent = entry.sha1 !== '' && !entry.reparsePoint;
    disk.writeFile(host, hasContent ? wim.read(entry.sha1) : []);
    const modified = dateOfFileTime(entry.modified).getTime() / 1000;
    if (modified > 0) disk.setModified(host, modified);
    if (group !== '') linkable.set(group, host);
  };

  await visit(tree.root, folder, '');
  await progress.to(100);
  return stamps(disk, files);
}

/** Stamps are taken at the end: adding a second name to a file changes its stamp. */
export function stamps(disk: Disk, files: Iterable<[string, string]>): Manifest {
  const manifest: Manifest = new Map();
  for (const [path, host] of files) {
    const stamp = disk.stamp(host);
    if (stamp !== undefined) manifest.set(path, stamp);
  }
  return manifest;
}
