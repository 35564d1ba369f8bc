/**
 * Content that means nothing: the same for the same seed, about half compressible, as programs are. In pieces, so that
 * an image may be larger than memory.
 */
export function* filler(seed: number, size: number): Generator<Uint8Array> {
  let state = (Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) >>> 0) | 1;
  for (let done = 0; done < size; ) {
    const piece = new Uint8Array(Math.min(PIECE, size - done));
    for (let at = 0; at < piece.length; at += 1) {
      if ((at & 31) < 16) {
        state ^= state << 13;
        state ^= state >>> 17;
        state ^= state << 5;
        piece[at] = state & 0xff;
      } else piece[at] = at & 0x0f;
    }
    done += piece.length;
    yield piece;
  }
}

const PIECE = 256 * 1024;
