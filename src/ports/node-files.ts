import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import { dirname } from 'node:path';
import type { ByteSource } from '../formats/bytes.ts';
import { FormatError } from '../formats/format-error.ts';
import { copyFile, named } from './copy-file.ts';
import type { Files, OpenSink, OpenSource, Transfer } from './files.ts';
import { followDigest } from './following-digest.ts';
import { isHeldOpen } from './held-open.ts';
import { openRandom } from './node-random-file.ts';
import { behindLink, copyRights } from './posix-files.ts';

/** Bytes that are read at once: what is digested or written next is then still in the cache of its core. */
const pieceSize = 256 * 1024;
/** Bytes after which progress is told again. */
const toldSize = 4 * 1024 * 1024;
/** Nothing changes it: waiting for it is a pause that needs no turn of the event loop. */
const moment = new Int32Array(new SharedArrayBuffer(4));

/** `Files` over the platform. */
export const nodeFiles: Files = {
  facts(path) {
    const stats = fs.statSync(path, { throwIfNoEntry: false });
    if (stats === undefined) return undefined;
    const kind = stats.isFile() ? 'file' : stats.isDirectory() ? 'folder' : 'other';
    return { size: stats.size, modified: Math.trunc(stats.mtimeMs), kind };
  },
  names(folder) {
    return fs.existsSync(folder) ? fs.readdirSync(folder).sort() : [];
  },
  source: openSource,
  sink: (path) => openSink(path, 'w+'),
  appender: (path) => openSink(path, 'a+'),
  random: openRandom,
  async duplicate(from, to) {
    if (await this.clone(from, to)) return 'shared';
    await fs.promises.copyFile(from, to, fs.constants.COPYFILE_EXCL);
    return 'copied';
  },
  async clone(from, to) {
    if (fs.existsSync(to)) throw Object.assign(new Error(`EEXIST: file already exists, ${to}`), { code: 'EEXIST' });
    try {
      await fs.promises.copyFile(from, to, fs.constants.COPYFILE_EXCL | fs.constants.COPYFILE_FICLONE_FORCE);
      fs.chmodSync(to, fs.statSync(to).mode | 0o200);
      return true;
    } catch {
      // Systems name many reasons for which they cannot; a copy says what is wrong, if anything is.
      fs.rmSync(to, { force: true });
      return false;
    }
  },
  linkCount: (path) => fs.statSync(path, { throwIfNoEntry: false })?.nlink ?? 0,
  isRemote(path) {
    if (process.platform === 'win32')
      return /^[\\/]{2}(?![?.][\\/])/.test(path) || /^[\\/]{2}\?[\\/]UNC[\\/]/i.test(path);
    return remoteFileSystems.has(fs.statfsSync(nearestExisting(path)).type);
  },
  pieces: readPieces,
  text(path, limit) {
    const { size } = fs.statSync(path);
    if (size > limit) throw new RangeError(`${path} has ${size} bytes; at most ${limit} are read`);
    return fs.readFileSync(path, 'utf8');
  },
  watch(folder, onChange) {
    try {
      const watcher = fs.watch(folder, { persistent: false }, (_what, name) => onChange(name ?? ''));
      // A folder that is gone, or no handles left: there are no more calls, and whoever watches looks by the clock as well.
      watcher.on('error', () => watcher.close());
      return watcher;
    } catch {
      return undefined;
    }
  },
  tail(path, limit) {
    const source = openSource(path);
    try {
      const length = Math.min(limit, source.size);
      const text = Buffer.from(source.read(source.size - length, length)).toString('utf8');
      return length < source.size ? text.slice(text.indexOf('\n') + 1) : text;
    } finally {
      source.close();
    }
  },
  replaceText(path, text) {
    const temporary = `${path}.tmp`;
    fs.writeFileSync(temporary, text, { flush: true });
    renameOverReader(temporary, path);
  },
  append: (path, text) => fs.appendFileSync(path, text),
  makePrivate: (path, text) => fs.writeFileSync(path, text, { mode: 0o600, flag: 'wx', flush: true }),
  makeFolder(path) {
    try {
      fs.mkdirSync(path, { recursive: true });
    } catch (error) {
      throw reasonOf(error, path);
    }
  },
  remove: (path) => fs.rmSync(path, { recursive: true, force: true, maxRetries: 3 }),
  rename: (from, to) => fs.renameSync(from, to),
  link(from, to) {
    try {
      // A symbolic link would get a second name itself, and its bytes none.
      fs.linkSync(behindLink(from), to);
      return true;
    } catch (error) {
      if (noLinks.has((error as NodeJS.ErrnoException).code ?? '')) return false;
      throw error;
    }
  },
  behindLink,
  makeReplaceable(path) {
    if (process.platform === 'win32' && (fs.statSync(path).mode & 0o200) === 0) fs.chmodSync(path, 0o666);
  },
  copyRights,
  copy: copyFile,
  async share(from, to, transfer) {
    transfer.signal?.throwIfAborted();
    // A clone that this volume cannot make fails on Windows before anybody looks whether there is a file already.
    if (fs.existsSync(to)) throw Object.assign(new Error(`EEXIST: file already exists, ${to}`), { code: 'EEXIST' });
    try {
      await fs.promises.copyFile(from, to, fs.constants.COPYFILE_EXCL | fs.constants.COPYFILE_FICLONE_FORCE);
    } catch (error) {
      // Not every platform says of a clone that failed that it cannot make one; a copy says what is wrong.
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw error;
      fs.rmSync(to, { force: true });
      if (!this.link(from, to)) await copyFile(from, to, transfer);
    }
  },
  async digest(path, algorithms, transfer) {
    const hashes = algorithms.map((algorithm) => createHash(algorithm));
    await readAll(path, transfer, async (bytes) => {
      for (const hash of hashes) hash.update(bytes);
    });
    const entries = algorithms.map((algorithm, at) => [algorithm, hashes[at]?.digest('hex') ?? '']);
    return Object.fromEntries(entries);
  },
  followDigest,
  syncFolder(folder) {
    if (process.platform !== 'win32') this.sync(folder);
  },
  sync(path) {
    const handle = fs.openSync(path, process.platform === 'win32' ? 'r+' : 'r');
    try {
      fs.fsyncSync(handle);
    } finally {
      fs.closeSync(handle);
    }
  },
  freeSpace(path) {
    const stats = fs.statfsSync(nearestExisting(path));
    return stats.bavail * stats.bsize;
  },
  sameVolume(a, b) {
    return fs.statSync(nearestExisting(a)).dev === fs.statSync(nearestExisting(b)).dev;
  },
};

/** What a file system without hard links, or across volumes, answers. */
const noLinks = new Set(['EXDEV', 'EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK', 'EISDIR', 'EINVAL']);

/** Magic numbers of statfs: NFS, SMB (three ages of it), AFS, Ceph, Coda, 9P, and FUSE, where sshfs and the like live. */
const remoteFileSystems = new Set([
  0x6969, 0x517b, 0xff534d42, 0xfe534d42, 0x5346414f, 0x00c36400, 0x73757245, 0x01021997, 0x65735546,
]);

function openSource(path: string): OpenSource {
  const handle = fs.openSync(path, 'r');
  const size = fs.fstatSync(handle).size;
  return {
    size,
    read(offset, length) {
      if (offset < 0 || length < 0 || offset + length > size) throw beyond(path, offset, length, size);
      const bytes = Buffer.allocUnsafe(length);
      let done = 0;
      while (done < length) {
        const count = fs.readSync(handle, bytes, done, length - done, offset + done);
        if (count === 0) throw beyond(path, offset, length, offset + done);
        done += count;
      }
      return bytes;
    },
    close: () => fs.closeSync(handle),
  } satisfies ByteSource & OpenSource;
}

function beyond(path: string, offset: number, length: number, size: number): FormatError {
  return new FormatError('truncated', `${path}: ${length} bytes at ${offset} lie beyond its end at ${size}`);
}

function openSink(path: string, flags: 'w+' | 'a+'): OpenSink {
  const handle = fs.openSync(path, flags);
  let position = fs.fstatSync(handle).size;
  const writeAt = (offset: number, bytes: Uint8Array): void => {
    for (let done = 0; done < bytes.length; ) {
      done += fs.writeSync(handle, bytes, done, bytes.length - done, offset + done);
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
    sync: () => fs.fsyncSync(handle),
    close: () => fs.closeSync(handle),
  };
}

async function* readPieces(path: string): AsyncGenerator<Uint8Array> {
  const head = Buffer.alloc(2);
  const handle = fs.openSync(path, 'r');
  fs.readSync(handle, head, 0, 2, 0);
  fs.closeSync(handle);
  const stream = fs.createReadStream(path, { highWaterMark: 1024 * 1024 });
  if (head[0] !== 0x1f || head[1] !== 0x8b) {
    yield* stream;
    return;
  }
  const expanded = process.getBuiltinModule('node:zlib').createGunzip();
  stream.once('error', (error) => expanded.destroy(error));
  yield* stream.pipe(expanded);
}

/**
 * Node says ENOENT where folders cannot be made because the volume is read-only. The same, asked for the first folder
 * that is missing, gives the reason of the system.
 */
function reasonOf(error: unknown, path: string): unknown {
  if ((error as NodeJS.ErrnoException).code !== 'ENOENT') return error;
  let missing = path;
  while (!fs.existsSync(dirname(missing)) && dirname(missing) !== missing) missing = dirname(missing);
  try {
    fs.mkdirSync(missing);
    fs.rmdirSync(missing);
  } catch (reason) {
    return reason;
  }
  return error;
}

/**
 * On Windows a file that somebody reads cannot be replaced. What is written here is small and read at once, so the reader
 * is gone in a moment.
 */
function renameOverReader(from: string, to: string): void {
  for (let left = 100; ; left -= 1) {
    try {
      fs.renameSync(from, to);
      return;
    } catch (error) {
      if (left === 0 || !isHeldOpen(error)) throw error;
      Atomics.wait(moment, 0, 0, 20);
    }
  }
}

/** The next piece is read while one is used: two buffers take turns. */
async function readAll(path: string, transfer: Transfer, use: (bytes: Uint8Array) => Promise<void>): Promise<void> {
  const handle = await fs.promises.open(path, 'r');
  let [buffer, other] = [Buffer.allocUnsafeSlow(pieceSize), Buffer.allocUnsafeSlow(pieceSize)];
  let reading: Promise<Uint8Array> | undefined;
  const read = (from: number): Promise<Uint8Array> => {
    [buffer, other] = [other, buffer];
    const into = buffer;
    const piece = handle.read(into, 0, into.length, from).then(
      ({ bytesRead }) => into.subarray(0, bytesRead),
      (error) => {
        throw named(error, path);
      },
    );
    // It is awaited in the next round; an error before that must not end the process.
    piece.catch(() => undefined);
    return piece;
  };
  try {
    const total = (await handle.stat()).size;
    for (let [done, told] = [0, 0]; ; ) {
      transfer.signal?.throwIfAborted();
      const bytes = await (reading ?? read(done));
      if (bytes.length === 0) return;
      done += bytes.length;
      reading = read(done);
      await use(bytes);
      if (done - told < toldSize && done < total) continue;
      told = done;
      transfer.onProgress?.(done, total);
    }
  } finally {
    await reading?.catch(() => undefined);
    await handle.close();
  }
}

function nearestExisting(path: string): string {
  let current = path;
  while (!fs.existsSync(current) && dirname(current) !== current) current = dirname(current);
  return current;
}
