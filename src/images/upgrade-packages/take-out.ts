import { basename, dirname, join } from 'node:path';
import { Problem } from '../../errors.ts';
import type { ByteSource } from '../../formats/bytes.ts';
import type { UdfEntry, UdfVolume } from '../../formats/udf/open.ts';
import { foldName, nameProblem, splitPath } from '../../formats/wim/names.ts';
import { pathFault } from '../../ports/paths.ts';
import { below } from '../library/below.ts';
import { extractImage } from '../library/extract-image.ts';
import { fileProblem } from '../library/file-problem.ts';
import type { Library } from '../library/library.ts';
import { refuseExisting } from '../library/new-file.ts';
import { imageProblem, openSource } from '../library/open-image.ts';
import { openIso, volumeOf } from '../library/open-iso.ts';
import { pacer } from '../library/pacer.ts';
import { refuseLessSpace } from '../library/write-indexes.ts';

const PIECE = 4 << 20;
/** The image of Windows is taken out apart: as it is, converted, or one index of it. */
const isImage = /^\\sources\\install\d*\.(?:wim|esd|swm)$/i;

/**
 * Takes the whole media of an ISO image out to the folder `target`, which must not exist: everything is written to the
 * folder `temporary` beside it and synced, then that gets its name; a file of the name of `temporary` in it stays, until the
 * caller removes it. When anything fails nothing stays. A solid image
 * (ESD), a split set and one index become a new sources\install.wim. Names on the disc are never trusted. Returns the label of
 * the disc. Throws Problem.
 */
export async function takeOutMedia(
  library: Library,
  { iso, target, temporary, index }: { iso: string; target: string; temporary: string; index: number | undefined },
): Promise<string> {
  const { files } = library.ports;
  refuseExisting(files, target);
  try {
    const label = await writeFiles(library, iso, temporary);
    const image = openIso(library.ports, iso);
    try {
      await extractImage(library, { image, index }, join(sourcesIn(library, temporary), 'install.wim'));
    } finally {
      image.close();
    }
    files.append(join(temporary, basename(temporary)), '');
    refuseExisting(files, target);
    files.rename(temporary, target);
    files.syncFolder(dirname(target));
    return label;
  } catch (error) {
    files.remove(temporary);
    throw fileProblem(error, { path: target, doing: 'write' });
  }
}

/** The folder as the disc spells it. */
function sourcesIn({ ports }: Library, folder: string): string {
  return below(ports.files, folder, ['sources']) ?? join(folder, 'sources');
}

/** Everything on a disc but the image of Windows; returns its label. */
async function writeFiles(library: Library, iso: string, folder: string): Promise<string> {
  const { ports, transfer } = library;
  const disc = openSource(ports, iso);
  try {
    const volume = volumeOf(disc, iso);
    const listed = entriesOf(volume, folder, iso);
    const total = listed.reduce((sum, { size }) => sum + size, 0);
    refuseLessSpace(ports, folder, total);
    const pace = pacer(ports, transfer);
    let done = 0;
    ports.files.makeFolder(folder);
    for (const { path, entry, size } of listed) {
      if (entry.isFolder) ports.files.makeFolder(path);
      else await writeFile(library, volume.open(entry), path, (written) => pace(done + written, total));
      done += size;
    }
    await pace(total, total);
    return volume.label;
  } catch (error) {
    throw imageProblem(error, iso);
  } finally {
    disc.close();
  }
}

interface Listed {
  path: string;
  entry: UdfEntry;
  size: number;
}

/** Where each entry goes; nothing is written while one of them could go elsewhere, or over another one. */
function entriesOf(volume: UdfVolume, folder: string, iso: string): Listed[] {
  const taken = new Set<string>();
  const listed: Listed[] = [];
  for (const { path, entry } of volume.walk()) {
    if (isImage.test(path)) continue;
    const names = splitPath(path);
    const fault = nameProblem(entry.name) || pathFault(join(folder, ...names)) || '';
    if (fault !== '' || taken.has(foldName(path))) {
      const why = fault === '' ? 'there are two of that name' : `no file can have that name (${fault})`;
      throw new Problem('ImgImageUnsupported', {
        detail: `${iso}: ${JSON.stringify(path.slice(0, 200))} cannot be taken out: ${why}.`,
      });
    }
    taken.add(foldName(path));
    listed.push({ path: join(folder, ...names), entry, size: entry.isFolder ? 0 : volume.open(entry).size });
  }
  return listed;
}

async function writeFile(
  { ports }: Library,
  content: ByteSource,
  path: string,
  pace: (written: number) => Promise<void>,
): Promise<void> {
  const sink = ports.files.sink(path);
  try {
    for (let at = 0; at < content.size; ) {
      const bytes = content.read(at, Math.min(PIECE, content.size - at));
      sink.append(bytes);
      at += bytes.length;
      await pace(at);
    }
    sink.sync();
  } finally {
    sink.close();
  }
}
