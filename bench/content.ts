import { closeSync, openSync, writeSync } from 'node:fs';
import { numbersFrom } from './numbers.ts';

/** Writes a large file of content that no file system compresses. */
export function writeContent(megabytes: number): (path: string) => void {
  return (path) => {
    const million = numbersFrom(3).bytes(1_000_000);
    const handle = openSync(path, 'w');
    for (let count = 0; count < megabytes; count++) writeSync(handle, million);
    closeSync(handle);
  };
}
