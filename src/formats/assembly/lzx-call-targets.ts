/** The last step of LZX: src/formats/lzx/call-targets.ts, which is the reference. */

export const CALL: u32 = 0xe8;
const CALL_FILE_SIZE: i32 = 12_000_000;
/** Bytes at the end of a chunk that are never translated. */
const CALL_TAIL: u32 = 10;

/** Turns the operands of x86 CALL instructions in decoded content back. */
export function restoreCallTargets(output: u32, size: u32): void {
  if (size <= CALL_TAIL) return;
  const end = size - CALL_TAIL;
  const calls = v128.splat<u8>(<u8>CALL);
  let at: u32 = 0;
  while (at < end) {
    // What lies behind `end` is looked at, and ignored.
    const found: u32 = v128.bitmask<u8>(v128.eq<u8>(v128.load(output + at), calls));
    if (found === 0) {
      at += 16;
      continue;
    }
    at += ctz<u32>(found);
    if (at >= end) break;
    const operand = output + at + 1;
    const absolute = load<i32>(operand);
    const here = <i32>at;
    if (absolute >= -here && absolute < CALL_FILE_SIZE) {
      store<i32>(operand, absolute >= 0 ? absolute - here : absolute + CALL_FILE_SIZE);
    }
    at += 5;
  }
}
