/** The last step of LZMS: src/formats/lzms/call-targets.ts, which is the reference. */
import { LAST_USE, LAST_USE_END, OUTPUT, OUTPUT_END } from './lzms-memory';

/** Bytes at the end of a chunk in which no instruction begins that is looked at. */
const TAIL: u32 = 16;
const CALL_REACH: i32 = 511;
const REACH: i32 = 1023;
const WINDOW: i32 = 65_535;

/** Turns the operands of x86 instructions in the decoded content back. */
export function restoreTargets(): void {
  const output = load<u32>(OUTPUT);
  const size = load<u32>(OUTPUT_END) - output;
  if (size <= TAIL + 1) return;
  for (let at = LAST_USE; at < LAST_USE_END; at += 4) store<i32>(at, -65_536);
  const end = size - TAIL;
  let lastCode: i32 = -1024;
  let at: u32 = 1;
  while (at < end) {
    // Most bytes begin no instruction; sixteen are looked at together. What lies behind `end` is read, and ignored.
    const block = v128.load(output + at);
    const calls = v128.eq<u8>(v128.and(block, v128.splat<u8>(0xfe)), v128.splat<u8>(0xe8));
    const moves = v128.eq<u8>(v128.and(block, v128.splat<u8>(0xfb)), v128.splat<u8>(0x48));
    const others = v128.or(v128.eq<u8>(block, v128.splat<u8>(0xf0)), v128.eq<u8>(block, v128.splat<u8>(0xff)));
    const found: u32 = v128.bitmask<u8>(v128.or(v128.or(calls, moves), others));
    if (found === 0) {
      at += 16;
      continue;
    }
    at += ctz<u32>(found);
    if (at >= end) break;
    const place = output + at;
    const first: u32 = load<u8>(place);
    if (first === 0xe9) {
      at += 5;
      continue;
    }
    const opcodeBytes = opcodeLength(place, first);
    if (opcodeBytes === 0) {
      at += 1;
      continue;
    }
    const operand = place + opcodeBytes;
    if (<i32>at - lastCode <= (first === 0xe8 ? CALL_REACH : REACH)) store<u32>(operand, load<u32>(operand) - at);
    const use = LAST_USE + (((at + <u32>load<u16>(operand)) & 0xffff) << 2);
    at += opcodeBytes + 4;
    const last = <i32>at - 1;
    if (last - load<i32>(use) <= WINDOW) lastCode = last;
    store<i32>(use, last);
  }
}

/** Bytes before the operand, 0 when the bytes are none of the instructions. */
function opcodeLength(place: u32, first: u32): u32 {
  if (first === 0xe8) return 1;
  const second: u32 = load<u8>(place + 1);
  if (first === 0xff) return second === 0x15 ? 2 : 0;
  const third: u32 = load<u8>(place + 2);
  if (first === 0xf0) return second === 0x83 && third === 0x05 ? 3 : 0;
  if ((third & 7) !== 5) return 0;
  if (second === 0x8d) return 3;
  return first === 0x48 && second === 0x8b && (third & 0xf0) === 0 ? 3 : 0;
}
