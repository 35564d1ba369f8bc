import * as fs from 'node:fs';
import { FormatError } from '../formats/format-error.ts';
import { type CopyingThread, copyingThread } from './copying-thread.ts';
import type { RandomFile } from './files.ts';

const flags = { read: 'r', rewrite: 'r+', make: fs.constants.O_RDWR | fs.constants.O_CREAT, new: 'wx+' } as const;

/** Bytes below which a thread takes longer to start than copying takes. */
const worthAThread = 16 * 1024 * 1024;
/** Bytes that are copied at once where no thread does it. */
const copied = 256 * 1024;

/** `RandomFile` over the platform: its work is done by threads of the system. */
export async function openRandom(path: string, mode: keyof typeof flags): Promise<RandomFile> {
  const handle = await fs.promises.open(path, flags[mode]);
  const stats = await handle.stat();
  if (stats.isDirectory()) {
    await handle.close();
    // Windows opens a folder like an empty file.
    throw Object.assign(new Error(`EISDIR: ${path} is a folder`), { code: 'EISDIR', syscall: 'read', path });
  }
  const { size } = stats;
  let thread: CopyingThread | undefined;
  let copiedSoFar = 0;
  const write = async (offset: number, bytes: Uint8Array): Promise<void> => {
    for (let done = 0; done < bytes.length; ) {
      done += (await handle.write(bytes, done, bytes.length - done, offset + done)).bytesWritten;
    }
  };
  return {
    size,
    descriptor: handle.fd,
    async read(offset, length, into) {
      const bytes = into?.subarray(0, length) ?? Buffer.allocUnsafe(length);
      for (let done = 0; done < length; ) {
        const { bytesRead } = await handle.read(bytes, done, length - done, offset + done);
        if (bytesRead === 0) {
          throw new FormatError('truncated', `${path}: ${length} bytes at ${offset} lie beyond its end`);
        }
        done += bytesRead;
      }
      return bytes;
    },
    write,
    async copyFrom({ descriptor, at }, offset, length) {
      copiedSoFar += length;
      if (copiedSoFar > worthAThread) {
        thread ??= copyingThread();
        await thread.copy({ source: descriptor, at, target: handle.fd, offset, length });
        return;
      }
      const buffer = Buffer.allocUnsafe(Math.min(length, copied));
      for (let done = 0; done < length; ) {
        const bytes = await readOf(descriptor, buffer.subarray(0, Math.min(buffer.length, length - done)), at + done);
        await write(offset + done, bytes);
        done += bytes.length;
      }
    },
    truncate: (length) => handle.truncate(length),
    sync: () => handle.sync(),
    async close() {
      await thread?.end();
      await handle.close();
    },
  };
}

/** Of a descriptor that another one of these owns. */
function readOf(descriptor: number, into: Uint8Array, position: number): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    fs.read(descriptor, into, 0, into.length, position, (error, count) => {
      if (error !== null) reject(error);
      else if (count === 0) reject(Object.assign(new Error(`the file ends at ${position}`), { syscall: 'read' }));
      else resolve(into.subarray(0, count));
    });
  });
}
