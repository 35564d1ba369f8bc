/**
 * All that the emulator does with files, in one place. It is a program of its own that stands for dism.exe, so it works on
 * the file system directly; its other files only know this interface.
 */
import * as fs from 'node:fs';
import { dirname, join } from 'node:path';
import type { ByteSink } from '../formats/bytes.ts';
import { nodeFiles } from '../ports/node-files.ts';

/** What tells an unchanged file from a changed one without reading it. */
export interface FileStamp {
  kind: 'file' | 'folder' | 'other';
  size: number;
  /** Nanoseconds since 1970, as text: JSON has no such number. */
  modified: string;
  changed: string;
  inode: string;
  links: number;
}

export interface FileHandle extends ByteSink {
  read(offset: number, length: number): Uint8Array;
  sync(): void;
  close(): void;
}

export const disk = {
  source: nodeFiles.source,
  /** Makes a new file; fails when there is one. */
  newFile: (path: string): FileHandle => handleOf(fs.openSync(path, 'wx+'), 0),
  /** Opens a file that exists; `append` goes behind its last byte. */
  appendTo: (path: string): FileHandle => handleOf(fs.openSync(path, 'r+'), fs.statSync(path).size),
  stamp(path: string): FileStamp | undefined {
    const stats = fs.lstatSync(path, { bigint: true, throwIfNoEntry: false });
    if (stats === undefined) return undefined;
    return {
      kind: stats.isFile() ? 'file' : stats.isDirectory() ? 'folder' : 'other',
      size: Number(stats.size),
      modified: String(stats.mtimeNs),
      changed: String(stats.ctimeNs),
      inode: `${stats.dev}:${stats.ino}`,
      links: Number(stats.nlink),
    };
  },
  canWrite(path: string): boolean {
    try {
      fs.accessSync(path, fs.constants.W_OK);
      return true;
    } catch {
      return false;
    }
  },
  readText(path: string, limit: number): string {
    return nodeFiles.text(path, limit);
  },
  /** A small file as a whole; RangeError when it is longer than `limit`. */
  readBytes(path: string, limit: number): Uint8Array {
    const { size } = fs.statSync(path);
    if (size > limit) throw new RangeError(`${path} has ${size} bytes; at most ${limit} are read`);
    return fs.readFileSync(path);
  },
  /** Replaces a file so that there is always the old or the new one, whole. */
  replace(path: string, content: Uint8Array | string): void {
    const temporary = join(dirname(path), `${TEMPORARY}${process.pid}`);
    fs.writeFileSync(temporary, content, { flush: true });
    fs.renameSync(temporary, path);
  },
  appendText(path: string, text: string): void {
    fs.mkdirSync(dirname(path), { recursive: true });
    fs.appendFileSync(path, text);
  },
  writeFile(path: string, pieces: Iterable<Uint8Array>): void {
    const handle = handleOf(fs.openSync(path, 'wx'), 0);
    try {
      for (const piece of pieces) handle.append(piece);
    } finally {
      handle.close();
    }
  },
  names: (folder: string): string[] => fs.readdirSync(folder),
  makeFolder(path: string): void {
    fs.mkdirSync(path, { recursive: true });
  },
  makeOneFolder(path: string): void {
    fs.mkdirSync(path);
  },
  link: nodeFiles.link,
  setModified(path: string, seconds: number): void {
    fs.utimesSync(path, seconds, seconds);
  },
  remove: nodeFiles.remove,
  realPath: (path: string): string => fs.realpathSync.native(path),
  tail: nodeFiles.tail,
};

export type Disk = typeof disk;

/** Left behind by a call that was killed; a commit does not take such files into the image. */
export const TEMPORARY = '.imgupdate-dism-';

function handleOf(descriptor: number, start: number): FileHandle {
  let position = start;
  const writeAt = (offset: number, bytes: Uint8Array): void => {
    for (let done = 0; done < bytes.length; ) {
      done += fs.writeSync(descriptor, bytes, done, bytes.length - done, offset + done);
    }
  };
  return {
    get position() {
      return position;
    },
    append(bytes) {
      writeAt(position, bytes);
      position += bytes.length;
    },
    writeAt,
    read(offset, length) {
      const bytes = new Uint8Array(length);
      for (let done = 0; done < length; ) {
        const count = fs.readSync(descriptor, bytes, done, length - done, offset + done);
        if (count === 0) throw new RangeError(`${length} bytes at ${offset} lie beyond the end of the file`);
        done += count;
      }
      return bytes;
    },
    sync: () => fs.fsyncSync(descriptor),
    close: () => fs.closeSync(descriptor),
  };
}
