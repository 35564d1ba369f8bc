import type { NewKey } from '../formats/regf/write.ts';
import { openWim } from '../formats/wim/open.ts';
import type { WimImageInfo } from '../formats/wim/types.ts';
import { appendToWim } from '../formats/wim/write.ts';
import { code } from './codes.ts';
import { DismFailure } from './failure.ts';
import { stamps } from './lay-out.ts';
import { readManifest, writeManifest } from './manifest.ts';
import { isAlive } from './mount-status.ts';
import type { Mount } from './mount-table.ts';
import { findKey, numberOf } from './new-key.ts';
import { findInImage, readHiveFile, SYSTEM } from './offline-image.ts';
import { startProgress } from './progress.ts';
import { recapture } from './recapture.ts';
import { markedDescription, rehearsalMark } from './rehearsal-mark.ts';
import type { Session } from './session.ts';
import { fileTimeOf } from './windows-facts.ts';

/**
 * Saves a mount folder into its image file, in place and in DISM's way: everything is appended, the header comes last, the
 * file only shrinks with an export. Whoever dies in between leaves a longer file with the old header.
 */
export async function saveImage(session: Session, mount: Mount): Promise<void> {
  const { disk, mounts } = session;
  await refuseOtherWriter(session, mount);
  const progress = await startProgress(session, 'Saving image');
  const source = disk.source(mount.imageFile);
  const sink = disk.appendTo(mount.imageFile);
  try {
    const wim = openWim(source, session.newDigest);
    const image = wim.images[mount.imageIndex - 1];
    if (image === undefined || wim.metadata[mount.imageIndex - 1]?.sha1 !== mount.metadataSha1) {
      throw new DismFailure(code.imageFileChanged, `${mount.imageFile} was changed after it was mounted`);
    }
    // Whoever was writing before is dead, or `refuseOtherWriter` had found it.
    const writer = appendToWim(wim, source, sink, { newDigest: session.newDigest, takeOver: true });
    const { tree, files } = await recapture({
      disk,
      folder: mount.mountDir,
      original: wim.tree(mount.imageIndex),
      manifest: readManifest(disk, mounts.manifestPath(mount.id)),
      addFile(host, size) {
        const content = disk.source(host);
        try {
          return writer.addBlob(pieces(content), size);
        } finally {
          content.close();
        }
      },
      progress,
      now: fileTimeOf(session.clock.now()),
    });
    writer.replaceImage(mount.imageIndex, tree, newInfo(session, mount, image));
    // The tables go out only after everything before them is on the disk; the header only after the tables.
    sink.sync();
    writer.finish({ rootElements: [rehearsalMark()] });
    sink.sync();
    writeManifest(disk, mounts.manifestPath(mount.id), stamps(disk, files));
    mounts.update(mount.id, { metadataSha1: metadataAfter(session, mount) });
  } finally {
    sink.close();
    source.close();
  }
  await progress.to(100);
}

async function refuseOtherWriter(session: Session, mount: Mount): Promise<void> {
  for (const other of session.mounts.all()) {
    const writes = other.id !== mount.id && other.imageFile === mount.imageFile && other.phase === 'saving';
    if (writes && (await isAlive(other, session.processes))) {
      throw new DismFailure(code.servicedByAnother, `process ${other.ownerPid} is saving into ${mount.imageFile}`);
    }
  }
}

function metadataAfter(session: Session, mount: Mount): string {
  const source = session.disk.source(mount.imageFile);
  try {
    return openWim(source, session.newDigest).metadata[mount.imageIndex - 1]?.sha1 ?? '';
  } finally {
    source.close();
  }
}

/** What a commit changes in the XML: time, revision, languages that came in, and the words of the mark. Counts are the writer's. */
function newInfo(session: Session, mount: Mount, image: WimImageInfo): Partial<WimImageInfo> {
  const system = systemOf(session, mount);
  const revision = numberOf(system && findKey(system, 'ControlSet001\\Control\\Windows'), 'CSDBuildNumber');
  return {
    ...languagesOf(system, image),
    modified: fileTimeOf(session.clock.now()),
    description: markedDescription(image.description),
    ...(image.version && revision !== undefined ? { version: { ...image.version, spBuild: revision } } : {}),
  };
}

function systemOf({ disk }: Session, { mountDir }: Mount): NewKey | undefined {
  return findInImage(disk, mountDir, SYSTEM) === undefined ? undefined : readHiveFile(disk, mountDir, SYSTEM);
}

function languagesOf(system: NewKey | undefined, { languages }: WimImageInfo): Partial<WimImageInfo> {
  const known = new Set(languages.map((language) => language.toLowerCase()));
  const present = (system && findKey(system, 'ControlSet001\\Control\\MUI\\UILanguages'))?.subkeys ?? [];
  const added = present.map(({ name }) => name).filter((name) => !known.has(name.toLowerCase()));
  return added.length === 0 ? {} : { languages: [...languages, ...added] };
}

function* pieces(source: { size: number; read(offset: number, length: number): Uint8Array }): Generator<Uint8Array> {
  for (let at = 0; at < source.size; at += PIECE) yield source.read(at, Math.min(PIECE, source.size - at));
}

const PIECE = 1024 * 1024;
