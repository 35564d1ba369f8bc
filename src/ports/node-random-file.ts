import * as fs from 'node:fs';
import { FormatError } from '../formats/format-error.ts';
import type { RandomFile } from './files.ts';

const flags = { read: 'r', rewrite: 'r+', make: fs.constants.O_RDWR | fs.constants.O_CREAT } as const;

/** `RandomFile` over the platform: its work is done by threads of the system. */
export async function openRandom(path: string, mode: 'read' | 'rewrite' | 'make'): Promise<RandomFile> {
  const handle = await fs.promises.open(path, flags[mode]);
  const { size } = await handle.stat();
  return {
    size,
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
    async write(offset, bytes) {
      for (let done = 0; done < bytes.length; ) {
        done += (await handle.write(bytes, done, bytes.length - done, offset + done)).bytesWritten;
      }
    },
    truncate: (length) => handle.truncate(length),
    sync: () => handle.sync(),
    close: () => handle.close(),
  };
}
