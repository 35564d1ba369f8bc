import type { ByteSink } from '../formats/bytes.ts';

/** A sink that keeps everything in memory, for small files inside others. */
export function memorySink(): ByteSink & { bytes(): Uint8Array } {
  let buffer = new Uint8Array(64 * 1024);
  let position = 0;
  return {
    get position() {
      return position;
    },
    append(bytes) {
      if (position + bytes.length > buffer.length) {
        const larger = new Uint8Array(2 * (position + bytes.length));
        larger.set(buffer);
        buffer = larger;
      }
      buffer.set(bytes, position);
      position += bytes.length;
    },
    writeAt(offset, bytes) {
      if (offset + bytes.length > position) throw new RangeError('writing behind the end of the sink');
      buffer.set(bytes, offset);
    },
    bytes: () => buffer.slice(0, position),
  };
}
