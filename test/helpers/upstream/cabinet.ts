import { cabOf } from '../../formats/cab/sample-cab.ts';

const frame = 32_768;
/** LZX with a window of 2 MiB. */
const lzx21 = 0x1503;
const longestBlock = 2 ** 24 - 2;

/** A document as upstream servers send long ones: a cabinet with one LZX folder whose member `blob` is UTF-16LE. */
export function blobCabinet(text: string): Uint8Array {
  const content = Buffer.from(text, 'utf16le');
  if (content.length > longestBlock) throw new RangeError('a block of LZX is shorter');
  // No x86 translation, one uncompressed block, its length; then the three offsets.
  const head = Buffer.alloc(16);
  const word = (3 << 28) | (content.length << 4);
  head.writeUInt16LE(word >>> 16, 0);
  head.writeUInt16LE(word & 0xffff, 2);
  for (const at of [4, 8, 12]) head.writeUInt32LE(1, at);
  const blocks: [Uint8Array, number][] = [];
  for (let at = 0; at < content.length; at += frame) {
    const piece = content.subarray(at, at + frame);
    blocks.push([at === 0 ? Buffer.concat([head, piece]) : piece, piece.length]);
  }
  return cabOf({ compression: lzx21, name: Buffer.from('blob'), size: content.length, blocks }).bytes();
}
