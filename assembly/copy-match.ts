/** Fills from `at` to `end` from `offset` bytes before; up to 15 bytes behind `end` may be written over. */
export function copyMatch(at: u32, end: u32, offset: u32): void {
  let from = at - offset;
  if (offset >= 16) {
    do {
      store<u64>(at, load<u64>(from));
      store<u64>(at + 8, load<u64>(from + 8));
      at += 16;
      from += 16;
    } while (at < end);
  } else if (offset >= 8) {
    do {
      store<u64>(at, load<u64>(from));
      at += 8;
      from += 8;
    } while (at < end);
  } else if (offset === 1) {
    const four = <u32>load<u8>(from) * 0x0101_0101;
    const eight = ((<u64>four) << 32) | four;
    do {
      store<u64>(at, eight);
      at += 8;
    } while (at < end);
  } else {
    do {
      store<u8>(at, load<u8>(from));
      at++;
      from++;
    } while (at < end);
  }
}
