import { basename, dirname, join } from 'node:path';
import { Problem } from '../errors.ts';
import type { Ports } from '../ports/index.ts';

/** A file that gets new bytes; `path` is absolute. */
export interface NewContent {
  path: string;
  bytes: Uint8Array;
  sha256: string;
}

interface Replaced {
  path: string;
  /** The file as it was; undefined where there was none. */
  old: string | undefined;
}

const mark = '.imgupdate-boot-';

/**
 * Gives files new content, all of them or none: each is written beside its place, read back, and renamed over the old one,
 * which stays until all are verified. A file is the old or the new one at every moment, so that what a power cut leaves is
 * mended by doing it again. Throws Problem ImgFileUnverified, and the platform's errors.
 */
export async function replaceFiles(
  ports: Pick<Ports, 'files' | 'ids'>,
  wanted: readonly NewContent[],
  signal: AbortSignal,
): Promise<void> {
  const { files } = ports;
  for (const folder of new Set(wanted.map(({ path }) => dirname(path)))) {
    files.makeFolder(folder);
    for (const name of files.names(folder)) if (name.startsWith(mark)) files.remove(join(folder, name));
  }
  const done: Replaced[] = [];
  try {
    for (const each of wanted) {
      signal.throwIfAborted();
      done.push(await replaceOne(ports, each));
    }
    for (const { path, sha256 } of wanted) await verify(files, path, sha256);
  } catch (error) {
    for (const replaced of done.reverse()) putBack(files, replaced);
    throw error;
  }
  for (const { old } of done) if (old !== undefined) files.remove(old);
}

async function replaceOne({ files, ids }: Pick<Ports, 'files' | 'ids'>, wanted: NewContent): Promise<Replaced> {
  const { path, bytes, sha256 } = wanted;
  const place = join(dirname(path), `${mark}${ids.next()}`);
  const temporary = `${place}.new`;
  const sink = files.sink(temporary);
  try {
    sink.append(bytes);
    sink.sync();
  } finally {
    sink.close();
  }
  try {
    await verify(files, temporary, sha256);
    const old = files.facts(path) === undefined ? undefined : `${place}.old`;
    if (old !== undefined) {
      files.makeReplaceable(path);
      if (!files.link(path, old)) await files.copy(path, old, {});
    }
    files.rename(temporary, path);
    files.syncFolder(dirname(path));
    return { path, old };
  } finally {
    files.remove(temporary);
  }
}

function putBack(files: Ports['files'], { path, old }: Replaced): void {
  if (old === undefined) files.remove(path);
  else files.rename(old, path);
}

async function verify(files: Ports['files'], path: string, sha256: string): Promise<void> {
  const found = await files.digest(path, ['sha256'], {});
  if (found.sha256 === sha256) return;
  throw new Problem('ImgFileUnverified', { detail: `${basename(path)} was written, and reads back as other bytes.` });
}
