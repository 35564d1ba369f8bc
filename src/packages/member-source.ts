import type { ByteSource } from '../formats/bytes.ts';
import { FormatError } from '../formats/format-error.ts';

/** Bytes at the beginning that are kept: the tables of a container stand there and are read again and again. */
const HEAD_BYTES = 4 << 20;
/** Content is decoded three times at most, and this much more: a container that makes its reader jump back is refused. */
const SPARE_BYTES = 256 << 20;
/** Bytes behind the place of reading that are kept. */
const WINDOW_BYTES = 1 << 20;

/**
 * Content that can only be read from its beginning, as a source: a container inside a container is read without being
 * taken out. Reading forward is as fast as the content comes; reading back behind what is kept begins again, so readers
 * should go forward. Memory stays below 8 MiB whatever the size. Errors of `read` come through.
 */
export function sequentialSource(size: number, read: () => Iterable<Uint8Array>): ByteSource {
  const head = new Uint8Array(Math.min(size, HEAD_BYTES));
  let headLength = 0;
  let pieces: Iterator<Uint8Array> | undefined;
  /** Recent pieces, and where the first of them begins. */
  let window: Uint8Array[] = [];
  let windowStart = 0;
  let end = 0;
  let decoded = 0;

  function begin(): void {
    pieces = read()[Symbol.iterator]();
    window = [];
    windowStart = 0;
    end = 0;
  }

  function advance(): void {
    const next = pieces?.next();
    if (next === undefined || next.done === true) {
      throw new FormatError('truncated', `the content ends at ${end} of ${size} bytes`);
    }
    const piece = next.value;
    decoded += piece.length;
    if (decoded > 3 * size + SPARE_BYTES) {
      throw new FormatError('limit', 'the containers inside are built so that reading them takes too long');
    }
    if (headLength === end && headLength < head.length) {
      head.set(piece.subarray(0, head.length - headLength), headLength);
      headLength = Math.min(head.length, headLength + piece.length);
    }
    window.push(piece);
    end += piece.length;
    let first = window[0];
    while (first !== undefined && window.length > 1 && end - windowStart - first.length >= WINDOW_BYTES) {
      windowStart += first.length;
      window.shift();
      first = window[0];
    }
  }

  return {
    size,
    read(offset, length) {
      if (offset < 0 || length < 0 || offset + length > size) {
        throw new FormatError('truncated', `${length} bytes at ${offset} lie beyond the end at ${size}`);
      }
      if (offset + length <= headLength) return head.slice(offset, offset + length);
      if (pieces === undefined || offset < windowStart) begin();
      const output = new Uint8Array(length);
      let done = 0;
      while (done < length) {
        while (offset + done >= end) advance();
        let start = windowStart;
        for (const piece of window) {
          const from = offset + done - start;
          if (from >= 0 && from < piece.length && done < length) {
            const part = piece.subarray(from, from + length - done);
            output.set(part, done);
            done += part.length;
          }
          start += piece.length;
        }
      }
      return output;
    },
  };
}
