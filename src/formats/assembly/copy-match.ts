/** Fills from `at` to `end` from `offset` bytes before; up to 15 bytes behind `end` may be written over. */
export function copyMatch(at: u32, end: u32, offset: u32): void {
  let from = at - offset;
  if (offset >= 16) {
    do {
      v128.store(at, v128.load(from));
      at += 16;
      from += 16;
    } while (at < end);
    return;
  }
  if (offset < 8) {
    const stop = min<u32>(at + 8, end);
    do {
      store<u8>(at, load<u8>(from));
      at++;
      from++;
    } while (at < stop);
    if (at === end) return;
    // What is there by now repeats itself at every multiple of the offset: the first that is wide enough.
    from = at - offset * ((7 + offset) / offset);
  }
  do {
    store<u64>(at, load<u64>(from));
    at += 8;
    from += 8;
  } while (at < end);
}
