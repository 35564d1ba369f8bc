import type { ByteSource } from '../bytes.ts';
import { FormatError } from '../format-error.ts';
import type { UdfContent, UdfExtent } from './types.ts';

/** The bytes of these extents as one source. What lies in one extent is read without copying. */
export function extentContent(source: ByteSource, extents: readonly UdfExtent[]): UdfContent {
  const starts: number[] = [];
  let size = 0;
  for (const { length } of extents) {
    starts.push(size);
    size += length;
  }
  return {
    size,
    extents,
    read(offset, length) {
      if (offset < 0 || length < 0 || offset + length > size) {
        throw new FormatError('truncated', `${length} bytes at ${offset} lie beyond the end of a file of ${size}`);
      }
      let index = extentAt(starts, offset);
      const first = extents[index];
      const from = offset - (starts[index] ?? 0);
      if (first !== undefined && from + length <= first.length) return readExtent(source, first, { from, length });
      const joined = new Uint8Array(length);
      for (let done = 0; done < length; index++) {
        const extent = extents[index] as UdfExtent;
        const begin = offset + done - (starts[index] as number);
        const part = Math.min(extent.length - begin, length - done);
        joined.set(readExtent(source, extent, { from: begin, length: part }), done);
        done += part;
      }
      return joined;
    },
  };
}

function readExtent(
  source: ByteSource,
  extent: UdfExtent,
  { from, length }: { from: number; length: number },
): Uint8Array {
  return extent.offset === null ? new Uint8Array(length) : source.read(extent.offset + from, length);
}

/** The last extent that begins at or before `offset`. */
function extentAt(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] as number) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
