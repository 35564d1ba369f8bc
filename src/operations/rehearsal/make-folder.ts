import { dirname, join } from 'node:path';
import type { RehearsalMediaFile } from '../../emulator/make-media.ts';
import type { Ports } from '../../ports/index.ts';
import { absolutePath } from '../paths.ts';
import { invalidSpec, type MadeFile, refuseThere } from './make-file.ts';

/**
 * Makes a new folder: complete under its name, or not there at all; the facts are those of its first file. Throws Problem
 * ImgRequestInvalid where it exists, or where the spec makes no sense.
 */
export async function makeFolder(
  ports: Ports,
  out: string,
  listed: () => readonly RehearsalMediaFile[],
): Promise<MadeFile & { folder: string }> {
  const { files, ids } = ports;
  const folder = absolutePath(out);
  refuseThere(files, folder);
  const temporary = `${folder}.${ids.next()}.new`;
  try {
    const list = listed();
    for (const { names, write } of list) {
      const path = join(temporary, ...names);
      files.makeFolder(dirname(path));
      const sink = files.sink(path);
      try {
        write(sink);
        sink.sync();
      } finally {
        sink.close();
      }
    }
    files.rename(temporary, folder);
    const path = join(folder, ...(list[0]?.names ?? []));
    const digests = await files.digest(path, ['sha1', 'sha256'], {});
    return { folder, path, size: files.facts(path)?.size ?? 0, ...digests };
  } catch (error) {
    files.remove(temporary);
    throw invalidSpec(error);
  }
}
