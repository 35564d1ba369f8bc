import { MemoryFile } from './sample-wim.ts';

/**
 * A set made of one file: each part holds every n-th content, the first part all of the metadata too. The first part comes
 * last.
 */
export function splitSet(whole: MemoryFile, totalParts = 2): MemoryFile[] {
  const numbers = Array.from({ length: totalParts }, (_, index) => totalParts - index);
  return numbers.map((part) => {
    const file = new MemoryFile(whole.bytes());
    const view = Buffer.from(file.bytes());
    const [table, size] = [Number(view.readBigUInt64LE(0x38)), Number(view.readBigUInt64LE(0x40))];
    file.writeAt(0x28, Uint8Array.of(part, 0, totalParts, 0));
    for (let index = 0; index < size / 50; index++) {
      const metadata = (view.readUInt8(table + 50 * index + 7) & 2) !== 0;
      file.writeAt(table + 50 * index + 24, Uint8Array.of(metadata ? 1 : 1 + (index % totalParts)));
    }
    return new MemoryFile(file.bytes());
  });
}
