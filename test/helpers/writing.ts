import { readSync } from 'node:fs';
import type { RandomFile } from '../../src/ports/files.ts';

/** An open file whose every byte is written by `write`, also those that it copies from another file itself. */
export function withWrite(file: RandomFile, write: RandomFile['write']): RandomFile {
  return {
    ...file,
    write,
    async copyFrom({ descriptor, at }, offset, length) {
      const piece = Buffer.alloc(256 * 1024);
      for (let done = 0; done < length; ) {
        const count = readSync(descriptor, piece, 0, Math.min(piece.length, length - done), at + done);
        if (count === 0) throw new Error('the file that is copied from is too short');
        await write(offset + done, piece.subarray(0, count));
        done += count;
      }
    },
  };
}
