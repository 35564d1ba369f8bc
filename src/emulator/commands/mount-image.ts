import { resolve } from 'node:path';
import { code } from '../codes.ts';
import { optionValue, refused } from '../command-line.ts';
import { BrokenOff, Crash, DismFailure } from '../failure.ts';
import { chosenImage, type OpenImageFile, refuseUnmountable, withImageFile } from '../image-file.ts';
import { layOut } from '../lay-out.ts';
import { writeManifest } from '../manifest.ts';
import type { Mount } from '../mount-table.ts';
import { emptyFolder, ownerOf, tablePath } from '../mounts.ts';
import { startProgress } from '../progress.ts';
import type { Command, Session } from '../session.ts';
import { imageFileOption } from './get-image-info.ts';

/** Mounts one index into an empty folder, to be changed or (/ReadOnly) to be looked at. */
export const mountImage: Command = {
  names: ['Mount-Image', 'Mount-Wim'],
  values: ['ImageFile', 'WimFile', 'Index', 'Name', 'MountDir'],
  flags: ['ReadOnly', 'Optimize', 'CheckIntegrity'],
  required: ['MountDir'],
  async run(session) {
    const { line, disk, mounts } = session;
    const imageFile = tablePath(session, imageFileOption(session));
    const asked = { index: optionValue(line, 'Index'), name: optionValue(line, 'Name') };
    if (asked.index === undefined && asked.name === undefined) {
      throw refused('The /Index: option is missing a required argument.');
    }
    const mountDir = tablePath(session, resolve(optionValue(line, 'MountDir') ?? ''));
    const readWrite = !line.flags.has('readonly');

    await withImageFile(session, imageFile, async (file) => {
      refuseUnmountable(file.wim);
      const { index } = chosenImage(file.wim, asked);
      if (disk.stamp(mountDir)?.kind !== 'folder') throw new DismFailure(code.mountDirMissing, mountDir);
      if (readWrite && !disk.canWrite(imageFile)) throw new DismFailure(code.noPermission, imageFile);
      const mount: Mount = {
        id: session.ids.next(),
        mountDir,
        imageFile,
        imageIndex: index,
        readWrite,
        phase: 'mounting',
        ...(await ownerOf(session)),
        metadataSha1: file.wim.metadata[index - 1]?.sha1 ?? '',
        partlyUnmounted: false,
        poisoned: false,
      };
      mounts.add(mount, (others) => refuseConflict(mount, others));
      try {
        if (disk.names(mountDir).length > 0) throw new DismFailure(code.mountDirNotEmpty, mountDir);
      } catch (error) {
        mounts.remove(mount.id);
        throw error;
      }
      await fillMount(session, mount, file);
    });
  },
};

/** Lays the image out and makes the mount usable. A failure takes the mount back; a death leaves it to be remounted. */
export async function fillMount(session: Session, mount: Mount, { wim }: OpenImageFile): Promise<void> {
  const { disk, log, mounts } = session;
  log.plain(`[${session.pid}.${session.pid}] Mounting new image.`);
  log.plain(`Wim:         [${mount.imageFile}]`);
  log.plain(`Image Index: [${mount.imageIndex}]`);
  log.plain(`Mount Path:  [${mount.mountDir}]`);
  try {
    const progress = await startProgress(session, 'Mounting image');
    const tree = wim.tree(mount.imageIndex);
    const manifest = await layOut({ disk, wim, tree, folder: mount.mountDir, progress });
    writeManifest(disk, mounts.manifestPath(mount.id), manifest);
  } catch (error) {
    if (!(error instanceof Crash) && !(error instanceof BrokenOff)) {
      emptyFolder(session, mount.mountDir);
      mounts.remove(mount.id);
    }
    throw error;
  }
  mounts.update(mount.id, { phase: 'idle', ownerPid: 0, ownerStart: '' });
  log.plain(`[${session.pid}.${session.pid}] Mount complete.`);
}

function refuseConflict(mount: Mount, others: Mount[]): void {
  for (const other of others) {
    if (other.mountDir === mount.mountDir) throw new DismFailure(code.mountDirUsed, mount.mountDir);
    const sameImage = other.imageFile === mount.imageFile && other.imageIndex === mount.imageIndex;
    if (sameImage && other.readWrite && mount.readWrite) {
      throw new DismFailure(code.alreadyMounted, `mounted at ${other.mountDir}`);
    }
  }
}
