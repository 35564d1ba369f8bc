import { dirname, join } from 'node:path';
import { Problem } from '../../errors.ts';
import type { ByteSink } from '../../formats/bytes.ts';
import type { Files } from '../../ports/files.ts';
import type { Ports } from '../../ports/index.ts';
import { fileProblem } from './file-problem.ts';

/** A sink whose bytes can be read back. */
export type ReadableSink = ByteSink & { read(offset: number, length: number): Uint8Array };

/**
 * Makes the file `path`, which must not exist: written under another name beside it, synced, then given its name. Nobody
 * ever sees a part of it, nothing is overwritten, and when `write` fails nothing stays. The other name is `temporary` where the
 * caller gives one: it then stays beside the new file, and the caller removes it. `finished` gets the whole file under
 * its other name, for what takes long and may still be given up, such as a digest. Throws Problem ImgFileExists,
 * ImgFileUnwritable, ImgInsufficientSpace, ImgPathInvalid, and what `write` and `finished` throw.
 */
export async function writeNewFile(
  { files, ids, temporary: given }: Pick<Ports, 'files' | 'ids'> & { temporary?: string | undefined },
  path: string,
  write: (sink: ReadableSink) => Promise<void>,
  finished: (temporary: string) => Promise<void> = async () => undefined,
): Promise<void> {
  refuseExisting(files, path);
  const temporary = given ?? join(dirname(path), `.imgupdate-${ids.next()}.tmp`);
  try {
    await writeAll(files, temporary, write);
    await finished(temporary);
    place(files, temporary, path);
  } catch (error) {
    throw fileProblem(error, { path, doing: 'write' });
  } finally {
    if (given === undefined) files.remove(temporary);
  }
}

/** Throws Problem ImgFileExists when there is something at `path`. */
export function refuseExisting(files: Files, path: string): void {
  if (factsOf(files, path) !== undefined) {
    throw new Problem('ImgFileExists', { detail: `${path} is there already; it was not touched.` });
  }
  if (factsOf(files, dirname(path))?.kind !== 'folder') {
    throw new Problem('ImgFileNotFound', { detail: `There is no folder ${dirname(path)} to write into.` });
  }
}

function factsOf(files: Files, path: string) {
  try {
    return files.facts(path);
  } catch (error) {
    throw fileProblem(error, { path, doing: 'write' });
  }
}

async function writeAll(files: Files, path: string, write: (sink: ReadableSink) => Promise<void>): Promise<void> {
  const sink = files.sink(path);
  try {
    await write({
      get position() {
        return sink.position;
      },
      append: (bytes) => sink.append(bytes),
      writeAt: (offset, bytes) => sink.writeAt(offset, bytes),
      read: (offset, length) => readBack(files, path, { offset, length }),
    });
    sink.sync();
  } finally {
    sink.close();
  }
}

/** A source knows the file only as long as it was when it was opened. */
function readBack(files: Files, path: string, { offset, length }: { offset: number; length: number }): Uint8Array {
  const source = files.source(path);
  try {
    return source.read(offset, length);
  } finally {
    source.close();
  }
}

/** A hard link fails where a rename would overwrite. */
function place(files: Files, temporary: string, path: string): void {
  if (!files.link(temporary, path)) {
    refuseExisting(files, path);
    files.rename(temporary, path);
  }
  files.syncFolder(dirname(path));
}
